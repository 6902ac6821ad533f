using System.Xml;
using System.Xml.Linq;

namespace VideoIndex.Interchange.Tests.Exporting.Timelines;

/// <summary>Reads XML with its document type, which has no subset, and checks it where a DTD is given.</summary>
internal static class SafeXml
{
    public static XDocument Read(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>What a text breaks of a DTD; nothing where it keeps to it.</summary>
    public static List<string> Faults(string text, string root, string dtd)
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, ValidationType = ValidationType.DTD, XmlResolver = null };
        settings.ValidationEventHandler += (_, fault) => faults.Add(fault.Message);
        var declared = text.Replace($"<!DOCTYPE {root}>", $"<!DOCTYPE {root} [\n{dtd}\n]>", StringComparison.Ordinal);
        Assert.NotEqual(text, declared);
        using var reader = XmlReader.Create(new StringReader(declared), settings);
        while (reader.Read())
        {
        }

        return faults;
    }
}
