using Microsoft.Data.Sqlite;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Postings.Cursors;
using VideoIndex.Sqlite.Postings.Pages;
using VideoIndex.Sqlite.Postings.Segments;

namespace VideoIndex.Sqlite.Postings.Asking;

/// <summary>What has a term's words, and counts, in one segment.</summary>
/// <param name="live">The segment.</param>
/// <param name="things">Its things.</param>
/// <param name="times">When those are there.</param>
/// <param name="filter">Which of them count.</param>
/// <param name="cursor">Goes through those that have the words.</param>
internal sealed class SegmentSearch(LiveSegment live, ThingTable things, ThingTimes times, ThingFilter filter, Cursor cursor)
{
    /// <summary>Gets the segment.</summary>
    public LiveSegment Live => live;

    /// <summary>Gets its things.</summary>
    public ThingTable Things => things;

    /// <summary>Gets when those are there.</summary>
    public ThingTimes Times => times;

    /// <summary>Gets which of them count.</summary>
    public ThingFilter Filter => filter;

    /// <summary>Gets what goes through those that have the words.</summary>
    public Cursor Cursor => cursor;

    /// <summary>Returns the first thing from one on that has the words and counts; <see cref="Cursor.End"/> for none.</summary>
    public int Seek(int thing)
    {
        for (thing = cursor.Seek(thing); thing != Cursor.End && !filter.Admits(thing, out var next);)
        {
            thing = cursor.Seek(next);
        }

        return thing;
    }

    /// <summary>Adds the things that have the words and count, from where it stands to before another.</summary>
    public void AddThings(List<int> found, int until)
    {
        var from = found.Count;
        cursor.AddThings(found, until);
        if (filter.AdmitsAll && live.Dead is null)
        {
            return;
        }

        var kept = from;
        for (var at = from; at < found.Count; at++)
        {
            if (filter.Admits(found[at], out _))
            {
                found[kept++] = found[at];
            }
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    /// <summary>Returns the lists that have the things, none of which is in two of them; null where that is not so.</summary>
    public IReadOnlyList<ListCursor>? Lists() => cursor switch
    {
        ListCursor one => [one],
        AnyCursor { AreApart: true } any => [.. any.Parts.Cast<ListCursor>()],
        _ => null,
    };

    /// <summary>Returns the video of a thing.</summary>
    public int VideoOf(int thing) => live.Segment.Videos[live.Segment.VideoOf(thing)];
}

/// <summary>Begins searches: a term, in each segment where it is asked for.</summary>
internal sealed class TermSearch(IndexView view, TermClause term, IReadOnlyList<EvidenceTest>? evidence, bool isScored, Relevance? relevance = null)
{
    private readonly TermPlan _plan = new(view.Connection, view.Cache, view.State, term, isScored, relevance);

    /// <summary>Gets the state of the index.</summary>
    public Snapshot Snapshot => view.State;

    /// <summary>Searches a segment; null where it has none of the words.</summary>
    public SegmentSearch? In(LiveSegment live)
    {
        if (_plan.Open(live.Segment) is not { } cursor)
        {
            return null;
        }

        var things = new ThingTable(live.Segment, Bytes(live));
        return new SegmentSearch(live, things, new ThingTimes(live.Segment, Bytes(live), view.State.Classes), new ThingFilter(live, things, view.State.Classes, evidence), cursor);
    }

    /// <summary>Searches all segments.</summary>
    public IEnumerable<SegmentSearch> All() => view.State.Segments.Select(In).OfType<SegmentSearch>();

    private SegmentBytes Bytes(LiveSegment live) => new(view.Connection, view.Cache, live.Segment.Number, live.Segment.Stamp);
}

/// <summary>The index as one transaction sees it, and where it is read.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Cache">What is kept in memory.</param>
/// <param name="State">The state.</param>
internal readonly record struct IndexView(SqliteConnection Connection, PageCache Cache, Snapshot State);
