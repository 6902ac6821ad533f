using System.Xml;
using System.Xml.Linq;
using VideoIndex.Interchange.Exposure.Html;

namespace VideoIndex.Interchange.Tests.Exposure.Html;

/// <summary>Reads pages as XML, which fails at the first thing that is not well-formed.</summary>
internal static class PageReader
{
    public static XElement Read(SponsorPage page, Func<string, byte[]?>? picture = null)
    {
        using var text = new StringReader(page.Write(picture ?? (_ => null)));
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public static IEnumerable<XElement> All(this XElement page, params string[] names) => page.Descendants().Where(one => names.Contains(one.Name.LocalName));

    public static string? Of(this XElement element, string attribute) => element.Attribute(attribute)?.Value;
}
