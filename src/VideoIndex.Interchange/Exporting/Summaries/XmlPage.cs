using System.Text;
using System.Xml;

namespace VideoIndex.Interchange.Exporting.Summaries;

/// <summary>Writes XML 1.0, and makes text fit for it: what XML has no way to hold becomes U+FFFD.</summary>
/// <param name="text">What makes text fit to leave.</param>
internal sealed class XmlPage(ExportText text)
{
    private const string Header = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        OmitXmlDeclaration = true,
        ConformanceLevel = ConformanceLevel.Fragment,
    };

    private bool _replaced;

    /// <summary>Gets what was changed, a sentence each.</summary>
    public IEnumerable<string> Notes => [.. text.Notes, .. _replaced ? (string[])["Control characters, which XML cannot hold, stand as \uFFFD."] : []];

    /// <summary>Returns the file that is written.</summary>
    public static string Of(Action<XmlWriter> write)
    {
        var file = new StringBuilder(Header);
        using (var xml = XmlWriter.Create(file, Settings))
        {
            write(xml);
        }

        return file.Append('\n').ToString();
    }

    /// <summary>Returns text that XML can hold.</summary>
    public string Fit(string any)
    {
        var whole = text.Whole(any);
        var fit = string.Concat(whole.Select(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter) ? letter : '\uFFFD'));
        _replaced |= fit != whole;
        return fit;
    }

    /// <summary>Returns a language as XML knows it; null for what is none.</summary>
    public static string? Language(string? language) => language is { Length: > 0 and <= 35 } && language.Split('-') is [{ Length: <= 8 } first, .. var rest]
        && first.Length > 0 && first.All(char.IsAsciiLetter) && rest.All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit)) ? language : null;
}
