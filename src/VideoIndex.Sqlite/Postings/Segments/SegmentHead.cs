using System.Buffers.Binary;
using VideoIndex.Sqlite.Postings.Coding;
using VideoIndex.Sqlite.Postings.Pages;

namespace VideoIndex.Sqlite.Postings.Segments;

/// <summary>Reads and writes what is always in memory of a segment.</summary>
/// <remarks>
/// Numbers as in <see cref="ByteWriter.Number"/>: how many words all things have; how many videos, and of each how far its ordinal is after the one before, and twice
/// the number of its things, plus one where the first is the video itself; the length of each block of things, which follow each other from the segment's first
/// byte on, one that would run into the next page being put at its start; how many blocks of words, and of each the length of its first key, the key, how
/// far it starts after the end of the one before (where its lists begin), and its length. Then the checksum of all this, four bytes, little-endian.
/// </remarks>
internal static class SegmentHead
{
    /// <summary>Returns where a block goes that would start at a place.</summary>
    public static long Placed(long at, int length) => (at % SegmentBytes.PerPage) + length <= SegmentBytes.PerPage ? at : ((at / SegmentBytes.PerPage) + 1) * SegmentBytes.PerPage;

    /// <summary>Writes a head.</summary>
    public static byte[] Write(SegmentOutline outline)
    {
        var bytes = new ByteWriter();
        bytes.Number(outline.Words);
        bytes.Number(outline.Videos.Count);
        var last = -1L;
        foreach (var video in outline.Videos)
        {
            bytes.Number(video.Ordinal - last - 1);
            bytes.Number((2L * video.Things) + (video.HasWhole ? 1 : 0));
            last = video.Ordinal;
        }

        foreach (var length in outline.Blocks)
        {
            bytes.Number(length);
        }

        bytes.Number(outline.Terms.Count);
        var end = outline.ListsAt;
        foreach (var (first, at, length) in outline.Terms)
        {
            bytes.Number(first.Length);
            bytes.Bytes(first);
            bytes.Number(at - end);
            bytes.Number(length);
            end = at + length;
        }

        bytes.Fixed(unchecked((int)Checksum.Of(bytes.Written)));
        return bytes.Written.ToArray();
    }

    /// <summary>Reads a head.</summary>
    public static Segment Read(long number, long stamp, byte[] head)
    {
        if (head.Length < sizeof(int) || Checksum.Of(head.AsSpan(0, head.Length - sizeof(int))) != BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(head.Length - sizeof(int))))
        {
            throw Damage.Found();
        }

        var reader = new ByteReader(head);
        var words = reader.Number();
        var count = reader.Count();
        var (videos, firstThing, firstBlock, hasWhole) = (new int[count], new int[count + 1], new int[count + 1], new bool[count]);
        var last = -1L;
        for (var video = 0; video < count; video++)
        {
            last += reader.Number() + 1;
            videos[video] = (int)last;
            var things = reader.Number();
            hasWhole[video] = (things & 1) != 0;
            firstThing[video + 1] = firstThing[video] + (int)(things >> 1);
            firstBlock[video + 1] = firstBlock[video] + Segment.BlocksOf((int)(things >> 1), hasWhole[video]);
        }

        var (blocks, lengths) = (new long[firstBlock[^1]], new int[firstBlock[^1]]);
        var at = 0L;
        for (var block = 0; block < blocks.Length; block++)
        {
            lengths[block] = reader.Count();
            blocks[block] = Placed(at, lengths[block]);
            at = blocks[block] + lengths[block];
        }

        return new Segment(number, stamp, videos, firstThing, firstBlock, hasWhole) { Blocks = blocks, Lengths = lengths, Words = words, Terms = ReadTerms(ref reader, at) };
    }

    private static TermIndex ReadTerms(ref ByteReader reader, long listsAt)
    {
        var count = reader.Count();
        var (first, at, length) = (new byte[count][], new long[count], new int[count]);
        var end = listsAt;
        for (var block = 0; block < count; block++)
        {
            first[block] = reader.Bytes(reader.Count()).ToArray();
            at[block] = end + reader.Number();
            length[block] = reader.Count();
            end = at[block] + length[block];
        }

        return new TermIndex(listsAt, first, at, length);
    }
}

/// <summary>What a head is made of.</summary>
/// <param name="Words">How many words all things have.</param>
/// <param name="Videos">The videos, by ordinal.</param>
/// <param name="Blocks">The lengths of the blocks of things.</param>
/// <param name="ListsAt">Where the last of those ends.</param>
/// <param name="Terms">The blocks of words: the first key, where, how long.</param>
internal sealed record SegmentOutline(
    long Words, IReadOnlyList<SegmentVideo> Videos, IReadOnlyList<int> Blocks, long ListsAt, IReadOnlyList<(byte[] First, long At, int Length)> Terms);

/// <summary>A video in a segment.</summary>
/// <param name="Ordinal">Its ordinal.</param>
/// <param name="Things">How many things it has there.</param>
/// <param name="HasWhole">Whether the first is the video itself.</param>
internal readonly record struct SegmentVideo(long Ordinal, int Things, bool HasWhole);
