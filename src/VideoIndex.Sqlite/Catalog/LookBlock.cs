using System.Buffers.Binary;
using System.IO.Compression;
using VideoIndex.Looks;

namespace VideoIndex.Sqlite.Catalog;

/// <summary>Packs looks for storing: the number of looks, then the frame of each, 32 bits each, little-endian; then what is kept of each; all of it packed by Brotli (RFC 7932).</summary>
internal static class LookBlock
{
    /// <summary>The most looks in a block.</summary>
    public const int Size = 4096;

    public static byte[] Pack(FrameLooks looks, int first, int count)
    {
        var bytes = new byte[(count + 1) * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, count);
        for (var look = 0; look < count; look++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan((look + 1) * sizeof(int)), looks.Frames[first + look]);
        }

        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            brotli.Write(bytes);
            brotli.Write(looks.Bytes.Span.Slice(first * LookFacts.Size, count * LookFacts.Size));
        }

        return packed.ToArray();
    }

    /// <summary>Adds the looks of a block to those of the blocks before it.</summary>
    public static void Unpack(byte[] packed, List<int> frames, List<byte> facts)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress);
        var number = new byte[sizeof(int)];
        brotli.ReadExactly(number);
        var count = BinaryPrimitives.ReadInt32LittleEndian(number);
        for (var look = 0; look < count; look++)
        {
            brotli.ReadExactly(number);
            frames.Add(BinaryPrimitives.ReadInt32LittleEndian(number));
        }

        var kept = new byte[count * LookFacts.Size];
        brotli.ReadExactly(kept);
        facts.AddRange(kept);
    }
}
