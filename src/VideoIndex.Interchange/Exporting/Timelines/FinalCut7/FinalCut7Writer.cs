using System.Xml.Linq;
using VideoIndex.Exporting;

namespace VideoIndex.Interchange.Exporting.Timelines.FinalCut7;

/// <summary>
/// Writes Final Cut Pro 7's XML, version 5, the only XML Premiere Pro takes: for each video a sequence of the whole of it with a marker for every moment, named by its
/// timecode, and for each rate a sequence of the moments one after the other.
/// </summary>
internal sealed class FinalCut7Writer : IExportWriter
{
    /// <inheritdoc/>
    public string Name => "fcp7-xml";

    /// <inheritdoc/>
    public string Title => "Final Cut Pro 7 XML for Premiere Pro: a sequence of markers for each video, and the moments in a row";

    /// <inheritdoc/>
    public string Ending => ".xml";

    /// <inheritdoc/>
    public bool NamesFrames => true;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var timelines = TimelineSheet.Of(sheet);
        var clips = new ClipElements(timelines.Videos, rules);
        var sequences = timelines.Videos.Select((video, at) => Marked(video, at + 1, clips)).ToList();
        sequences.AddRange(timelines.Pulls.Select((reel, at) => Pulled(timelines, reel, at + 1, clips)));
        var root = new XElement(
            "xmeml",
            new XAttribute("version", "5"),
            new XElement("project", XmlFile.Leaf("name", timelines.Title), new XElement("children", sequences)));
        return new ExportResult(
            [new ExportFile("", XmlFile.Write(root, RuleWords.Of(timelines, rules)), timelines.Moments)],
            [.. timelines.Notes, .. XmlFile.NotesOf(timelines)]);
    }

    private static XElement Marked(TimelineVideo video, int number, ClipElements clips)
    {
        var tracks = new SequenceTracks(clips);
        tracks.Add(video, video.Video.Name, (0, video.Length), 0, video.Video.IsConformed ? $"conformed to {video.Rate} frames a second" : "");
        var markers = video.Video.Moments.Select(moment => (Moment: moment, Frames: video.FramesOf(moment)))
            .Select(marked => Marker(marked.Moment, video.Lead + marked.Frames.First, video.Lead + marked.Frames.Until));
        return Sequence($"markers-{number}", $"{video.Video.Name} markers", video.Length, SequenceRate.Timecode(video.Labels.LabelOf(-video.Lead)), tracks.Media(video), markers);
    }

    private static XElement Pulled(TimelineSheet sheet, PullReel reel, int number, ClipElements clips)
    {
        var tracks = new SequenceTracks(clips);
        foreach (var pull in reel.Pulls)
        {
            tracks.Add(pull.Video, pull.Name, (pull.Video.Lead + pull.Frames.First, pull.Video.Lead + pull.Frames.Until), pull.At, pull.Moment.Note);
        }

        var name = sheet.Pulls.Count == 1 ? $"{sheet.Title} pulls" : $"{sheet.Title} pulls at {reel.Rate}";
        var markers = reel.Pulls.Select(pull => Marker(pull.Moment, pull.At, pull.At + pull.Frames.Count));
        return Sequence($"pulls-{number}", name, reel.Length, SequenceRate.Timecode(reel.Start), tracks.Media(reel.Pulls[0].Video), markers);
    }

    private static XElement Sequence(string id, string name, long length, XElement timecode, XElement media, IEnumerable<XElement> markers) => new(
        "sequence",
        new XAttribute("id", id),
        XmlFile.Leaf("name", name),
        XmlFile.Leaf("duration", length),
        new XElement(timecode.Element("rate")!),
        timecode,
        media,
        markers);

    private static XElement Marker(ExportMoment moment, long first, long until) => new(
        "marker",
        XmlFile.Leaf("comment", moment.Note),
        XmlFile.Leaf("name", Pull.NameOf(moment)),
        XmlFile.Leaf("in", first),
        XmlFile.Leaf("out", until),
        PremiereColours.Of(moment.Colour) is { } colour ? XmlFile.Leaf("pproColor", colour) : null);
}
