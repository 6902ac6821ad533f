using System.Buffers.Binary;

namespace VideoIndex.Brands.Pictures;

/// <summary>How a WebP file is laid out: a RIFF file whose first chunk tells the size (RFC 9649, 2). Pure.</summary>
internal static class WebPLayout
{
    private const int FirstChunk = 12, Content = FirstChunk + 8, Least = Content + 10;
    private const byte IsAnimated = 2;

    public static PictureHeader Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < Least)
        {
            throw PictureRefusal.Of("picture-truncated");
        }

        var content = file[Content..];
        var (width, height) = file.Slice(FirstChunk, 4) switch
        {
            [(byte)'V', (byte)'P', (byte)'8', (byte)' '] => (Little16(content[6..]) & 0x3FFF, Little16(content[8..]) & 0x3FFF),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'L'] => Packed(BinaryPrimitives.ReadUInt32LittleEndian(content[1..])),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'X'] when (content[0] & IsAnimated) != 0 => throw PictureRefusal.Of("picture-is-animated"),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'X'] => (Little24(content[4..]) + 1, Little24(content[7..]) + 1),
            _ => throw PictureRefusal.Of("picture-unreadable"),
        };
        return new PictureHeader(PictureKind.WebP, width, height, Turn: 1);
    }

    /// <summary>Returns whether as much is there as the file says.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> file) => BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) <= file.Length - 8;

    // 14 bits each, less one.
    private static (int Width, int Height) Packed(uint sides) => ((int)(sides & 0x3FFF) + 1, (int)((sides >> 14) & 0x3FFF) + 1);

    private static int Little16(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadUInt16LittleEndian(at);

    private static int Little24(ReadOnlySpan<byte> at) => Little16(at) | (at[2] << 16);
}
