namespace VideoIndex.Speech.Decoding.Search;

/// <summary>Looks for the best tokens of one window: it says which tokens are tried next, and is told what the network makes of them.</summary>
internal interface ITokenSearch
{
    /// <summary>Gets how many sequences are still being written; one at first, 0 when the search is over.</summary>
    int Live { get; }

    /// <summary>Returns what a live sequence has written so far.</summary>
    ReadOnlySpan<int> Written(int sequence);

    /// <summary>Goes on by a token.</summary>
    /// <param name="logits">A row of logits for each live sequence, what is forbidden being minus infinity.</param>
    /// <param name="next">Takes, for each sequence that is live from now on, its newest token and the row it goes on from.</param>
    void Step(ReadOnlySpan<float> logits, List<NextToken> next);

    /// <summary>Ends the search and returns what was written; never nothing.</summary>
    IReadOnlyList<Reading> Finish();
}

/// <summary>A token that is written next.</summary>
/// <param name="Source">The live sequence that it goes on from, counted within its window before the step.</param>
/// <param name="Token">The token.</param>
internal readonly record struct NextToken(int Source, int Token);

/// <summary>One way to read a window.</summary>
/// <param name="Tokens">The tokens, without the end of text.</param>
/// <param name="LogProbability">The sum of the logarithms of their probabilities, that of the end of text included where it was written.</param>
internal sealed record Reading(int[] Tokens, float LogProbability)
{
    /// <summary>Returns the likeliest reading, the first of equals; see <see cref="DecodingOptions.LengthPenalty"/>.</summary>
    public static Reading BestOf(IReadOnlyList<Reading> readings, double? lengthPenalty)
    {
        var best = readings[0];
        foreach (var reading in readings)
        {
            best = reading.Score(lengthPenalty) > best.Score(lengthPenalty) ? reading : best;
        }

        return best;
    }

    // A reading of no tokens divides by 1: by 0 it would be incomparable, and the official code fails.
    private double Score(double? lengthPenalty) =>
        LogProbability / (lengthPenalty is { } alpha ? Math.Pow((5 + Tokens.Length) / 6.0, alpha) : Math.Max(1, Tokens.Length));
}
