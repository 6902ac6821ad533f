using System.Buffers.Binary;

namespace VideoIndex.Brands.Pictures;

/// <summary>How a Windows bitmap is laid out: a file header of 14 bytes, then one of the picture that begins with its own length. Pure.</summary>
internal static class BitmapLayout
{
    private const int LengthAt = 2, PixelsAt = 10, PictureAt = 14, OldHeader = 12, Least = 26;

    /// <summary>Returns whether it is one, and no text that begins with the same two letters.</summary>
    public static bool Looks(ReadOnlySpan<byte> file) =>
        file.Length >= Least && BinaryPrimitives.ReadInt32LittleEndian(file[PictureAt..]) is OldHeader or (>= 40 and <= 124);

    public static PictureHeader Read(ReadOnlySpan<byte> file) => BinaryPrimitives.ReadInt32LittleEndian(file[PictureAt..]) == OldHeader
        ? new PictureHeader(PictureKind.Bmp, BinaryPrimitives.ReadUInt16LittleEndian(file[18..]), BinaryPrimitives.ReadUInt16LittleEndian(file[20..]), Turn: 1)
        : new PictureHeader(PictureKind.Bmp, BinaryPrimitives.ReadInt32LittleEndian(file[18..]), Rows(BinaryPrimitives.ReadInt32LittleEndian(file[22..])), Turn: 1);

    /// <summary>Returns whether as much is there as the file says; a length of 0 says nothing.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> file) =>
        BinaryPrimitives.ReadUInt32LittleEndian(file[LengthAt..]) <= file.Length && BinaryPrimitives.ReadUInt32LittleEndian(file[PixelsAt..]) < file.Length;

    // Below zero where the rows run from top to bottom.
    private static int Rows(int height) => height == int.MinValue ? int.MaxValue : Math.Abs(height);
}
