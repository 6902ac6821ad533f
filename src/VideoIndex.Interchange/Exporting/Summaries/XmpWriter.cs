using System.Globalization;
using System.Xml;
using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Summaries;

/// <summary>Writes markers as XMP, Adobe's side-car beside a video: a track of markers, counted from the beginning of the file.</summary>
/// <remarks>
/// With a constant rate, starts and lengths are frames of that rate, counted from the beginning of the file. With a varying one they are counted in the 254016000000
/// parts of a second that Adobe's programs count in, rounded to the nearest.
/// </remarks>
internal sealed class XmpWriter : IExportWriter
{
    private const string Meta = "adobe:ns:meta/";
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string Xmp = "http://ns.adobe.com/xap/1.0/";
    private const string Media = "http://ns.adobe.com/xmp/1.0/DynamicMedia/";
    private const long Ticks = 254_016_000_000;

    /// <inheritdoc/>
    public string Name => "xmp";

    /// <inheritdoc/>
    public string Title => "XMP side-car with markers, for Adobe's programs";

    /// <inheritdoc/>
    public string Ending => ".xmp";

    /// <inheritdoc/>
    public bool NamesFrames => false;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var page = new XmlPage(new ExportText());
        var files = VideoParts.Files(sheet, video => XmlPage.Of(xml => Put(xml, sheet.Title, video, rules, page)));
        return new ExportResult(
            files,
            [.. ExactSeconds.Notes(sheet with { Videos = [.. sheet.Videos.Select(video => video with { Labels = video.IsConformed ? null : video.Labels })] }), "Markers are counted from the beginning of the file, whatever its timecode. Their colours are not carried.", .. page.Notes]);
    }

    private static void Put(XmlWriter xml, string title, ExportedVideo video, ExportRules rules, XmlPage page)
    {
        var rate = CountedAt(video);
        xml.WriteProcessingInstruction("xpacket", "begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"");
        xml.WriteStartElement("x", "xmpmeta", Meta);
        xml.WriteAttributeString("x", "xmptk", Meta, "VideoIndex");
        xml.WriteStartElement("rdf", "RDF", Rdf);
        xml.WriteStartElement("rdf", "Description", Rdf);
        xml.WriteAttributeString("rdf", "about", Rdf, "");
        xml.WriteAttributeString("xmlns", "xmp", null, Xmp);
        xml.WriteAttributeString("xmlns", "xmpDM", null, Media);
        xml.WriteElementString("xmp", "MetadataDate", Xmp, rules.Made.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        xml.WriteStartElement("xmpDM", "Tracks", Media);
        xml.WriteStartElement("rdf", "Bag", Rdf);
        StartResource(xml);
        xml.WriteElementString("xmpDM", "trackName", Media, page.Fit(title));
        xml.WriteElementString("xmpDM", "trackType", Media, "Comment");
        xml.WriteElementString("xmpDM", "frameRate", Media, rate is { } counted ? Spelled(counted.FramesPerSecond) : Spelled(new Rational(Ticks, 1)));
        xml.WriteStartElement("xmpDM", "markers", Media);
        xml.WriteStartElement("rdf", "Seq", Rdf);
        foreach (var moment in video.Moments)
        {
            Put(xml, moment, CountsOf(video, moment.Span), page);
        }

        for (var open = 0; open < 8; open++)
        {
            xml.WriteEndElement();
        }

        xml.WriteProcessingInstruction("xpacket", "end=\"w\"");
    }

    private static void Put(XmlWriter xml, ExportMoment moment, (long Start, long Length) counts, XmlPage page)
    {
        StartResource(xml);
        xml.WriteElementString("xmpDM", "startTime", Media, counts.Start.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("xmpDM", "duration", Media, counts.Length.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("xmpDM", "name", Media, page.Fit(moment.Name));
        xml.WriteElementString("xmpDM", "comment", Media, page.Fit(moment.Note));
        xml.WriteElementString("xmpDM", "type", Media, "Comment");
        if (moment.Speaker is { } speaker)
        {
            xml.WriteElementString("xmpDM", "speaker", Media, page.Fit(speaker));
        }

        xml.WriteEndElement();
    }

    private static void StartResource(XmlWriter xml)
    {
        xml.WriteStartElement("rdf", "li", Rdf);
        xml.WriteAttributeString("rdf", "parseType", Rdf, "Resource");
    }

    private static FrameRate? CountedAt(ExportedVideo video) => video.IsConformed ? null : video.Labels?.First.Rate;

    private static (long Start, long Length) CountsOf(ExportedVideo video, MediaSpan span)
    {
        if (video.Labels is { } labels && !video.IsConformed)
        {
            // From the beginning of the file, which may have sound before its first picture.
            var frames = labels.FramesOf(span);
            return (Math.Max(0, frames.First + (labels.FirstFrame.Seconds * labels.First.Rate.FramesPerSecond).Round()), frames.Count);
        }

        var (start, end) = ((span.Start.Seconds * new Rational(Ticks, 1)).Round(), (span.End.Seconds * new Rational(Ticks, 1)).Round());
        return (start, end - start);
    }

    // f25, f30000s1001
    private static string Spelled(Rational rate) =>
        string.Create(CultureInfo.InvariantCulture, $"f{rate.Numerator}{(rate.Denominator == 1 ? "" : $"s{rate.Denominator}")}");
}
