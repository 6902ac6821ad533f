using System.Globalization;
using System.Text;
using VideoIndex.Exporting;

namespace VideoIndex.Interchange.Exporting.EditLists;

/// <summary>Makes what people and files wrote fit for a list of lines, which has no way to escape anything. Remembers what it had to change.</summary>
internal sealed class ListText
{
    /// <summary>The most UTF-16 units of a text in a list.</summary>
    public const int Longest = 2000;

    private readonly HashSet<string> _changed = [];
    private readonly HashSet<string> _cut = [];

    /// <summary>Gets what was changed, a sentence each.</summary>
    public IEnumerable<string> Notes =>
    [
        .. _changed.Count == 0 ? (string[])[] : [$"{Texts(_changed.Count)} line breaks, tabs, control or direction characters, or signs that mean something in this format: replaced."],
        .. _cut.Count == 0 ? (string[])[] : [$"{Texts(_cut.Count)} more than {Longest} characters: cut."],
    ];

    /// <summary>Returns a text on one line: white space of any kind is one space; what nobody sees, and what would turn the line's direction, is left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instead">What stands where nothing is left.</param>
    /// <param name="reserved">The sign that means something in the format, and what is written for it.</param>
    public string Of(string text, string instead, (char Sign, char Written)? reserved = null)
    {
        var (kept, changed) = OneLine(text, reserved);
        var line = kept.Trim();
        if (changed || line.Length != kept.Length)
        {
            _changed.Add(text);
        }

        if (line.Length > Longest)
        {
            _cut.Add(text);
            line = Cut(line);
        }

        return line == "" ? instead : line;
    }

    /// <summary>Returns what a moment is called, on one line: by its kind where its name has nothing to be seen.</summary>
    public string NameOf(ExportMoment moment, (char Sign, char Written)? reserved = null) =>
        Of(moment.Name, "", reserved) is { Length: > 0 } name ? name : Of(moment.Kind, "marker", reserved);

    private static (string Kept, bool Changed) OneLine(string text, (char Sign, char Written)? reserved)
    {
        var kept = new StringBuilder(Math.Min(text.Length, Longest + 100));
        var changed = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isSpace = Rune.IsWhiteSpace(rune);
            var isRepeated = isSpace && kept.Length > 0 && kept[^1] == ' ';
            var written = isRepeated ? null : isSpace ? " " : IsUnseen(rune) ? null : reserved is var (sign, other) && rune.Value == sign ? $"{other}" : rune.ToString();
            changed |= written != rune.ToString();
            kept.Append(written);
        }

        return (kept.ToString(), changed || kept.ToString().Contains('\uFFFD') && !text.Contains('\uFFFD'));
    }

    // A mark of direction (U+200E, U+200F, U+061C) belongs to words that are written from the right; what embeds or overrides reaches beyond its text.
    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF or 0xFFFE or 0xFFFF;

    private static string Cut(string line)
    {
        var length = Longest - 1;
        while (length > 0 && (char.IsLowSurrogate(line[length]) || CharUnicodeInfo.GetUnicodeCategory(line, length) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
        {
            length--;
        }

        return line[..length].TrimEnd() + "…";
    }

    private static string Texts(int count) => count == 1 ? "One text has" : string.Create(CultureInfo.InvariantCulture, $"{count} texts have");
}
