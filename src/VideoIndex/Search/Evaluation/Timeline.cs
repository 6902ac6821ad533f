using VideoIndex.Timing;

namespace VideoIndex.Search.Evaluation;

/// <summary>The matches of a clause in one video, in order, to be asked in logarithmic time for those that reach a moment.</summary>
/// <remarks>Over the matches stands a tree that keeps the latest end of each half, and half of a half: long matches far back are found without going through what lies between.</remarks>
internal sealed class Timeline
{
    private readonly MediaTime[] _latest; // of a node; its halves are 2n and 2n + 1, the root is 1

    /// <param name="matches">The matches in order of start, then end.</param>
    public Timeline(IReadOnlyList<Match> matches)
    {
        All = matches;
        _latest = new MediaTime[matches.Count == 0 ? 0 : 2 * (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)matches.Count)];
        if (matches.Count > 0)
        {
            Build(1, 0, matches.Count);
        }
    }

    public IReadOnlyList<Match> All { get; }

    /// <summary>Returns the place of the first match that starts at or after a moment; their number where none does.</summary>
    public int From(MediaTime time)
    {
        var (low, high) = (0, All.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = All[middle].Span.Start < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Returns whether any match overlaps a span.</summary>
    public bool Overlaps(MediaSpan span) => Next(0, end => end > span.Start) is var at && at < All.Count && All[at].Span.Start < span.End;

    /// <summary>Returns the matches that overlap a span, in order.</summary>
    public IEnumerable<Match> Overlapping(MediaSpan span) => Reaching(0, end => end > span.Start, start => start < span.End);

    /// <summary>Returns the matches whose end reaches far enough and whose start does, in order.</summary>
    /// <param name="from">The place of the first that may be returned.</param>
    /// <param name="reaches">Whether an end is late enough; of two ends, the later is if the earlier is.</param>
    /// <param name="begins">Whether a start is early enough; of two starts, the earlier is if the later is.</param>
    public IEnumerable<Match> Reaching(int from, Func<MediaTime, bool> reaches, Func<MediaTime, bool> begins)
    {
        for (var at = Next(from, reaches); at < All.Count && begins(All[at].Span.Start); at = Next(at + 1, reaches))
        {
            yield return All[at];
        }
    }

    private int Next(int from, Func<MediaTime, bool> reaches) => from >= All.Count || reaches(All[from].Span.End) ? from : Next(1, 0, All.Count, from + 1, reaches);

    private int Next(int node, int low, int high, int from, Func<MediaTime, bool> reaches)
    {
        if (high <= from || !reaches(_latest[node]))
        {
            return All.Count;
        }

        if (high - low == 1)
        {
            return low;
        }

        var middle = (low + high) / 2;
        var first = Next(2 * node, low, middle, from, reaches);
        return first < All.Count ? first : Next(2 * node + 1, middle, high, from, reaches);
    }

    private MediaTime Build(int node, int low, int high)
    {
        if (high - low == 1)
        {
            return _latest[node] = All[low].Span.End;
        }

        var middle = (low + high) / 2;
        var (first, second) = (Build(2 * node, low, middle), Build(2 * node + 1, middle, high));
        return _latest[node] = first > second ? first : second;
    }
}
