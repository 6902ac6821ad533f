using System.Runtime.InteropServices;
using VideoIndex.Sqlite.Postings.Coding;
using VideoIndex.Sqlite.Postings.Pages;

namespace VideoIndex.Sqlite.Postings.Segments;

/// <summary>A list read as a whole; made to be used again for the next one.</summary>
internal sealed class WholeList
{
    private readonly List<int> _things = [];
    private readonly List<int> _times = [];
    private readonly List<int> _places = [];

    /// <summary>Gets the things.</summary>
    public ReadOnlySpan<int> Things => CollectionsMarshal.AsSpan(_things);

    /// <summary>Gets how often each has the word; nothing where only things were read.</summary>
    public ReadOnlySpan<int> Times => CollectionsMarshal.AsSpan(_times);

    /// <summary>Gets the places of all, one after another.</summary>
    public ReadOnlySpan<int> Places => CollectionsMarshal.AsSpan(_places);

    /// <summary>Reads a list.</summary>
    /// <param name="bytes">The segment's bytes.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="thingsOnly">Whether things are all that is wanted.</param>
    public void Read(SegmentBytes bytes, TermPlace place, bool thingsOnly)
    {
        _things.Clear();
        _times.Clear();
        _places.Clear();
        var (blocks, rest) = Math.DivRem(place.Things, ListWriter.Block);
        var skips = blocks == 0 ? SkipTable.None : bytes.Skips(place.At, place.Bytes, blocks);
        _things.EnsureCapacity(place.Things);
        for (var block = 0; block < blocks; block++)
        {
            ReadBlock(bytes, place.At, skips, block, thingsOnly);
        }

        if (rest > 0)
        {
            var length = (int)(place.Bytes - skips.RestAt);
            var last = blocks == 0 ? -1 : skips.Last[^1];
            BlockReader.Rest(bytes.Read(place.At + skips.RestAt, length)[..length], last, BlockReader.Grow(_things, rest), BlockReader.Grow(_times, rest), _places);
        }
    }

    private void ReadBlock(SegmentBytes bytes, long list, SkipTable skips, int block, bool thingsOnly)
    {
        var (gap, repeat) = skips.Widths[block];
        var (gaps, repeats) = (Bits.Bytes(ListWriter.Block, gap), Bits.Bytes(ListWriter.Block, repeat));
        var packed = bytes.Read(list + skips.ThingsAt[block], gaps + repeats);
        BlockReader.Things(packed, gap, block == 0 ? -1 : skips.Last[block - 1], BlockReader.Grow(_things, ListWriter.Block));
        if (!thingsOnly)
        {
            var times = BlockReader.Grow(_times, ListWriter.Block);
            var count = BlockReader.Times(packed[gaps..], repeat, times);
            BlockReader.Places(bytes.Read(list + skips.PlacesAt[block], skips.PlacesLength(block)), times, BlockReader.Grow(_places, count));
        }
    }
}
