using VideoIndex.Exporting;

namespace VideoIndex.Interchange.Exporting.EditLists;

/// <summary>Makes what people and files wrote fit for a list of lines, which has no way to escape anything. Remembers what it had to change.</summary>
internal sealed class ListText
{
    /// <summary>The most bytes of a text in a list.</summary>
    public const int Longest = 2000;

    private readonly ExportText _text = new();
    private readonly Dictionary<string, string> _lines = [];
    private bool _hadBars;

    /// <summary>Gets what was changed, a sentence each.</summary>
    public IEnumerable<string> Notes => [.. _text.Notes, .. _hadBars ? (string[])["A vertical bar means something in this format, and was written as ¦."] : []];

    /// <summary>Returns a text on one line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instead">What stands where nothing is left.</param>
    public string Of(string text, string instead)
    {
        if (!_lines.TryGetValue(text, out var line))
        {
            line = _text.Line(text, Longest);
            _lines[text] = line;
        }

        return line == "" ? instead : line;
    }

    /// <summary>Returns a text on one line without vertical bars.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instead">What stands where nothing is left.</param>
    public string WithoutBars(string text, string instead)
    {
        var line = Of(text, instead);
        _hadBars |= line.Contains('|', StringComparison.Ordinal);
        return line.Replace('|', '¦');
    }

    /// <summary>Returns what a moment is called, on one line: by its kind where its name has nothing to be seen.</summary>
    public string NameOf(ExportMoment moment) => Of(moment.Name, "") is { Length: > 0 } name ? name : Of(moment.Kind, "marker");
}
