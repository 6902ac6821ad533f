using VideoIndex.Sqlite.Postings.Coding;
using VideoIndex.Sqlite.Postings.Pages;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Postings.Segments;

/// <summary>When a thing is there, on a line on which the stretches of a segment's videos follow each other, far apart.</summary>
/// <param name="Start">When it begins, in milliseconds, rounded down.</param>
/// <param name="TwiceEnd">Twice when it ends, rounded up; one more where what answers may be any part of it: words with times of their own, what moves.</param>
/// <param name="Key">Its moment key.</param>
internal readonly record struct TimedThing(long Start, long TwiceEnd, long Key)
{
    /// <summary>How far apart the stretches of two videos begin, in milliseconds; 69 years.</summary>
    public const long PerVideo = 1L << 41;

    private const long Farthest = 1L << 39;

    /// <summary>Gets when it ends, rounded up.</summary>
    public long End => TwiceEnd >> 1;

    /// <summary>Gets when what answers begins at its latest.</summary>
    public long LatestStart => (TwiceEnd & 1) != 0 ? End : Start + 1;

    /// <summary>Gets when what answers ends at its earliest.</summary>
    public long EarliestEnd => (TwiceEnd & 1) != 0 ? Start : End - 1;

    /// <summary>Gets its video's place in the segment.</summary>
    public int Video => (int)((Start + Farthest) / PerVideo);

    /// <summary>Returns a moment of a video, on the line.</summary>
    public static long On(int video, long millisecond) => (video * PerVideo) + Math.Clamp(millisecond, -Farthest, Farthest);
}

/// <summary>Says when things are there, many at once, in rising order.</summary>
/// <remarks>Blocks lie a kilobyte apart, and three places of one are looked at for each thing. So times are unpacked by stretches when they are first asked for, eight bytes a thing, and kept as pages are.</remarks>
/// <param name="segment">The segment.</param>
/// <param name="bytes">Its bytes.</param>
/// <param name="classes">The classes there are.</param>
internal sealed class ThingTimes(Segment segment, SegmentBytes bytes, IReadOnlyList<ThingClass?> classes)
{
    /// <summary>How many things a stretch has; the last may have fewer.</summary>
    public const int Stretch = 2048;

    private Stretches? _kept;
    private long[] _times = [];
    private int _first; // the first thing of the stretch, and the one after its last
    private int _end;
    private int _video = -1;
    private int _videoEnd;

    /// <summary>Reads when things are there.</summary>
    /// <param name="things">The things.</param>
    /// <param name="into">Where it goes, as many as there are things.</param>
    public void Read(ReadOnlySpan<int> things, Span<TimedThing> into)
    {
        for (var at = 0; at < things.Length;)
        {
            TurnTo(things[at]);
            var end = at + 1;
            for (var last = Math.Min(_videoEnd, _end); end < things.Length && things[end] < last; end++)
            {
            }

            var (zero, whole) = (TimedThing.On(_video, 0), MomentKey.Whole(segment.Videos[_video]));
            if (_times.Length == _end - _first)
            {
                ReadShort(things[at..end], into[at..end], zero, whole);
            }
            else
            {
                ReadLong(things[at..end], into[at..end], zero, whole);
            }

            at = end;
        }
    }

    private void ReadShort(ReadOnlySpan<int> things, Span<TimedThing> into, long zero, long whole)
    {
        var (times, first) = (_times, _first);
        into = into[..things.Length];
        for (var at = 0; at < things.Length; at++)
        {
            var time = times[things[at] - first];
            var start = time >> 32;
            into[at] = new TimedThing(zero + start, ((zero + start) << 1) + (time & uint.MaxValue), whole | (start << MomentKey.TieBits));
        }
    }

    private void ReadLong(ReadOnlySpan<int> things, Span<TimedThing> into, long zero, long whole)
    {
        for (var at = 0; at < things.Length; at++)
        {
            var (start, lasts, key) = (_times[3 * (things[at] - _first)], _times[(3 * (things[at] - _first)) + 1], _times[(3 * (things[at] - _first)) + 2]);
            into[at] = new TimedThing(zero + TimedThing.On(0, start), ((zero + TimedThing.On(0, start + (lasts >> 1))) << 1) | (lasts & 1), whole | key);
        }
    }

    private void TurnTo(int thing)
    {
        if (thing < 0 || thing >= segment.Things)
        {
            throw Damage.Found();
        }

        if (thing < _first || thing >= _end)
        {
            _first = thing - (thing % Stretch);
            _end = Math.Min(_first + Stretch, segment.Things);
            _kept ??= bytes.Kept((segment.Things + Stretch - 1) / Stretch);
            if (_kept.Find(thing / Stretch) is not { } times)
            {
                times = Unpack();
                bytes.Keep(_kept, thing / Stretch, times);
            }

            _times = times;
        }

        if (thing >= _videoEnd)
        {
            var isNext = _video + 2 < segment.FirstThing.Length && thing < segment.FirstThing[_video + 2];
            _video = isNext ? _video + 1 : segment.VideoOf(thing);
            _videoEnd = segment.FirstThing[_video + 1];
        }
    }

    // A number for each thing where the key says no more than the start, and both fit: the start, and in the lower half what End takes above it. Else three.
    private long[] Unpack()
    {
        var all = new long[3 * (_end - _first)];
        var isShort = true;
        for (var (thing, video) = (_first, segment.VideoOf(_first)); thing < _end;)
        {
            while (thing >= segment.FirstThing[video + 1])
            {
                video++;
            }

            (thing, var fit) = UnpackBlock(video, thing, all);
            isShort &= fit;
        }

        if (!isShort)
        {
            return all;
        }

        var times = new long[_end - _first];
        for (var at = 0; at < times.Length; at++)
        {
            times[at] = (all[3 * at] << 32) | all[(3 * at) + 1];
        }

        return times;
    }

    private (int Next, bool AreShort) UnpackBlock(int video, int thing, long[] all)
    {
        var (number, first) = segment.BlockOf(video, thing);
        var (page, from) = bytes.Page(segment.Blocks[number]);
        ReadOnlySpan<byte> block = page.AsSpan(from);
        Span<ColumnPlace> columns = stackalloc ColumnPlace[ThingBlock.Columns];
        ThingBlock.Find(block, columns);
        var end = first + ThingBlock.Count(block);
        if (thing >= end)
        {
            throw Damage.Found();
        }

        var areShort = true;
        for (end = Math.Min(end, _end); thing < end; thing++)
        {
            var at = 3 * (thing - _first);
            var slot = columns[(int)ThingBlock.Column.Millisecond].Read(block, thing - first);
            var tie = columns[(int)ThingBlock.Column.Tie].Read(block, thing - first);
            var late = ThingBlock.Signed(columns[(int)ThingBlock.Column.Late].Read(block, thing - first));
            var lasts = columns[(int)ThingBlock.Column.Lasts].Read(block, thing - first);
            var isTimed = classes[(int)columns[(int)ThingBlock.Column.Class].Read(block, thing - first)]!.IsTimed;
            (all[at], all[at + 1], all[at + 2]) = (slot + late, (lasts << 1) | (isTimed ? 1L : 0), (slot << MomentKey.TieBits) | tie);
            areShort &= tie == 0 && late == 0 && slot <= int.MaxValue && lasts <= int.MaxValue;
        }

        return (thing, areShort);
    }
}
