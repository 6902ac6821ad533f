namespace VideoIndex.ScreenText.Spans;

/// <summary>Puts the words of two readings side by side, in order (S. Needleman and C. Wunsch, 1970).</summary>
internal static class Alignment
{
    // Two words that are nothing like each other cost a little less side by side than one after the other: in a line that was
    // read twice they are likelier the same word misread. Two that are alike cost no more than 33.
    private const int Unlike = 150, Alone = 80;

    /// <summary>Returns pairs of places, each rising; -1 for a word that has no partner.</summary>
    /// <param name="one">Words as <see cref="WordForm.Core"/> returns them.</param>
    /// <param name="other">Words as <see cref="WordForm.Core"/> returns them.</param>
    public static List<(int One, int Other)> Of(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var cost = new int[one.Count + 1, other.Count + 1];
        for (var at = 0; at <= one.Count; at++)
        {
            for (var to = 0; to <= other.Count; to++)
            {
                cost[at, to] = (at, to) switch
                {
                    (0, _) => to * Alone,
                    (_, 0) => at * Alone,
                    _ => Math.Min(cost[at - 1, to - 1] + Beside(one[at - 1], other[to - 1]), Math.Min(cost[at - 1, to], cost[at, to - 1]) + Alone),
                };
            }
        }

        return Back(cost, one, other);
    }

    private static List<(int One, int Other)> Back(int[,] cost, IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var pairs = new List<(int One, int Other)>();
        var (at, to) = (one.Count, other.Count);
        while (at > 0 || to > 0)
        {
            if (at > 0 && to > 0 && cost[at, to] == cost[at - 1, to - 1] + Beside(one[at - 1], other[to - 1]))
            {
                pairs.Add((--at, --to));
            }
            else if (at > 0 && cost[at, to] == cost[at - 1, to] + Alone)
            {
                pairs.Add((--at, -1));
            }
            else
            {
                pairs.Add((-1, --to));
            }
        }

        pairs.Reverse();
        return pairs;
    }

    private static int Beside(string one, string other) =>
        WordForm.Alike(one, other) ? 100 * WordForm.Distance(one, other) / Math.Max(one.Length, other.Length) : Unlike;
}
