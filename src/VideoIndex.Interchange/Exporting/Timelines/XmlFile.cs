using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace VideoIndex.Interchange.Exporting.Timelines;

/// <summary>Writes XML that any reader takes back as it was meant.</summary>
internal static class XmlFile
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize, // else a carriage return would be read back as a line break
        OmitXmlDeclaration = true, // a string's would say UTF-16
    };

    /// <summary>Returns a document with its declaration, a document type without a subset, and sentences for whoever opens it.</summary>
    public static string Write(XElement root, IEnumerable<string> sentences)
    {
        // Two hyphens would end a comment.
        var comments = sentences.Select(sentence => new XComment($" {Text(sentence).Replace("-", "\u2010", StringComparison.Ordinal)} "));
        var document = new XDocument(comments, root);
        var text = new StringBuilder($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE {root.Name.LocalName}>\n");
        using (var writer = XmlWriter.Create(text, Settings))
        {
            document.Save(writer);
        }

        return text.Append('\n').ToString();
    }

    /// <summary>Returns a text that XML can hold: what it cannot, control characters and halves of characters, is the replacement character.</summary>
    public static string Text(string text)
    {
        if (IsLegal(text))
        {
            return text;
        }

        var legal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            legal.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        }

        return legal.ToString();
    }

    /// <summary>Returns whether XML can hold a text as it is.</summary>
    public static bool IsLegal(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var isPair = at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]);
            if (!isPair && !XmlConvert.IsXmlChar(text[at]))
            {
                return false;
            }

            at += isPair ? 1 : 0;
        }

        return true;
    }

    /// <summary>Returns an element that holds a text.</summary>
    public static XElement Leaf(string name, string text) => new(name, Text(text));

    /// <summary>Returns an element that holds a number.</summary>
    public static XElement Leaf(string name, long number) => new(name, number);

    /// <summary>Returns an attribute that holds a text.</summary>
    public static XAttribute Mark(string name, string text) => new(name, Text(text));

    /// <summary>Returns what is to be said where XML cannot hold every name.</summary>
    public static IEnumerable<string> NotesOf(TimelineSheet sheet)
    {
        var illegal = sheet.Pulls.Sum(reel => reel.Pulls.Count(pull => !IsLegal(pull.Moment.Name)));
        return illegal == 0 ? [] : [$"XML has no place for control characters: in {illegal} of {sheet.Moments} names they are U+FFFD."];
    }
}
