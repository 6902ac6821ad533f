using System.Buffers;
using System.Runtime.InteropServices;
using VideoIndex.Sqlite.Postings.Cursors;
using VideoIndex.Sqlite.Postings.Segments;

namespace VideoIndex.Sqlite.Postings.Asking;

/// <summary>The things of a term in a segment, in order of start.</summary>
internal sealed class TimedThings : IDisposable
{
    private const int Together = 4096; // about so many things are found before their times are read
    private const int Near = 32; // where no more of the other's things come to each video than this, all of them are read

    private readonly SegmentSearch _search;
    private readonly List<int> _found = [];
    private TimedThing[] _all = [];
    private int _count;
    private bool _isSorted = true;

    private TimedThings(SegmentSearch search) => _search = search;

    /// <summary>Gets the things.</summary>
    public ReadOnlySpan<TimedThing> All => _all.AsSpan(0, _count);

    /// <summary>Reads the things of a segment that a search finds.</summary>
    /// <remarks>By stretches of the segment, so that what is found is still at hand when its times are read.</remarks>
    public static TimedThings Of(SegmentSearch search)
    {
        var found = new TimedThings(search);
        var things = search.Live.Segment.Things;
        var stretch = Math.Max(Together, (long)things * Together / Math.Max(search.Cursor.Cost, 1));
        found.MakeRoom((int)Math.Min(search.Cursor.Cost, things));
        for (var until = stretch; search.Cursor.Seek(Math.Max(search.Cursor.Thing, 0)) != Cursor.End; until += stretch)
        {
            found.AddUntil((int)Math.Min(until, Cursor.End));
        }

        return found.Sorted();
    }

    /// <summary>Reads those of them that are in the videos of others; perhaps more.</summary>
    public TimedThings InItsVideos(SegmentSearch search)
    {
        var firsts = search.Live.Segment.FirstThing;
        if (search.Cursor.Cost <= (long)Near * Math.Min(_count, firsts.Length))
        {
            return Of(search);
        }

        var found = new TimedThings(search);
        for (var at = 0; at < _count;)
        {
            var video = _all[at].Video;
            search.Cursor.Seek(firsts[video]);
            found.AddUntil(firsts[video + 1]);
            if (search.Cursor.Thing == Cursor.End)
            {
                break;
            }

            var next = Math.Max(search.Live.Segment.VideoOf(search.Cursor.Thing), video + 1);
            while (at < _count && _all[at].Video < next)
            {
                at++;
            }
        }

        return found.Sorted();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_all.Length > 0)
        {
            ArrayPool<TimedThing>.Shared.Return(_all);
        }

        (_all, _count) = ([], 0);
    }

    private void AddUntil(int until)
    {
        _found.Clear();
        _search.AddThings(_found, until);
        MakeRoom(_found.Count);
        var room = _all.AsSpan(_count, _found.Count);
        _search.Times.Read(CollectionsMarshal.AsSpan(_found), room);
        var last = _count > 0 ? _all[_count - 1].Start : long.MinValue;
        foreach (ref readonly var one in room)
        {
            _isSorted &= last <= one.Start;
            last = one.Start;
        }

        _count += _found.Count;
    }

    private void MakeRoom(int more)
    {
        if (_count + more > _all.Length)
        {
            var larger = ArrayPool<TimedThing>.Shared.Rent(Math.Max(_count + more, 2 * _all.Length));
            All.CopyTo(larger);
            var count = _count;
            Dispose();
            (_all, _count) = (larger, count);
        }
    }

    // By key they are, too, but for the video itself, which has the first key whenever it begins.
    private TimedThings Sorted()
    {
        if (!_isSorted)
        {
            _all.AsSpan(0, _count).Sort((one, other) => (one.Start, one.Key).CompareTo((other.Start, other.Key)));
        }

        return this;
    }
}
