using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace VideoIndex.Accuracy.Logos.Marks;

/// <summary>Writes a mark as PNG with alpha (ISO/IEC 15948), 8 bits a channel, no filter.</summary>
internal static class PngFile
{
    private static readonly uint[] Table = MakeTable();

    public static void Write(string file, Mark mark)
    {
        using var to = File.Create(file);
        to.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, mark.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), mark.Height);
        (header[8], header[9]) = (8, 6);
        Chunk(to, "IHDR", header);
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var row = 0; row < mark.Height; row++)
            {
                deflate.WriteByte(0);
                deflate.Write(mark.Pixels, row * mark.Width * 4, mark.Width * 4);
            }
        }

        Chunk(to, "IDAT", packed.ToArray());
        Chunk(to, "IEND", []);
    }

    private static void Chunk(Stream to, string kind, byte[] data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.Latin1.GetBytes(kind, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        var sum = uint.MaxValue;
        foreach (var part in chunk.AsSpan(4, data.Length + 4))
        {
            sum = Table[(byte)(sum ^ part)] ^ (sum >> 8);
        }

        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), ~sum);
        to.Write(chunk);
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var at = 0u; at < 256; at++)
        {
            var value = at;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
            }

            table[at] = value;
        }

        return table;
    }
}
