using VideoIndex.Sqlite.Postings.Coding;
using VideoIndex.Sqlite.Postings.Pages;

namespace VideoIndex.Sqlite.Postings.Segments;

/// <summary>Reads when things are there, many at once, in rising order: of each block only the three columns that say it.</summary>
internal sealed class ThingTimes(Segment segment, SegmentBytes bytes)
{
    private int _video = -1;
    private int _videoEnd;

    /// <summary>Gives out when things are there.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="video">Its video's place in the segment.</param>
    /// <param name="start">When it starts, in milliseconds, rounded down.</param>
    /// <param name="end">When it ends, rounded up.</param>
    public delegate void Take(int thing, int video, long start, long end);

    /// <summary>Reads when things are there.</summary>
    public void Read(ReadOnlySpan<int> things, Take take)
    {
        for (var at = 0; at < things.Length;)
        {
            at = ReadBlock(things, at, take);
        }
    }

    private int ReadBlock(ReadOnlySpan<int> things, int at, Take take)
    {
        TurnTo(things[at]);
        var (number, first) = segment.BlockOf(_video, things[at]);
        var (page, from) = bytes.Page(segment.Blocks[number]);
        ReadOnlySpan<byte> block = page.AsSpan(from);
        var end = first + ThingBlock.Count(block);
        if (things[at] >= end)
        {
            throw Damage.Found();
        }

        var (starts, lengths, late) = ThingBlock.FindTimes(block);
        for (; at < things.Length && things[at] < end; at++)
        {
            var place = things[at] - first;
            var start = starts.Read(block, place) + (late.Width == 0 && late.Least == 0 ? 0 : ThingBlock.Signed(late.Read(block, place)));
            take(things[at], _video, start, start + lengths.Read(block, place));
        }

        return at;
    }

    private void TurnTo(int thing)
    {
        if (thing < 0 || thing >= segment.Things)
        {
            throw Damage.Found();
        }

        if (thing >= _videoEnd)
        {
            var isNext = _video + 2 < segment.FirstThing.Length && thing < segment.FirstThing[_video + 2];
            _video = isNext ? _video + 1 : segment.VideoOf(thing);
            _videoEnd = segment.FirstThing[_video + 1];
        }
    }
}
