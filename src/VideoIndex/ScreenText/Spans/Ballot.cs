namespace VideoIndex.ScreenText.Spans;

/// <summary>What the readings of one word come to: each votes with the third power of its confidence.</summary>
/// <remarks>A reader that is 40 percent sure is nearly always wrong, and one that is 95 percent sure hardly ever: one clear look is worth a dozen blurred ones.</remarks>
/// <param name="Core">The letters and digits that won, in capitals.</param>
/// <param name="Best">The surest reading of them.</param>
/// <param name="Percent">How sure that is: the mean of the two surest readings that agree; of one that is alone among several, nine tenths.</param>
/// <param name="Votes">How many readings there were.</param>
/// <param name="Agreeing">How many of them agree.</param>
internal sealed record Ballot(string Core, SeenWord Best, int Percent, int Votes, int Agreeing)
{
    /// <summary>Counts.</summary>
    /// <param name="readings">The readings, 1 or more, in order; of two that win alike the earlier does.</param>
    public static Ballot Of(IReadOnlyList<SeenWord> readings)
    {
        var winner = readings.GroupBy(reading => WordForm.Core(reading.Text))
            .OrderByDescending(group => group.Sum(Weight))
            .First();
        var sure = winner.OrderByDescending(PercentOf).ToList();
        var percent = sure.Count > 1 ? (PercentOf(sure[0]) + PercentOf(sure[1])) / 2
            : readings.Count > 1 ? PercentOf(sure[0]) * 9 / 10
            : PercentOf(sure[0]);
        return new Ballot(winner.Key, sure[0], percent, readings.Count, sure.Count);
    }

    /// <summary>Returns how sure a reading is, in percent.</summary>
    public static int PercentOf(SeenWord word) => (int)Math.Round(word.Confidence.Value * 100);

    private static long Weight(SeenWord word) => (long)PercentOf(word) * PercentOf(word) * PercentOf(word);
}
