using System.Buffers.Binary;

namespace VideoIndex.Brands.Pictures;

/// <summary>How a PNG file is laid out: a signature, then chunks of length, type, content and check (W3C PNG, 5.3). Pure.</summary>
internal static class PngLayout
{
    private const int Signature = 8, Around = 12, TypeAt = 4, ContentAt = 8;

    public static PictureHeader Read(ReadOnlySpan<byte> file) =>
        file.Length >= Signature + ContentAt + 8 && file.Slice(Signature + TypeAt, 4).SequenceEqual("IHDR"u8)
            ? new PictureHeader(PictureKind.Png, Side(file[(Signature + ContentAt)..]), Side(file[(Signature + ContentAt + 4)..]), Turn: 1)
            : throw PictureRefusal.Of(file.Length < Signature + ContentAt + 8 ? "picture-truncated" : "picture-unreadable");

    /// <summary>Returns whether the chunks lead to the last one.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> file)
    {
        for (var rest = file[Signature..]; rest.Length >= Around;)
        {
            if (rest.Slice(TypeAt, 4).SequenceEqual("IEND"u8))
            {
                return true;
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - Around)
            {
                return false;
            }

            rest = rest[((int)length + Around)..];
        }

        return false;
    }

    private static int Side(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadInt32BigEndian(at);
}
