using System.Numerics;
using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Postings.Pages;
using VideoIndex.Sqlite.Postings.Segments;

namespace VideoIndex.Sqlite.Postings.Merging;

/// <summary>Keeps segments few: where eight are of one tier, they are made one; so is one most of whose things are dead.</summary>
/// <remarks>
/// A tier is eight times as large as the one below, so that a word is written again once a tier. Small tiers come first: a large merge waits for them, not they for it.
/// </remarks>
internal sealed class Merges(SqliteConnection connection, PageCache cache, Func<Snapshot> snapshot)
{
    private const int Together = 8;
    private const int BitsOfTierZero = 11; // fewer than 2,048 things
    private const int BitsPerTier = 3;

    /// <summary>Returns how much is to be done where some words of things were written: more than they will cause in all, so that what is due does not grow.</summary>
    public static int Due(int written) => (6 * written) + 2000;

    /// <summary>Does some work, if there is any.</summary>
    /// <param name="budget">About how many words of things to write.</param>
    public void Advance(int budget)
    {
        while (budget > 0 && Next() is { } state)
        {
            budget = new Merge(connection, cache, snapshot(), state).Advance(budget);
            SegmentTable.Change(connection);
        }
    }

    /// <summary>Takes everything out that is of dead videos.</summary>
    public void Purge()
    {
        foreach (var state in MergeState.ReadAll(connection))
        {
            SegmentTable.Drop(connection, state.Output);
        }

        foreach (var live in snapshot().Segments.Where(live => live.Dead is not null))
        {
            _ = new Merge(connection, cache, snapshot(), Merge.Begin(connection, [live])).Advance(int.MaxValue);
            SegmentTable.Change(connection);
        }

        SegmentTable.KeepClasses(connection, snapshot().Segments.SelectMany(Classes).ToHashSet());
        SegmentTable.Change(connection);
    }

    private IEnumerable<int> Classes(LiveSegment live)
    {
        var things = new ThingTable(live.Segment, new SegmentBytes(connection, cache, live.Segment.Number, live.Segment.Stamp));
        return Enumerable.Range(0, live.Segment.Things).Select(things.Class);
    }

    private static int TierOf(int things) => Math.Max(0, 32 - BitOperations.LeadingZeroCount((uint)things) - BitsOfTierZero + BitsPerTier - 1) / BitsPerTier;

    // The merge to go on with: the smallest that can be, on its way or to be begun.
    private MergeState? Next()
    {
        var states = MergeState.ReadAll(connection);
        var busy = states.SelectMany(state => state.Inputs).ToHashSet();
        var segments = snapshot().Segments;
        var due = segments.Where(live => !busy.Contains(live.Segment.Number))
            .GroupBy(live => TierOf(live.Alive))
            .SelectMany(tier => tier.Count() >= Together ? [tier.ToList()] : tier.Where(live => live.Alive * 2 <= live.Segment.Things).Select(live => new List<LiveSegment> { live }))
            .MinBy(inputs => inputs.Sum(live => live.Alive));
        var begun = states.MinBy(Things);
        return due is not null && (begun is null || due.Sum(live => live.Alive) < Things(begun)) ? Merge.Begin(connection, due) : begun;

        int Things(MergeState state) => segments.Where(live => state.Inputs.Contains(live.Segment.Number)).Sum(live => live.Segment.Things);
    }
}
