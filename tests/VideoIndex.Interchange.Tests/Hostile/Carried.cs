using System.Globalization;
using System.Text;

namespace VideoIndex.Interchange.Tests.Hostile;

/// <summary>What each format can hold as it stands, by its own rules. What it cannot is to be there in another form, and never to hurt.</summary>
internal static class Carried
{
    /// <summary>Returns whether a name comes back from a format as it was.</summary>
    public static bool By(string format, string name) => format switch
    {
        "json" or "vtt-metadata" or "csv" => IsUnicode(name) && !name.Contains('\0'),
        "azure-insights" => IsUnicode(name) && !name.Contains('\0') && name != "",
        "otio" => IsUnicode(name) && !name.Contains('\0') && !string.IsNullOrWhiteSpace(name),
        "fcpxml" or "fcp7-xml" => IsLine(name) && IsXml(name) && !string.IsNullOrWhiteSpace(name),
        "xmp" or "ebucore" => IsLine(name) && IsXml(name) && name.Length < 1000 && name.Trim() == name && name != "",
        "iptc" or "schema-org" => IsLine(name) && IsUnicode(name) && name.Trim() == name && name != "",
        "media-fragments" => IsTidy(name, 1000),
        "imsc" or "srt" or "vtt" or "vtt-chapters" => IsTidy(name, 200_000),
        "ffmetadata" => IsTidy(name, 255) && !name.EndsWith('\\'), // at the end of a line FFmpeg takes it for more to come, escaped or not
        "youtube" => IsTidy(name, 200) && !name.AsSpan().ContainsAny('<', '>') && !name.Contains(" / ", StringComparison.Ordinal),
        "edl" or "avid-markers" => IsTidy(name, 2000),
        "resolve-markers" => IsTidy(name, 2000) && !name.Contains('|', StringComparison.Ordinal),
        "vtt-thumbnails" => false, // it has pictures and no names
        _ => throw new InvalidOperationException($"Nobody has said what {format} can carry."),
    };

    /// <summary>Returns a name as a reader who knows the format's custom has it: SubRip has no escape but a space of no width, tables an apostrophe before what looks like a formula.</summary>
    public static string Read(string format, string name) => format switch
    {
        "srt" => name.Replace("\u200B", "", StringComparison.Ordinal),
        "csv" => name.StartsWith('\'') && IsFormula(name.TrimStart('\'')) ? name[1..] : name,
        _ => name,
    };

    private static bool IsFormula(string name) => name is ['\t' or '\r' or '\n', ..] || name.Trim([' ', '\u00A0', '\u3000', '\uFEFF', '\v', '\f', '\u0085', '\u2028', '\u2029']) is [var first, ..] && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".Contains(first);

    /// <summary>Returns whether a name comes back when the format is taken in again. Captions are read as plain text: up to 4,000 letters, composed, without signs nobody sees, with one space at a time. What has no name gets its kind's.</summary>
    public static bool Back(string format, string name) => By(format, name) && name != "" && (format is not ("srt" or "vtt" or "imsc") || (IsSeen(name) && name.Length <= 4000 && !name.Contains("  ", StringComparison.Ordinal)
        && !name.EnumerateRunes().Any(rune => rune.Value is 0xA0 or (>= 0x300 and <= 0x36F) || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value != 0x200D))));

    /// <summary>Returns whether anything of a name can be seen.</summary>
    public static bool IsSeen(string name) => name.EnumerateRunes().Any(rune => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control));

    private static bool IsTidy(string name, int bytes) => IsLine(name) && IsXml(name) && name.Trim() == name && name != "" && Encoding.UTF8.GetByteCount(name) <= bytes;

    private static bool IsUnicode(string name) => !name.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar) || name.Contains('\uFFFD', StringComparison.Ordinal);

    private static bool IsLine(string name) => IsUnicode(name) && !name.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029');

    private static bool IsXml(string name) => !name.AsSpan().ContainsAny('\uFFFE', '\uFFFF');
}
