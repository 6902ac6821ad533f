using System.IO.Compression;
using System.Text;
using VideoIndex.Objects;

namespace VideoIndex.Sqlite.Catalog;

/// <summary>Packs what a detector saw at some looks for storing.</summary>
/// <remarks>
/// <code>
/// looks    count; each: <see cref="SeenPacking"/>
/// </code>
/// Numbers are 7 bits a byte, the lowest first; all of it is packed by Brotli (RFC 7932).
/// </remarks>
internal static class DetectionBlock
{
    /// <summary>The most looks in a block.</summary>
    public const int Size = 4096;

    public static byte[] Pack(IEnumerable<IReadOnlyList<SeenObject>?> looks, int count)
    {
        using var packed = new MemoryStream();
        using (var to = new BinaryWriter(new BrotliStream(packed, CompressionLevel.Fastest), Encoding.UTF8))
        {
            to.Write7BitEncodedInt(count);
            foreach (var look in looks)
            {
                SeenPacking.Write(to, look);
            }
        }

        return packed.ToArray();
    }

    /// <summary>Adds the looks of a block to those of the blocks before it.</summary>
    public static void Unpack(byte[] packed, List<IReadOnlyList<SeenObject>?> looks)
    {
        using var from = new BinaryReader(new BrotliStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress), Encoding.UTF8);
        var count = from.Read7BitEncodedInt();
        for (var look = 0; look < count; look++)
        {
            looks.Add(SeenPacking.Read(from));
        }
    }
}
