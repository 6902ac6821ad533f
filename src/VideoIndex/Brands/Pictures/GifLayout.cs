using System.Buffers.Binary;

namespace VideoIndex.Brands.Pictures;

/// <summary>How a GIF file is laid out, as far as its size and its end go. Pure.</summary>
internal static class GifLayout
{
    private const int Least = 13;
    private const byte Trailer = 0x3B;

    public static PictureHeader Read(ReadOnlySpan<byte> file) => file.Length < Least
        ? throw PictureRefusal.Of("picture-truncated")
        : new PictureHeader(PictureKind.Gif, BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..]), Turn: 1);

    /// <summary>Returns whether the last byte, but for padding, is the trailer.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> file) => file.TrimEnd((byte)0) is [.., Trailer];
}
