using VideoIndex.Sqlite.Postings.Coding;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Postings.Segments;

/// <summary>Reads what a segment keeps of its things. Fastest where they are asked for in rising order.</summary>
internal sealed class ThingTable(Segment segment, SegmentBytes bytes)
{
    private byte[] _bytes = [];
    private int _from; // where the block is in them
    private int _video = -1;
    private int _first;
    private int _end; // of the block; 0 before the first

    /// <summary>Returns the moment key of a thing.</summary>
    public long Key(int thing)
    {
        var block = Block(thing, out var at);
        return MomentKey.Whole(segment.Videos[_video])
            | ThingBlock.Read(block, ThingBlock.Column.Millisecond, at) << MomentKey.TieBits
            | ThingBlock.Read(block, ThingBlock.Column.Tie, at);
    }

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
    public int Words(int thing) => (int)ThingBlock.Read(Block(thing, out var at), ThingBlock.Column.Words, at);

    /// <summary>Returns the class of a thing.</summary>
    public int Class(int thing) => (int)ThingBlock.Read(Block(thing, out var at), ThingBlock.Column.Class, at);

    /// <summary>Returns how sure the author of a thing is, in millionths.</summary>
    public int Millionths(int thing) => (int)ThingBlock.Read(Block(thing, out var at), ThingBlock.Column.Millionths, at);

    /// <summary>Returns when a thing is there, in milliseconds of its video: not before it starts, and not until it ends.</summary>
    public (long Start, long End) Time(int thing)
    {
        var block = Block(thing, out var at);
        var start = ThingBlock.Read(block, ThingBlock.Column.Millisecond, at) + ThingBlock.Signed(ThingBlock.Read(block, ThingBlock.Column.Late, at));
        return (start, start + ThingBlock.Read(block, ThingBlock.Column.Lasts, at));
    }

    /// <summary>Returns all that is kept of a thing.</summary>
    public ThingFacts Facts(int thing) => ThingBlock.Read(Block(thing, out var at), at);

    /// <summary>Returns the block of a thing, with bytes after it, and the thing's place in it.</summary>
    public ReadOnlySpan<byte> Block(int thing, out int at)
    {
        if (thing < _first || thing >= _end)
        {
            Turn(thing);
        }

        at = thing - _first;
        return _bytes.AsSpan(_from);
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
        if (thing >= _end)
        {
            throw Damage.Found();
        }
    }
}
