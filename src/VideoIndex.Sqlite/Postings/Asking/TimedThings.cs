using System.Runtime.InteropServices;
using VideoIndex.Sqlite.Postings.Cursors;
using VideoIndex.Sqlite.Postings.Segments;

namespace VideoIndex.Sqlite.Postings.Asking;

/// <summary>When a thing is there, on a line on which the stretches of a segment's videos follow each other, far apart.</summary>
/// <param name="Start">When it begins, rounded down to a millisecond.</param>
/// <param name="End">When it ends, rounded up.</param>
/// <param name="Thing">The thing.</param>
/// <param name="MayBeShorter">Whether what answers may be any part of it: words with times of their own, what moves.</param>
internal readonly record struct TimedThing(long Start, long End, int Thing, bool MayBeShorter)
{
    /// <summary>Gets when what answers begins at its latest.</summary>
    public long LatestStart => MayBeShorter ? End : Start + 1;

    /// <summary>Gets when what answers ends at its earliest.</summary>
    public long EarliestEnd => MayBeShorter ? Start : End - 1;
}

/// <summary>The things of a term in a segment, in order of start.</summary>
internal sealed class TimedThings
{
    /// <summary>How far apart the stretches of two videos begin, in milliseconds; 69 years.</summary>
    public const long PerVideo = 1L << 41;

    private const long Farthest = 1L << 39;

    private readonly SegmentSearch _search;
    private readonly IReadOnlyList<ThingClass?> _classes;
    private readonly bool _areTimed; // whether any class is
    private readonly List<TimedThing> _all = [];
    private readonly List<int> _found = [];
    private long _last = long.MinValue;
    private bool _isSorted = true;

    private TimedThings(SegmentSearch search, IReadOnlyList<ThingClass?> classes)
    {
        (_search, _classes) = (search, classes);
        _areTimed = classes.Any(one => one is { IsTimed: true });
    }

    /// <summary>Gets the things.</summary>
    public ReadOnlySpan<TimedThing> All => CollectionsMarshal.AsSpan(_all);

    /// <summary>Reads the things of a segment that a search finds.</summary>
    public static TimedThings Of(SegmentSearch search, IReadOnlyList<ThingClass?> classes)
    {
        var found = new TimedThings(search, classes);
        search.Cursor.Seek(0);
        found.AddUntil(Cursor.End);
        return found.Sorted();
    }

    /// <summary>Reads those of them that are in the videos of others.</summary>
    public TimedThings InItsVideos(SegmentSearch search)
    {
        var found = new TimedThings(search, _classes);
        var firsts = search.Live.Segment.FirstThing;
        for (var at = 0; at < _all.Count;)
        {
            var video = (int)((_all[at].Start + Farthest) / PerVideo);
            search.Cursor.Seek(firsts[video]);
            found.AddUntil(firsts[video + 1]);
            if (search.Cursor.Thing == Cursor.End)
            {
                break;
            }

            var next = (Math.Max(search.Live.Segment.VideoOf(search.Cursor.Thing), video + 1) * PerVideo) - Farthest;
            while (at < _all.Count && _all[at].Start < next)
            {
                at++;
            }
        }

        return found.Sorted();
    }

    private void AddUntil(int until)
    {
        _found.Clear();
        _search.AddThings(_found, until);
        _all.EnsureCapacity(_all.Count + _found.Count);
        _search.Times.Read(CollectionsMarshal.AsSpan(_found), Add);
    }

    private void Add(int thing, int video, long starts, long ends)
    {
        var zero = video * PerVideo;
        var start = zero + Math.Clamp(starts, -Farthest, Farthest);
        _isSorted &= _last <= start;
        _last = start;
        _all.Add(new TimedThing(start, zero + Math.Clamp(ends, -Farthest, Farthest), thing, _areTimed && _classes[_search.Things.Class(thing)]!.IsTimed));
    }

    // By key they are, too, but for the video itself, which has the first key whenever it begins.
    private TimedThings Sorted()
    {
        if (!_isSorted)
        {
            _all.Sort((one, other) => (one.Start, one.Thing).CompareTo((other.Start, other.Thing)));
        }

        return this;
    }
}
