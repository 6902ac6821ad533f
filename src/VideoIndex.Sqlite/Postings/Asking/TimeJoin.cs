using System.Numerics;
using VideoIndex.Search.Language;

namespace VideoIndex.Sqlite.Postings.Asking;

/// <summary>Finds, for each of the things on the left, one on the right that it may stand in a relation in time with.</summary>
/// <remarks>Times are rounded outwards, so it may be one that does not; where there is one that does, one is found. Both sides are gone through once.</remarks>
/// <param name="relation">The relation.</param>
/// <param name="apart">How far apart they may be, in milliseconds.</param>
internal sealed class TimeJoin(TimeRelation relation, long apart)
{
    private const long Any = TimedThings.PerVideo / 8; // less than two videos are

    private readonly List<(int Left, int Right)> _pairs = [];

    /// <summary>Makes the join of a clause.</summary>
    public static TimeJoin Of(TimeClause clause) => new(clause.Relation, clause switch
    {
        { Seconds: { } seconds } => (long)BigInteger.Min(((BigInteger)seconds.Numerator * 1000 / seconds.Denominator) + 1, Any),
        { Relation: TimeRelation.Then or TimeRelation.Before } => Any,
        _ => 0,
    });

    /// <summary>Returns the pairs.</summary>
    public List<(int Left, int Right)> Pairs(ReadOnlySpan<TimedThing> left, ReadOnlySpan<TimedThing> right)
    {
        switch (relation)
        {
            case TimeRelation.Then or TimeRelation.Before:
                Follow(left, right);
                break;
            case TimeRelation.After:
                Precede(left, right);
                break;
            case TimeRelation.During:
                Contain(left, right);
                break;
            default:
                Meet(left, right);
                break;
        }

        return _pairs;
    }

    private void Meet(ReadOnlySpan<TimedThing> left, ReadOnlySpan<TimedThing> right)
    {
        var (at, longest) = (0, Longest(right));
        foreach (ref readonly var one in left)
        {
            at = FirstAfter(right, at, one.End + apart);
            if (at > 0 && right[longest[at - 1]].End >= one.Start - apart)
            {
                _pairs.Add((one.Thing, right[longest[at - 1]].Thing));
            }
        }
    }

    private void Contain(ReadOnlySpan<TimedThing> left, ReadOnlySpan<TimedThing> right)
    {
        var (at, longest) = (0, Longest(right));
        foreach (ref readonly var one in left)
        {
            at = FirstAfter(right, at, one.LatestStart);
            if (at > 0 && right[longest[at - 1]].End >= one.EarliestEnd)
            {
                _pairs.Add((one.Thing, right[longest[at - 1]].Thing));
            }
        }
    }

    // The first that begins after it; or one that begins before, and may be what comes after.
    private void Follow(ReadOnlySpan<TimedThing> left, ReadOnlySpan<TimedThing> right)
    {
        var (first, at, latest) = (0, 0, Latest(right));
        foreach (ref readonly var one in left)
        {
            first = FirstAfter(right, first, one.EarliestEnd - 2);
            at = FirstAfter(right, at, one.End + apart);
            if (first < at)
            {
                _pairs.Add((one.Thing, right[first].Thing));
            }
            else if (at > 0 && right[latest[at - 1]].LatestStart >= one.EarliestEnd)
            {
                _pairs.Add((one.Thing, right[latest[at - 1]].Thing));
            }
        }
    }

    private void Precede(ReadOnlySpan<TimedThing> left, ReadOnlySpan<TimedThing> right)
    {
        var (at, soonest) = (0, Soonest(right));
        foreach (ref readonly var one in left)
        {
            at = FirstAfter(right, at, one.LatestStart);
            if (at > 0 && right[soonest[at - 1]] is var found && found.EarliestEnd <= one.LatestStart && found.Start >= one.Start - (TimedThings.PerVideo / 2))
            {
                _pairs.Add((one.Thing, found.Thing));
            }
        }
    }

    // The first that begins after a moment. Moments rise nearly always, so it is near the last one.
    private static int FirstAfter(ReadOnlySpan<TimedThing> things, int at, long moment)
    {
        var low = at > 0 && things[at - 1].Start > moment ? 0 : at;
        var (step, high) = (1, low == at ? low : at);
        if (low == at)
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
    private static int[] Longest(ReadOnlySpan<TimedThing> things)
    {
        var longest = new int[things.Length];
        for (var at = 1; at < things.Length; at++)
        {
            longest[at] = things[at].End > things[longest[at - 1]].End ? at : longest[at - 1];
        }

        return longest;
    }

    // Of all up to each, the one that what answers may begin last in.
    private static int[] Latest(ReadOnlySpan<TimedThing> things)
    {
        var latest = new int[things.Length];
        for (var at = 1; at < things.Length; at++)
        {
            latest[at] = things[at].LatestStart > things[latest[at - 1]].LatestStart ? at : latest[at - 1];
        }

        return latest;
    }

    // Of all of its video up to each, the one that what answers may end first in.
    private static int[] Soonest(ReadOnlySpan<TimedThing> things)
    {
        var soonest = new int[things.Length];
        for (var at = 1; at < things.Length; at++)
        {
            var before = things[soonest[at - 1]];
            var isSameVideo = before.Start + (TimedThings.PerVideo / 2) > things[at].Start;
            soonest[at] = !isSameVideo || things[at].EarliestEnd < before.EarliestEnd ? at : soonest[at - 1];
        }

        return soonest;
    }
}
