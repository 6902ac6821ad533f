using System.Buffers.Binary;
using System.Text;
using VideoIndex.Transcripts;

namespace VideoIndex.Ffmpeg.Captions.Tracks;

/// <summary>Reads the words in the packets of the text codecs, by FFmpeg's names for these.</summary>
internal static class TextPayload
{
    private const int FieldsBeforeText = 8; // of a SubStation Alpha line: order, layer, style, name, three margins, effect

    /// <summary>Returns whether packets of a codec hold words; others hold pictures of words, or nothing known.</summary>
    public static bool IsText(string codec) => codec is "mov_text" or "webvtt" or "subrip" or "srt" or "ass" or "ssa" or "text";

    /// <summary>Returns the words of one packet as plain text; empty when it holds none. Throws for no bytes.</summary>
    public static string Read(string codec, ReadOnlySpan<byte> payload) => codec switch
    {
        "mov_text" => CaptionText.FromMarkup(TimedText(payload)),
        "ass" or "ssa" => CaptionText.FromSubStation(Dialogue(Utf8(payload))),
        _ => CaptionText.FromMarkup(Utf8(payload)),
    };

    // 3GPP TS 26.245: two bytes of length, that many of UTF-8, or of UTF-16 behind its mark; styles follow.
    private static string TimedText(ReadOnlySpan<byte> sample)
    {
        if (sample.Length < 2)
        {
            return "";
        }

        var text = sample[2..];
        text = text[..Math.Min(text.Length, BinaryPrimitives.ReadUInt16BigEndian(sample))];
        return text switch
        {
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(text[2..]),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(text[2..]),
            _ => Utf8(text),
        };
    }

    private static string Dialogue(string line)
    {
        var at = 0;
        for (var field = 0; field < FieldsBeforeText; field++)
        {
            at = line.IndexOf(',', at) + 1;
            if (at == 0)
            {
                return "";
            }
        }

        return line[at..];
    }

    private static string Utf8(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes).TrimEnd('\0');
}
