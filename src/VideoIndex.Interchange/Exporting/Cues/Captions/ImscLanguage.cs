using System.Text;
using System.Text.RegularExpressions;

namespace VideoIndex.Interchange.Exporting.Cues.Captions;

/// <summary>What a document says of the language it is in and of the way its script runs.</summary>
internal static partial class ImscLanguage
{
    /// <summary>Returns a language as <c>xml:lang</c> may hold it; empty, which is allowed and says nothing, where it is unknown or no language code.</summary>
    public static string Of(string? language) => language is not null && Code().IsMatch(language) ? language : "";

    /// <summary>Returns whether text is read from right to left, by its first letter.</summary>
    public static bool RunsLeft(string text) => text.EnumerateRunes().FirstOrDefault(Rune.IsLetter).Value is
        (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);

    [GeneratedRegex("^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
