using System.Globalization;
using System.Text;
using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.EditLists;

/// <summary>Writes markers as DaVinci Resolve reads them by "Timeline Markers from EDL": a file a video, each marker at its label on the timeline.</summary>
/// <remarks>
/// The note stands before the first <c>|</c>, since Resolve takes no other place for it, and never begins like an event. Resolve keeps one marker a frame.
/// </remarks>
internal sealed class ResolveMarkerWriter : IExportWriter
{
    private const int MostEvents = 999;

    /// <inheritdoc/>
    public string Name => "resolve-markers";

    /// <inheritdoc/>
    public string Title => "DaVinci Resolve timeline markers, as an edit decision list";

    /// <inheritdoc/>
    public string Ending => ".edl";

    /// <inheritdoc/>
    public bool NamesFrames => true;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var text = new ListText();
        var parts = VideoParts.Of(sheet);
        var (files, notes) = (new List<ExportFile>(), new List<string>());
        foreach (var (video, part) in sheet.Videos.Zip(parts))
        {
            var labels = ListLabels.OnTimeline(video, rules);
            var markers = FrameMarker.Of(video, labels);
            List<FrameMarker[]> lists = [.. markers.Chunk(MostEvents)];
            files.AddRange(lists.Select((list, at) => new ExportFile(
                VideoParts.Numbered(part, at, lists.Count), TextOf(video, labels, list, text, rules), list.Sum(marker => marker.Moments.Count))));
            notes.Add($"The markers of '{video.Name}' are for a timeline of {labels.First.Rate} frames a second that begins at {labels.First}.");
            notes.AddRange(ListLabels.Notes(video, labels, hasOut: false));
            notes.AddRange(FrameMarker.Notes(video, markers, "Resolve"));
        }

        return new ExportResult(files, [.. notes, .. text.Notes]);
    }

    private static string TextOf(ExportedVideo video, TimecodeTrack labels, FrameMarker[] markers, ListText text, ExportRules rules)
    {
        var file = new StringBuilder($"TITLE: {text.Of(video.Name, "VideoIndex")}, {ListLabels.Describe(video, labels, rules)}\n");
        file.Append(labels.First.DropFrame ? "FCM: DROP FRAME\n" : "FCM: NON-DROP FRAME\n");
        for (var at = 0; at < markers.Length; at++)
        {
            var (frames, moments) = (markers[at].Frames, markers[at].Moments);
            var (first, next) = (labels.LabelOf(frames.First), labels.LabelOf(frames.First + 1));
            var name = string.Join(" / ", moments.Select(moment => text.WithoutBars(text.NameOf(moment), "marker")));
            var note = Guarded(string.Join(" / ", moments.Select(moment => text.WithoutBars(moment.Note, "marker"))));
            file.Append(CultureInfo.InvariantCulture, $"\n{at + 1:000}  001      V     C        {first} {next} {first} {next}  \n");
            file.Append(CultureInfo.InvariantCulture, $"{note} |C:ResolveColor{ListColours.Resolve(markers[at].Colour)} |M:{name} |D:{frames.Count}\n");
        }

        return file.ToString();
    }

    // A line that begins like an event, a comment or a heading is taken for one, and the marker is lost.
    private static string Guarded(string note) =>
        char.IsDigit(note[0]) || note[0] is '*' or '>' or '%' || note.StartsWith("TITLE", StringComparison.OrdinalIgnoreCase)
        || note.StartsWith("FCM", StringComparison.OrdinalIgnoreCase) || note.StartsWith("M2", StringComparison.OrdinalIgnoreCase)
        ? "- " + note
        : note;
}
