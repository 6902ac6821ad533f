using System.Xml.Linq;
using VideoIndex.Exporting;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Timelines.FinalCut;

/// <summary>Says a moment as a keyword or a marker.</summary>
internal static class FinalCutWords
{
    // What says something once and not again; a keyword for each would fill the browser with collections of one.
    private static readonly string[] SaidOnce = ["say", "shot", "scene", "video", TagKinds.Text, TagKinds.Chapter, TagKinds.Replay];

    /// <summary>Returns whether moments of a kind are keywords, for their names recur: brands, things, faces, colours, tags. Markers otherwise.</summary>
    public static bool IsKeyword(string kind) => !SaidOnce.Contains(kind);

    /// <summary>Returns a moment's keyword: its name on one line, without commas, at which Final Cut Pro parts one keyword from the next.</summary>
    public static string Keyword(ExportMoment moment) =>
        string.Join(' ', Pull.NameOf(moment).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(',', ';');

    /// <summary>Returns a moment over its frames.</summary>
    public static XElement Of(ExportMoment moment, TimelineVideo video, FrameRange frames)
    {
        if (!IsKeyword(moment.Kind))
        {
            return Marker(moment, video, frames);
        }

        var (keyword, name) = (Keyword(moment), Pull.NameOf(moment));
        return Placed("keyword", keyword, keyword == name ? moment.Note : $"{name} ({moment.Note})", video, frames);
    }

    /// <summary>Returns a moment as a marker over its frames. Final Cut Pro shows where it begins; other readers, how long it is.</summary>
    public static XElement Marker(ExportMoment moment, TimelineVideo video, FrameRange frames) =>
        Placed("marker", Pull.NameOf(moment), moment.Note, video, frames);

    private static XElement Placed(string element, string value, string note, TimelineVideo video, FrameRange frames) => new(
        element,
        new XAttribute("start", FinalCutTime.Of(video.OnTape(frames.First), video.Rate)),
        new XAttribute("duration", FinalCutTime.Of(frames.Count, video.Rate)),
        XmlFile.Mark("value", value),
        XmlFile.Mark("note", note));
}
