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
    // How many letters a cut word has at the least; and in percent, how sure the whole word is, and by how much less than its part.
    private const int LeastCut = 3, SureOfWhole = 85, Slack = 3;

    /// <summary>Counts.</summary>
    /// <param name="readings">The readings, 1 or more, in order; of two that win alike the earlier does.</param>
    public static Ballot Of(IReadOnlyList<SeenWord> readings)
    {
        var groups = readings.GroupBy(reading => WordForm.Core(reading.Text)).ToList();
        var winner = groups
            .OrderByDescending(group => group.Sum(Weight) + groups.Where(other => IsCut(other, group)).Sum(other => other.Sum(Weight)))
            .First();
        var sure = winner.OrderByDescending(PercentOf).ToList();
        var percent = sure.Count > 1 ? (PercentOf(sure[0]) + PercentOf(sure[1])) / 2
            : readings.Count > 1 ? PercentOf(sure[0]) * 9 / 10
            : PercentOf(sure[0]);
        return new Ballot(winner.Key, sure[0], percent, readings.Count, sure.Count);
    }

    /// <summary>Returns how sure a reading is, in percent.</summary>
    public static int PercentOf(SeenWord word) => (int)Math.Round(word.Confidence.Value * 100);

    // A line is sometimes found without its first letters, or its last; what is then read is as sure as the whole word, and votes for it.
    private static bool IsCut(IGrouping<string, SeenWord> part, IGrouping<string, SeenWord> whole) =>
        part.Key.Length >= LeastCut && part.Key.Length < whole.Key.Length
        && !whole.Key.Any(char.IsDigit)
        && (whole.Key.StartsWith(part.Key, StringComparison.Ordinal) || whole.Key.EndsWith(part.Key, StringComparison.Ordinal))
        && whole.Max(PercentOf) >= Math.Max(SureOfWhole, part.Max(PercentOf) - Slack);

    private static long Weight(SeenWord word) => (long)PercentOf(word) * PercentOf(word) * PercentOf(word);
}
