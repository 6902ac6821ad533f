using System.Buffers.Binary;
using System.IO.Compression;

namespace VideoIndex.Testing.Clips;

/// <summary>A picture read from a PNG file of 8-bit RGB without interlacing, the kind this product writes.</summary>
public sealed record PngPicture(int Width, int Height, byte[] Green)
{
    private const int Channels = 3;

    /// <summary>Reads a file.</summary>
    public static PngPicture Read(string path)
    {
        var file = File.ReadAllBytes(path);
        var (width, height) = (Big(file, 16), Big(file, 20));
        Assert.Equal((8, 2, 0), (file[24], file[25], file[28]));
        var packed = new MemoryStream();
        for (var at = 8; at < file.Length; at += 12 + Big(file, at))
        {
            if (file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(file, at + 8, Big(file, at));
            }
        }

        packed.Position = 0;
        var rows = new byte[height * (1 + width * Channels)];
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        unpacked.ReadExactly(rows);
        return new PngPicture(width, height, GreenOf(rows, width, height));
    }

    private static byte[] GreenOf(byte[] rows, int width, int height)
    {
        var line = width * Channels;
        var (above, green) = (new byte[line], new byte[width * height]);
        for (var y = 0; y < height; y++)
        {
            var row = rows.AsSpan(y * (line + 1) + 1, line);
            Unfilter(row, above, rows[y * (line + 1)]);
            row.CopyTo(above);
            for (var x = 0; x < width; x++)
            {
                green[y * width + x] = row[x * Channels + 1];
            }
        }

        return green;
    }

    // PNG stores what is left after a guess from the neighbours; the guess is named by the row's first byte.
    private static void Unfilter(Span<byte> row, ReadOnlySpan<byte> above, byte filter)
    {
        for (var x = 0; x < row.Length; x++)
        {
            var left = x < Channels ? 0 : row[x - Channels];
            var corner = x < Channels ? 0 : above[x - Channels];
            var guess = filter switch
            {
                1 => left,
                2 => above[x],
                3 => (left + above[x]) / 2,
                4 => Nearest(left, above[x], corner),
                _ => 0,
            };
            row[x] = unchecked((byte)(row[x] + guess));
        }
    }

    private static int Nearest(int left, int above, int corner)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - 2 * corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private static int Big(byte[] file, int at) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
}
