using VideoIndex.Sqlite.Postings.Cursors;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Postings.Asking;

/// <summary>Goes through the things that have a term's words, video by video, in order of key, over all segments.</summary>
/// <remarks>A segment is opened when its first video's turn has come.</remarks>
internal sealed class ThingsInOrder
{
    private readonly TermSearch _search;
    private readonly PriorityQueue<Part, long> _parts = new(); // by the video it stands at

    /// <param name="search">The search.</param>
    /// <param name="from">The first moment key that is wanted.</param>
    public ThingsInOrder(TermSearch search, long from)
    {
        _search = search;
        var video = MomentKey.Ordinal(from);
        foreach (var live in search.Snapshot.Segments.Where(live => live.Segment.VideoFrom(video) < live.Segment.Videos.Length))
        {
            _parts.Enqueue(new Part(live, from), live.Segment.Videos[live.Segment.VideoFrom(video)]);
        }
    }

    /// <summary>Returns the things, each with the segment it is in.</summary>
    public IEnumerable<(SegmentSearch In, int Thing)> All()
    {
        while (NextVideo() is var (part, thing, end))
        {
            for (; thing < end; thing = part.Seek(thing + 1))
            {
                yield return (part, thing);
            }

            Return(part, thing);
        }
    }

    /// <summary>Returns the videos that have any, in rising order.</summary>
    public IEnumerable<long> Videos()
    {
        while (NextVideo() is var (part, thing, end))
        {
            yield return part.VideoOf(thing);
            Return(part, part.Seek(end));
        }
    }

    private (SegmentSearch Part, int Thing, int End)? NextVideo()
    {
        while (_parts.TryDequeue(out var part, out _))
        {
            if (part.Search is { } search)
            {
                return (search, part.Thing, search.Live.Segment.FirstThing[search.Live.Segment.VideoOf(part.Thing) + 1]);
            }

            if (_search.In(part.Live) is { } begun)
            {
                Return(begun, begun.Seek(begun.Things.From(part.From)));
            }
        }

        return null;
    }

    private void Return(SegmentSearch search, int thing)
    {
        if (thing != Cursor.End)
        {
            _parts.Enqueue(new Part(search.Live, 0) { Search = search, Thing = thing }, search.VideoOf(thing));
        }
    }

    private sealed record Part(Segments.LiveSegment Live, long From)
    {
        public SegmentSearch? Search { get; init; }

        public int Thing { get; init; }
    }
}
