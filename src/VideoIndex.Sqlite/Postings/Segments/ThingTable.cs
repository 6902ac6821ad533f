using VideoIndex.Sqlite.Postings.Coding;
using VideoIndex.Sqlite.Postings.Pages;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Postings.Segments;

/// <summary>Reads what a segment keeps of its things. Fastest where they are asked for in rising order.</summary>
internal sealed class ThingTable(Segment segment, SegmentBytes bytes)
{
    private readonly ColumnPlace[] _columns = new ColumnPlace[ThingBlock.Columns];
    private byte[] _bytes = [];
    private int _from; // where the block is in them
    private int _video = -1;
    private int _first;
    private int _end; // of the block; 0 before the first

    /// <summary>Returns the moment key of a thing.</summary>
    public long Key(int thing) =>
        Read(thing, ThingBlock.Column.Millisecond) << MomentKey.TieBits | Read(thing, ThingBlock.Column.Tie) | MomentKey.Whole(segment.Videos[_video]);

    /// <summary>Returns the first thing at or after a moment key.</summary>
    public int From(long key)
    {
        var video = segment.VideoFrom(MomentKey.Ordinal(key));
        var (low, high) = (segment.FirstThing[video], segment.FirstThing[Math.Min(video + 1, segment.Videos.Length)]);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Key(middle) < key ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Returns how many words a thing has.</summary>
    public int Words(int thing) => (int)Read(thing, ThingBlock.Column.Words);

    /// <summary>Returns the class of a thing.</summary>
    public int Class(int thing) => (int)Read(thing, ThingBlock.Column.Class);

    /// <summary>Returns how sure the author of a thing is, in millionths.</summary>
    public int Millionths(int thing) => (int)Read(thing, ThingBlock.Column.Millionths);

    /// <summary>Returns when a thing is there, in milliseconds of its video: not before it starts, and not until it ends.</summary>
    public (long Start, long End) Time(int thing)
    {
        var start = Read(thing, ThingBlock.Column.Millisecond) + ThingBlock.Signed(Read(thing, ThingBlock.Column.Late));
        return (start, start + Read(thing, ThingBlock.Column.Lasts));
    }

    private long Read(int thing, ThingBlock.Column column)
    {
        if (thing < _first || thing >= _end)
        {
            Turn(thing);
        }

        return _columns[(int)column].Read(_bytes.AsSpan(_from), thing - _first);
    }

    private void Turn(int thing)
    {
        if (thing < 0 || thing >= segment.Things)
        {
            throw Damage.Found();
        }

        var video = _video;
        if (video < 0 || thing < segment.FirstThing[video] || thing >= segment.FirstThing[video + 1])
        {
            var isNext = video >= 0 && video + 2 < segment.FirstThing.Length && thing >= segment.FirstThing[video + 1] && thing < segment.FirstThing[video + 2];
            video = isNext ? video + 1 : segment.VideoOf(thing);
        }

        var (block, first) = segment.BlockOf(video, thing);
        (_bytes, _from) = bytes.Page(segment.Blocks[block]);
        (_video, _first, _end) = (video, first, first + ThingBlock.Count(_bytes.AsSpan(_from)));
        ThingBlock.Find(_bytes.AsSpan(_from), _columns);
        if (thing >= _end)
        {
            throw Damage.Found();
        }
    }
}
