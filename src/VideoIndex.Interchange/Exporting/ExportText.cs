using System.Globalization;
using System.Text;

namespace VideoIndex.Interchange.Exporting;

/// <summary>Makes text fit to leave, for one export, and keeps count of what had to be changed.</summary>
/// <remarks>
/// What a format cannot hold, or what shows nothing and steers something (control characters, halves of characters), becomes U+FFFD, the sign for what could not be
/// shown, and never vanishes without one. Signs that turn the writing direction are text and stay.
/// </remarks>
internal sealed class ExportText
{
    private const char Unshown = '\uFFFD';

    private int _replaced;
    private int _joined;
    private int _cut;

    /// <summary>Gets what was changed, a sentence each.</summary>
    public IEnumerable<string> Notes =>
    [
        .. Note(_replaced, "name holds", "names hold", "control characters or halves of characters, which stand as \uFFFD"),
        .. Note(_joined, "name had", "names had", "several lines, which were made one"),
        .. Note(_cut, "name was", "names were", "too long and cut, with an ellipsis at the end"),
    ];

    /// <summary>Returns text on one line.</summary>
    public string Line(string text)
    {
        var lines = Kept(text);
        if (lines.Contains('\n', StringComparison.Ordinal))
        {
            _joined++;
            lines = string.Join(' ', lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }

        return lines.Replace('\t', ' ').Trim();
    }

    /// <summary>Returns text on one line of at most so many UTF-8 bytes.</summary>
    public string Line(string text, int mostBytes)
    {
        var line = Line(text);
        if (Encoding.UTF8.GetByteCount(line) <= mostBytes)
        {
            return line;
        }

        _cut++;
        var (kept, bytes) = (0, Encoding.UTF8.GetByteCount("\u2026"));
        var elements = StringInfo.GetTextElementEnumerator(line); // what people see as one sign stays whole
        while (elements.MoveNext() && bytes + Encoding.UTF8.GetByteCount(elements.GetTextElement()) <= mostBytes)
        {
            bytes += Encoding.UTF8.GetByteCount(elements.GetTextElement());
            kept += elements.GetTextElement().Length;
        }

        return line[..kept].TrimEnd() + "\u2026";
    }

    /// <summary>Returns text in lines, none of them blank.</summary>
    public IReadOnlyList<string> Lines(string text) =>
        [.. Kept(text).Split('\n').Select(line => line.Replace('\t', ' ').Trim()).Where(line => line != "")];

    /// <summary>Returns text without line ends and what cannot be shown, and with the spaces it has.</summary>
    public string Shown(string text) => Kept(text).Replace('\n', ' ').Replace('\t', ' ');

    /// <summary>Returns text as it stands but for halves of characters, which no UTF-8 can hold, and U+0000, which few programs can.</summary>
    public string Whole(string text)
    {
        var kept = Replaced(text, rune => rune.Value == 0);
        _replaced += kept == text ? 0 : 1;
        return kept;
    }

    // Of line ends, the newline remains.
    private string Kept(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Replace('\v', '\n');
        var kept = Replaced(lines, rune => rune.Value is (< 0x20 and not ('\n' or '\t')) or (>= 0x7F and < 0xA0) or 0xFFFE or 0xFFFF);
        _replaced += kept == lines ? 0 : 1;
        return kept;
    }

    // Halves of characters are enumerated as U+FFFD.
    private static string Replaced(string text, Func<Rune, bool> isUnfit)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = isUnfit(rune) ? kept.Append(Unshown) : kept.Append(rune);
        }

        return kept.ToString();
    }

    private static IEnumerable<string> Note(int count, string one, string many, string what) => count == 0
        ? []
        : [string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)} {what}.")];
}
