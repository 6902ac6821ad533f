namespace VideoIndex.Similar;

/// <summary>Makes one order of several that have nothing in common but what they order: of words and of pictures, say.</summary>
public static class RankFusion
{
    /// <summary>How much a place counts against the next by default: the value the method was published with.</summary>
    public const int DefaultConstant = 60;

    /// <summary>Orders what stands in any of the rankings by the sum of 1 / (constant + place), places counted from 1.</summary>
    /// <remarks>
    /// Reciprocal rank fusion: Cormack, Clarke and Buettcher, SIGIR 2009. Scores of the rankings do not matter, only places do. What
    /// stands in one ranking twice counts where it stands first. What is as good as another comes in the order in which the rankings, one
    /// after the other, first name it, so that the same rankings always give the same order.
    /// </remarks>
    /// <param name="rankings">The rankings, each best first.</param>
    /// <param name="constant">How little the first places count for more than the next: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The constant is below 0.</exception>
    public static IReadOnlyList<Fused<T>> Reciprocal<T>(IEnumerable<IReadOnlyList<T>> rankings, int constant = DefaultConstant)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(rankings);
        ArgumentOutOfRangeException.ThrowIfNegative(constant);
        var scores = new Dictionary<T, double>();
        var named = new List<T>();
        foreach (var ranking in rankings)
        {
            var here = new HashSet<T>();
            for (var place = 0; place < ranking.Count; place++)
            {
                if (!here.Add(ranking[place]))
                {
                    continue;
                }

                if (!scores.TryGetValue(ranking[place], out var score))
                {
                    named.Add(ranking[place]);
                }

                scores[ranking[place]] = score + (1.0 / ((double)constant + place + 1));
            }
        }

        return [.. named.Select(item => new Fused<T>(item, scores[item])).OrderByDescending(fused => fused.Score)];
    }
}

/// <summary>Something that stood in one ranking or more.</summary>
/// <param name="Item">What it is.</param>
/// <param name="Score">The sum over the rankings it stood in: above 0; more is better.</param>
public readonly record struct Fused<T>(T Item, double Score);
