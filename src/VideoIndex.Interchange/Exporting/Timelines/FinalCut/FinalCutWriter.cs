using System.Xml.Linq;
using VideoIndex.Exporting;

namespace VideoIndex.Interchange.Exporting.Timelines.FinalCut;

/// <summary>
/// Writes FCPXML 1.10 for Final Cut Pro: an event with every video as a clip that has a keyword over each stretch where a name recurs and a marker where something is
/// there once, and for each rate a project of the moments one after the other.
/// </summary>
/// <remarks>
/// Final Cut Pro refuses a whole file for one clip that reaches outside of its media, and takes the media to begin at its own timecode. So places in a file are told
/// in the file's own timecode, also where frames are named by a running one. Places in a project count from 0.
/// </remarks>
internal sealed class FinalCutWriter : IExportWriter
{
    /// <inheritdoc/>
    public string Name => "fcpxml";

    /// <inheritdoc/>
    public string Title => "FCPXML 1.10 for Final Cut Pro: clips with keywords and markers, and the moments in a row";

    /// <inheritdoc/>
    public string Ending => ".fcpxml";

    /// <inheritdoc/>
    public bool NamesFrames => true;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var timelines = TimelineSheet.Of(sheet);
        var resources = new FinalCutResources(timelines.Videos, rules);
        var words = RuleWords.Of(timelines, rules);
        var keywords = new SortedSet<string>(StringComparer.Ordinal);
        List<XElement> clips = [.. timelines.Videos.Select(video => Whole(video, resources, keywords))];
        var root = new XElement(
            "fcpxml",
            new XAttribute("version", "1.10"),
            resources.Written,
            new XElement(
                "event",
                XmlFile.Mark("name", timelines.Title),
                clips,
                keywords.Select(keyword => new XElement("keyword-collection", XmlFile.Mark("name", keyword))),
                timelines.Pulls.Select(reel => Project(timelines, reel, resources, string.Join(' ', words)))));
        return new ExportResult([new ExportFile("", XmlFile.Write(root, words), timelines.Moments)], [.. timelines.Notes, .. XmlFile.NotesOf(timelines), .. NotesOf(timelines, rules)]);
    }

    private static IEnumerable<string> NotesOf(TimelineSheet sheet, ExportRules rules)
    {
        if (rules.Timecode == TimecodeKind.Running && sheet.Videos.Any(video => video.Labels.First != video.FileStart))
        {
            yield return "Final Cut Pro names the frames of a clip by the file's own timecode, whichever was chosen.";
        }

        var parted = sheet.Pulls.Sum(reel => reel.Pulls.Count(pull => FinalCutWords.IsKeyword(pull.Moment.Kind) && pull.Name.Contains(',', StringComparison.Ordinal)));
        if (parted > 0)
        {
            yield return $"Final Cut Pro parts keywords at commas: {parted} have a semicolon in its place, and the name as it is in their note.";
        }
    }

    private static XElement Whole(TimelineVideo video, FinalCutResources resources, SortedSet<string> keywords)
    {
        var clip = resources.Clip(video, video.Video.Name, 0, video.Length);
        if (video.Video.IsConformed)
        {
            clip.Add(XmlFile.Leaf("note", $"Its rate varies: these are the frames of a copy conformed to {video.Rate} frames a second."));
        }

        foreach (var moment in video.Video.Moments)
        {
            var frames = video.FramesOf(moment);
            clip.Add(FinalCutWords.Of(moment, video, frames));
            if (FinalCutWords.IsKeyword(moment.Kind))
            {
                keywords.Add(XmlFile.Text(FinalCutWords.Keyword(moment)));
            }
        }

        return clip;
    }

    private static XElement Project(TimelineSheet sheet, PullReel reel, FinalCutResources resources, string words)
    {
        var spine = new XElement("spine");
        foreach (var pull in reel.Pulls)
        {
            var clip = resources.Clip(pull.Video, pull.Name, pull.Video.Lead + pull.Frames.First, pull.Frames.Count);
            clip.SetAttributeValue("offset", FinalCutTime.Of(pull.At, reel.Rate));
            clip.Add(XmlFile.Leaf("note", pull.Moment.Note), FinalCutWords.Marker(pull.Moment, pull.Video, pull.Frames));
            spine.Add(clip);
        }

        var first = reel.Pulls[0].Video;
        return new XElement(
            "project",
            XmlFile.Mark("name", sheet.Pulls.Count == 1 ? $"{sheet.Title} pulls" : $"{sheet.Title} pulls at {reel.Rate}"),
            new XElement(
                "sequence",
                new XAttribute("format", resources.FormatOf(first)),
                new XAttribute("duration", FinalCutTime.Of(reel.Length, reel.Rate)),
                new XAttribute("tcStart", "0s"),
                new XAttribute("tcFormat", first.FileStart.DropFrame ? "DF" : "NDF"),
                new XAttribute("audioLayout", "stereo"),
                new XAttribute("audioRate", "48k"),
                XmlFile.Leaf("note", words),
                spine));
    }
}
