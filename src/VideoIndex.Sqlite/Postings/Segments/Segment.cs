using VideoIndex.Sqlite.Postings.Coding;

namespace VideoIndex.Sqlite.Postings.Segments;

/// <summary>What is always in memory of a segment: which videos it has, where the blocks of their things are, where its words are. It never changes.</summary>
/// <remarks>See <see cref="SegmentHead"/> for the bytes.</remarks>
/// <param name="Number">Its row in <c>posting_segment</c>.</param>
/// <param name="Stamp">A number nobody else has: what is kept in memory is kept by it.</param>
/// <param name="Videos">The ordinals of its videos, rising.</param>
/// <param name="FirstThing">The number of each video's first thing; one more, how many things there are.</param>
/// <param name="FirstBlock">The first block of each video; one more, how many blocks there are.</param>
/// <param name="HasWhole">Whether the first thing of each video is the video itself, which has a block of its own: it lasts far longer than all others.</param>
internal sealed record Segment(long Number, long Stamp, int[] Videos, int[] FirstThing, int[] FirstBlock, bool[] HasWhole)
{
    /// <summary>Gets where each block is.</summary>
    public required long[] Blocks { get; init; }

    /// <summary>Gets how many bytes each block takes.</summary>
    public required int[] Lengths { get; init; }

    /// <summary>Gets how many words all its things have.</summary>
    public required long Words { get; init; }

    /// <summary>Gets where its words are.</summary>
    public required TermIndex Terms { get; init; }

    /// <summary>Gets how many things it has.</summary>
    public int Things => FirstThing[^1];

    /// <summary>Returns which of its videos a thing is of.</summary>
    public int VideoOf(int thing)
    {
        var found = Array.BinarySearch(FirstThing, thing);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>Returns which of its videos is the first from an ordinal on.</summary>
    public int VideoFrom(long ordinal)
    {
        var found = Array.BinarySearch(Videos, (int)Math.Min(ordinal, int.MaxValue));
        return found >= 0 ? found : ~found;
    }

    /// <summary>Returns the block of a thing of a video, and the first thing of that block.</summary>
    public (int Block, int First) BlockOf(int video, int thing)
    {
        var at = thing - FirstThing[video];
        if (!HasWhole[video])
        {
            return (FirstBlock[video] + (at / ThingBlock.Most), thing - (at % ThingBlock.Most));
        }

        return at == 0 ? (FirstBlock[video], thing) : (FirstBlock[video] + 1 + ((at - 1) / ThingBlock.Most), thing - ((at - 1) % ThingBlock.Most));
    }

    /// <summary>Returns how many blocks a video's things take.</summary>
    public static int BlocksOf(int things, bool hasWhole) => hasWhole ? 1 + ((things - 1 + ThingBlock.Most - 1) / ThingBlock.Most) : (things + ThingBlock.Most - 1) / ThingBlock.Most;
}
