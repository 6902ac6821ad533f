using System.Text;
using System.Text.Unicode;

namespace VideoIndex.Brands.Pictures;

/// <summary>Tells what a file is that is no picture of a kind that is read, so that the refusal says what to do. Pure.</summary>
internal static class OtherKinds
{
    private const int Looked = 4096;
    private const int PacketLength = 188; // of a transport stream

    /// <summary>Returns the code it is refused with.</summary>
    public static string CodeOf(ReadOnlySpan<byte> file)
    {
        var head = file[..Math.Min(file.Length, Looked)];
        return IsDocument(head) ? "picture-is-document"
            : IsVideo(file) ? "picture-is-video"
            : !IsText(head, isCut: file.Length > Looked) ? "picture-kind-not-read"
            : Encoding.UTF8.GetString(head).Contains("<svg", StringComparison.OrdinalIgnoreCase) ? "picture-is-svg"
            : "picture-is-text";
    }

    private static bool IsDocument(ReadOnlySpan<byte> head) =>
        head.IndexOf("%PDF-"u8) is >= 0 and < 1024 || head.StartsWith("%!PS"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xC5, 0xD0, 0xD3, 0xC6]);

    // AVIF and HEIC are pictures in the wrapping of a video.
    private static bool IsVideo(ReadOnlySpan<byte> file) => file switch
    {
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] =>
            !(file.Length >= 12 && Encoding.Latin1.GetString(file[8..12]) is "avif" or "avis" or "heic" or "heix" or "heim" or "mif1" or "msf1"),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => true,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'A', (byte)'V', (byte)'I', (byte)' ', ..] => true,
        [(byte)'F', (byte)'L', (byte)'V', 1, ..] => true,
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => true,
        [0, 0, 1, 0xBA or 0xB3, ..] => true,
        [0x06, 0x0E, 0x2B, 0x34, ..] => true, // MXF
        [0x47, ..] => file.Length > 2 * PacketLength && file[PacketLength] == 0x47 && file[2 * PacketLength] == 0x47,
        _ => false,
    };

    private static bool IsText(ReadOnlySpan<byte> head, bool isCut)
    {
        // The last letter may have been cut in two.
        for (var cut = 0; cut <= (isCut ? 3 : 0); cut++)
        {
            if (Utf8.IsValid(head[..^cut]))
            {
                return !head[..^cut].ContainsAnyInRange<byte>(0, 8);
            }
        }

        return head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]; // UTF-16
    }
}
