using System.Text.RegularExpressions;
using VideoIndex.Interchange.Captions;

namespace VideoIndex.Interchange.Importing.Tables;

/// <summary>Tells which language a caption file is in: as ordered, else as the file says, else as its name does.</summary>
internal static partial class CaptionLanguage
{
    private const int Beginning = 4_000;

    /// <summary>Returns the language; null where nobody says.</summary>
    public static string? Of(string text, ImportOrder order)
    {
        var video = order.Video.Path[(order.Video.Path.LastIndexOfAny(['/', '\\']) + 1)..];
        return order.Language ?? Said(text.Length > Beginning ? text[..Beginning] : text) ?? SidecarName.Read(order.FileName, video)?.Language;
    }

    private static string? Said(string text) =>
        Attribute().Match(text) is { Success: true } attribute ? attribute.Groups["code"].Value : Header().Match(text) is { Success: true } header ? header.Groups["code"].Value : null;

    // <tt xml:lang="de">
    [GeneratedRegex("""<(\w+:)?tt\s[^>]*xml:lang=["'](?<code>[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();

    // WEBVTT, then: Language: de
    [GeneratedRegex("""^\uFEFF?WEBVTT[^\n]*\r?\n([^\n]+\r?\n)*?Language:\s*(?<code>[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*)\s*(\n|$)""", RegexOptions.CultureInvariant)]
    private static partial Regex Header();
}
