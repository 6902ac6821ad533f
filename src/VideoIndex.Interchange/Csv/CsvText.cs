using System.Buffers;
using System.Text;

namespace VideoIndex.Interchange.Csv;

/// <summary>Writes fields of comma-separated values (RFC 4180) that no spreadsheet takes for a formula.</summary>
/// <remarks>
/// A text that begins like a formula (<c>= + - @</c>, narrow or wide, after spaces too, or a tab or a line end) is written with an apostrophe before it; one that begins
/// with apostrophes and then like a formula gets one more. <see cref="Plain"/> takes one away, so what was written is read as it was.
/// </remarks>
internal static class CsvText
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create("\",;\t\r\n");

    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789./");

    /// <summary>Returns a line of fields, the line end included.</summary>
    public static string Line(IEnumerable<string> fields) => new StringBuilder().AppendJoin(',', fields).Append("\r\n").ToString();

    /// <summary>Returns a text that anybody may have written as a field.</summary>
    public static string Guarded(string text) => Quoted(LooksLikeFormula(text) ? "'" + text : text);

    /// <summary>Returns a value as a field: numbers and fractions as they are, below zero too, everything else guarded.</summary>
    public static string Value(string value) => value is ['-', >= '0' and <= '9', ..] && value.AsSpan(1).IndexOfAnyExcept(Figures) < 0 ? value : Guarded(value);

    /// <summary>Returns the text a guarded field was written for.</summary>
    public static string Plain(string field) => field is ['\'', ..] && LooksLikeFormula(field) ? field[1..] : field;

    // Some spreadsheets take the wide forms of these signs for the signs.
    private static bool LooksLikeFormula(string value)
    {
        var begun = value.AsSpan().TrimStart('\'');
        return begun is ['\t' or '\r' or '\n', ..] || begun.TrimStart().TrimStart('\uFEFF') is ['=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..];
    }

    // A space at either end is quoted, so that no reader trims it.
    private static string Quoted(string text) => !text.AsSpan().ContainsAny(NeedQuotes) && text is not ([' ', ..] or [.., ' '])
        ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
