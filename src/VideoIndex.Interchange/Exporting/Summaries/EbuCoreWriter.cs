using System.Globalization;
using System.Xml;
using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Summaries;

/// <summary>Writes EBUCore 1.10 (EBU Tech 3293): a video with its format, and each moment as a part of it.</summary>
/// <remarks>
/// A part begins at a timecode and lasts a number of edit units, both with the exact rate: <c>editRate</c> times <c>factorNumerator</c> over
/// <c>factorDenominator</c>. Where frames have no numbers it begins at, and lasts, an exact time instead.
/// </remarks>
internal sealed class EbuCoreWriter : IExportWriter
{
    private const string Core = "urn:ebu:metadata-schema:ebucore";
    private const string Dublin = "http://purl.org/dc/elements/1.1/";
    private const int LongestPartName = 200;

    /// <inheritdoc/>
    public string Name => "ebucore";

    /// <inheritdoc/>
    public string Title => "EBUCore 1.10: a video and its moments as parts, for broadcasters";

    /// <inheritdoc/>
    public string Ending => ".xml";

    /// <inheritdoc/>
    public bool NamesFrames => false;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var page = new XmlPage(new ExportText());
        var files = VideoParts.Files(sheet, video => XmlPage.Of(xml => Put(xml, video, rules, page)));
        return new ExportResult(files, [.. ExactSeconds.Notes(sheet), .. VideoParts.Conformed(sheet), .. page.Notes]);
    }

    private static void Put(XmlWriter xml, ExportedVideo video, ExportRules rules, XmlPage page)
    {
        xml.WriteStartElement("ebucore", "ebuCoreMain", Core);
        xml.WriteAttributeString("xmlns", "dc", null, Dublin);
        xml.WriteAttributeString("version", "1.10");
        xml.WriteAttributeString("dateLastModified", rules.Made.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("timeLastModified", rules.Made.UtcDateTime.ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("writingLibraryName", "VideoIndex");
        Start(xml, "coreMetadata");
        PutDublin(xml, "title", "title", page.Fit(video.Name), null);
        PutFormat(xml, video, rules, page);
        Start(xml, "identifier", ("typeLabel", "first 128 bits of the SHA-256 of the file"));
        xml.WriteElementString("dc", "identifier", Dublin, video.Video.Id.ToString());
        xml.WriteEndElement();
        for (var at = 0; at < video.Moments.Count; at++)
        {
            PutPart(xml, video, at, page);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void PutFormat(XmlWriter xml, ExportedVideo video, ExportRules rules, XmlPage page)
    {
        Start(xml, "format");
        if (video.Labels is { } labels)
        {
            Start(xml, "start");
            PutTimecode(xml, labels.First);
            xml.WriteEndElement();
        }

        Start(xml, "duration");
        xml.WriteElementString("ebucore", "normalPlayTime", Core, ExactSeconds.Duration(video.Video.Extent.Duration));
        xml.WriteEndElement();
        xml.WriteElementString("ebucore", "fileSize", Core, video.Video.Bytes.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("ebucore", "fileName", Core, page.Fit(video.Name));
        if (video.Labels is { First.Rate: var rate })
        {
            Start(xml, "editRate", Factors(rate));
            xml.WriteString(rate.Nominal.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
            Start(xml, "technicalAttributeString", ("typeLabel", "timecode"));
            xml.WriteString(video.IsConformed ? "of a copy conformed to the edit rate" : TimecodeOf(video, rules));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void PutPart(XmlWriter xml, ExportedVideo video, int at, XmlPage page)
    {
        var moment = video.Moments[at];
        var name = page.Fit(moment.Name);
        Start(
            xml,
            "part",
            ("partId", string.Create(CultureInfo.InvariantCulture, $"part-{at + 1}")),
            ("partName", Short(name)),
            ("partNumber", (at + 1).ToString(CultureInfo.InvariantCulture)),
            ("partTotalNumber", video.Moments.Count.ToString(CultureInfo.InvariantCulture)),
            ("typeLabel", page.Fit(moment.Kind)));
        PutDublin(xml, "title", "title", name, moment.Language);
        PutDublin(xml, "description", "description", page.Fit(moment.Note), null);
        if (video.Labels is { } labels)
        {
            var frames = labels.FramesOf(moment.Span);
            Start(xml, "partStartTime");
            PutTimecode(xml, labels.LabelOf(frames.First));
            xml.WriteEndElement();
            Start(xml, "partDuration");
            Start(xml, "editUnitNumber", Rate(labels.First.Rate));
            xml.WriteString(frames.Count.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
        else
        {
            Start(xml, "partStartTime");
            xml.WriteElementString("ebucore", "offsetNormalPlayTime", Core, $"PT{ExactSeconds.Up(moment.Span.Start.Seconds)}S");
            xml.WriteEndElement();
            Start(xml, "partDuration");
            xml.WriteElementString("ebucore", "normalPlayTime", Core, ExactSeconds.Duration(moment.Span.Duration));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void PutTimecode(XmlWriter xml, Timecode label)
    {
        Start(xml, "timecode", Rate(label.Rate));
        xml.WriteAttributeString("dropframe", label.DropFrame ? "true" : "false");
        xml.WriteString(label.ToString());
        xml.WriteEndElement();
    }

    private static void PutDublin(XmlWriter xml, string element, string inner, string text, string? language)
    {
        Start(xml, element);
        xml.WriteStartElement("dc", inner, Dublin);
        if (XmlPage.Language(language) is { } known)
        {
            xml.WriteAttributeString("xml", "lang", null, known);
        }

        xml.WriteString(text);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string element, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement("ebucore", element, Core);
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }
    }

    private static (string Name, string Value)[] Rate(FrameRate rate) => [("editRate", rate.Nominal.ToString(CultureInfo.InvariantCulture)), .. Factors(rate)];

    // 30000/1001 is 30 times 1000/1001.
    private static (string Name, string Value)[] Factors(FrameRate rate)
    {
        var factor = rate.FramesPerSecond / new Rational(rate.Nominal, 1);
        return [("factorNumerator", factor.Numerator.ToString(CultureInfo.InvariantCulture)), ("factorDenominator", factor.Denominator.ToString(CultureInfo.InvariantCulture))];
    }

    private static string TimecodeOf(ExportedVideo video, ExportRules rules) =>
        rules.Timecode == TimecodeKind.Source && rules.Start is null && video.Video.Probe?.StartTimecode is not null ? "source" : "running";

    private static string Short(string name) => name.Length <= LongestPartName ? name : name[..(char.IsHighSurrogate(name[LongestPartName - 1]) ? LongestPartName - 1 : LongestPartName)] + "…";
}
