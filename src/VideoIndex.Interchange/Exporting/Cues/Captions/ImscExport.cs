using System.Text;
using System.Xml;
using VideoIndex.Exporting;
using VideoIndex.Interchange.Transcripts.Cues;

namespace VideoIndex.Interchange.Exporting.Cues.Captions;

/// <summary>Writes captions of W3C's "TTML Profiles for Internet Media Subtitles and Captions 1.1", text profile.</summary>
/// <remarks>Whether a document keeps within the profile's model of how fast a player can draw is not reckoned.</remarks>
internal sealed class ImscExport : IExportWriter
{
    private const string Tt = "http://www.w3.org/ns/ttml";
    private const string Ttp = Tt + "#parameter";
    private const string Tts = Tt + "#styling";
    private const string Ttm = Tt + "#metadata";
    private const string TextProfile = Tt + "/profile/imsc1.1/text";

    private static readonly XmlWriterSettings Settings = new() { Indent = true, IndentChars = " ", NewLineChars = "\n", OmitXmlDeclaration = true };

    /// <inheritdoc/>
    public string Name => "imsc";

    /// <inheritdoc/>
    public string Title => "IMSC 1.1 text captions (TTML): a cue a moment, or a transcript in cues to read; to the frame";

    /// <inheritdoc/>
    public string Ending => ".ttml";

    /// <inheritdoc/>
    public bool NamesFrames => false;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var text = new ExportText();
        var tracks = CaptionSource.Of(sheet, rules, text);
        List<ExportFile> files = [.. tracks.Select(track => new ExportFile(track.Part, Document(track, sheet.Title, text), track.Cues.Count))];
        var unframed = tracks.Where(track => ImscClock.Of(track.Video).IsInFrames is false).Select(track => $"The frames of '{track.Video.Name}' cannot be counted from zero: its cues are timed to the millisecond.");
        return new ExportResult(files, [.. tracks.SelectMany(track => track.Notes).Distinct(), .. VideoParts.Conformed(sheet), .. unframed.Distinct(), .. text.Notes]);
    }

    private static string Document(CaptionTrackSheet track, string title, ExportText text)
    {
        var clock = ImscClock.Of(track.Video);
        var speakers = track.Cues.SelectMany(cue => cue.Lines).Select(line => line.Speaker).OfType<string>().Distinct().ToList();
        var file = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (var xml = XmlWriter.Create(file, Settings))
        {
            xml.WriteStartElement("tt", Tt);
            xml.WriteAttributeString("xmlns", "ttp", null, Ttp);
            xml.WriteAttributeString("xmlns", "tts", null, Tts);
            xml.WriteAttributeString("xmlns", "ttm", null, Ttm);
            xml.WriteAttributeString("xml", "lang", null, ImscLanguage.Of(track.Language));
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteAttributeString("contentProfiles", Ttp, TextProfile);
            xml.WriteAttributeString("timeBase", Ttp, "media");
            foreach (var (name, value) in clock.Parameters)
            {
                xml.WriteAttributeString(name, Ttp, value);
            }

            PutHead(xml, text.Shown(title), [.. speakers.Select(text.Shown)]);
            xml.WriteStartElement("body", Tt);
            xml.WriteStartElement("div", Tt);
            foreach (var cue in track.Cues)
            {
                PutCue(xml, cue, clock, speakers, text);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return file.Append('\n').ToString();
    }

    private static void PutHead(XmlWriter xml, string title, IReadOnlyList<string> speakers)
    {
        xml.WriteStartElement("head", Tt);
        xml.WriteStartElement("metadata", Tt);
        xml.WriteElementString("title", Ttm, title);
        for (var at = 0; at < speakers.Count; at++)
        {
            xml.WriteStartElement("agent", Ttm);
            xml.WriteAttributeString("xml", "id", null, AgentOf(at));
            xml.WriteAttributeString("type", "person");
            xml.WriteStartElement("name", Ttm);
            xml.WriteAttributeString("type", "alias");
            xml.WriteString(speakers[at]);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("styling", Tt);
        Put(xml, "style", ("id", "words"), ("fontFamily", "proportionalSansSerif"), ("fontSize", "100%"), ("color", "#ffffff"), ("textAlign", "center"));
        Put(xml, "style", ("id", "ground"), ("backgroundColor", "#000000c0"));
        xml.WriteEndElement();
        xml.WriteStartElement("layout", Tt);
        Put(xml, "region", ("id", "below"), ("origin", "10% 10%"), ("extent", "80% 80%"), ("displayAlign", "after"), ("showBackground", "whenActive"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void PutCue(XmlWriter xml, Cue cue, ImscClock clock, List<string> speakers, ExportText text)
    {
        var (begin, end) = clock.Of(cue.Span);
        xml.WriteStartElement("p", Tt);
        xml.WriteAttributeString("begin", begin);
        xml.WriteAttributeString("end", end);
        xml.WriteAttributeString("region", "below");
        xml.WriteAttributeString("style", "words");
        if (ImscLanguage.RunsLeft(cue.Text))
        {
            xml.WriteAttributeString("direction", Tts, "rtl");
        }

        xml.WriteRaw(""); // from here on nothing is indented: spaces inside a paragraph are shown
        for (var at = 0; at < cue.Lines.Count; at++)
        {
            if (at > 0)
            {
                xml.WriteStartElement("br", Tt);
                xml.WriteEndElement();
            }

            xml.WriteStartElement("span", Tt);
            xml.WriteAttributeString("style", "ground");
            if (cue.Lines[at].Speaker is { } speaker)
            {
                xml.WriteAttributeString("agent", Ttm, AgentOf(speakers.IndexOf(speaker)));
            }

            xml.WriteString(text.Shown(cue.Lines[at].Text));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string AgentOf(int at) => $"agent{at + 1}";

    private static void Put(XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element, Tt);
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name == "id" ? "xml" : "tts", name, name == "id" ? null : Tts, value);
        }

        xml.WriteEndElement();
    }
}
