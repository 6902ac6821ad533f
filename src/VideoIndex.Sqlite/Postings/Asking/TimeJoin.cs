using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Postings.Segments;

namespace VideoIndex.Sqlite.Postings.Asking;

/// <summary>Finds, for each of the things on the left, one on the right that it may stand in a relation in time with.</summary>
/// <remarks>Times are rounded outwards, so it may be one that does not; where there is one that does, one is found. Both sides are gone through once.</remarks>
/// <param name="relation">The relation.</param>
/// <param name="apart">How far apart they may be, in milliseconds.</param>
internal sealed class TimeJoin(TimeRelation relation, long apart)
{
    private const long Any = TimedThing.PerVideo / 8; // less than two videos are

    /// <summary>Makes the join of a clause.</summary>
    public static TimeJoin Of(TimeClause clause) => new(clause.Relation, clause switch
    {
        { Seconds: { } seconds } => (long)BigInteger.Min(((BigInteger)seconds.Numerator * 1000 / seconds.Denominator) + 1, Any),
        { Relation: TimeRelation.Then or TimeRelation.Before } => Any,
        _ => 0,
    });

    /// <summary>Appends the pairs: their moment keys.</summary>
    public void Add(ReadOnlySpan<TimedThing> left, ReadOnlySpan<TimedThing> right, List<(long Left, long Right)> pairs)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return;
        }

        var best = ArrayPool<int>.Shared.Rent(right.Length);
        var from = pairs.Count;
        CollectionsMarshal.SetCount(pairs, from + left.Length);
        var room = CollectionsMarshal.AsSpan(pairs)[from..];
        var found = relation switch
        {
            TimeRelation.Then or TimeRelation.Before => Follow(left, right, best, room),
            TimeRelation.After => Precede(left, right, best, room),
            TimeRelation.During => Contain(left, right, best, room),
            _ => Meet(left, right, best, room),
        };

        CollectionsMarshal.SetCount(pairs, from + found);
        ArrayPool<int>.Shared.Return(best);
    }

    private int Meet(ReadOnlySpan<TimedThing> left, ReadOnlySpan<TimedThing> right, int[] longest, Span<(long, long)> pairs)
    {
        Longest(right, longest);
        var (at, found) = (0, 0);
        foreach (ref readonly var one in left)
        {
            at = FirstAfter(right, at, one.End + apart);
            if (at > 0 && right[longest[at - 1]].End >= one.Start - apart)
            {
                pairs[found++] = (one.Key, right[longest[at - 1]].Key);
            }
        }

        return found;
    }

    private static int Contain(ReadOnlySpan<TimedThing> left, ReadOnlySpan<TimedThing> right, int[] longest, Span<(long, long)> pairs)
    {
        Longest(right, longest);
        var (at, found) = (0, 0);
        foreach (ref readonly var one in left)
        {
            at = FirstAfter(right, at, one.LatestStart);
            if (at > 0 && right[longest[at - 1]].End >= one.EarliestEnd)
            {
                pairs[found++] = (one.Key, right[longest[at - 1]].Key);
            }
        }

        return found;
    }

    // The first that begins after it; or one that begins before, and may be what comes after.
    private int Follow(ReadOnlySpan<TimedThing> left, ReadOnlySpan<TimedThing> right, int[] latest, Span<(long, long)> pairs)
    {
        Latest(right, latest);
        var (first, at, found) = (0, 0, 0);
        foreach (ref readonly var one in left)
        {
            first = FirstAfter(right, first, one.EarliestEnd - 2);
            at = FirstAfter(right, at, one.End + apart);
            if (first < at)
            {
                pairs[found++] = (one.Key, right[first].Key);
            }
            else if (at > 0 && right[latest[at - 1]].LatestStart >= one.EarliestEnd)
            {
                pairs[found++] = (one.Key, right[latest[at - 1]].Key);
            }
        }

        return found;
    }

    private static int Precede(ReadOnlySpan<TimedThing> left, ReadOnlySpan<TimedThing> right, int[] soonest, Span<(long, long)> pairs)
    {
        Soonest(right, soonest);
        var (at, found) = (0, 0);
        foreach (ref readonly var one in left)
        {
            at = FirstAfter(right, at, one.LatestStart);
            if (at > 0 && right[soonest[at - 1]] is var other && other.EarliestEnd <= one.LatestStart && other.Start >= one.Start - (TimedThing.PerVideo / 2))
            {
                pairs[found++] = (one.Key, other.Key);
            }
        }

        return found;
    }

    // The first that begins after a moment. Moments rise nearly always, and it is near the last one: from there on it is looked for in growing steps.
    private static int FirstAfter(ReadOnlySpan<TimedThing> things, int at, long moment)
    {
        var (low, high, step) = (at, at, 1);
        if (at > 0 && things[at - 1].Start > moment)
        {
            while (low > 0 && things[low - 1].Start > moment)
            {
                high = low - 1;
                low = Math.Max(0, high - step);
                step *= 2;
            }
        }
        else
        {
            while (high < things.Length && things[high].Start <= moment)
            {
                low = high + 1;
                high += step;
                step *= 2;
            }

            high = Math.Min(high, things.Length);
        }

        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = things[middle].Start <= moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // Of all up to each, the one that ends last.
    private static void Longest(ReadOnlySpan<TimedThing> things, int[] longest)
    {
        longest[0] = 0;
        for (var at = 1; at < things.Length; at++)
        {
            longest[at] = things[at].End > things[longest[at - 1]].End ? at : longest[at - 1];
        }
    }

    // Of all up to each, the one that what answers may begin last in.
    private static void Latest(ReadOnlySpan<TimedThing> things, int[] latest)
    {
        latest[0] = 0;
        for (var at = 1; at < things.Length; at++)
        {
            latest[at] = things[at].LatestStart > things[latest[at - 1]].LatestStart ? at : latest[at - 1];
        }
    }

    // Of all of its video up to each, the one that what answers may end first in.
    private static void Soonest(ReadOnlySpan<TimedThing> things, int[] soonest)
    {
        soonest[0] = 0;
        for (var at = 1; at < things.Length; at++)
        {
            var before = things[soonest[at - 1]];
            var isSameVideo = before.Start + (TimedThing.PerVideo / 2) > things[at].Start;
            soonest[at] = !isSameVideo || things[at].EarliestEnd < before.EarliestEnd ? at : soonest[at - 1];
        }
    }
}
