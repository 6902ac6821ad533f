using System.Globalization;
using System.Text;
using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.EditLists;

/// <summary>Writes CMX3600 edit decision lists: each moment an event, one after the other on the record side, from one hour on.</summary>
/// <remarks>
/// Source labels are those of the video; out labels are those of the frame after the last. Moments of a video may overlap, because each has a place of its
/// own on the record side. Comments stand after events alone, since some readers know no others. A list counts in one way and holds 999 events of less than
/// a day in all: what is more, or counts otherwise, goes into another file.
/// </remarks>
internal sealed class EdlWriter : IExportWriter
{
    private const int MostEvents = 999;

    /// <inheritdoc/>
    public string Name => "edl";

    /// <inheritdoc/>
    public string Title => "CMX3600 edit decision list: each moment an event, one after the other";

    /// <inheritdoc/>
    public string Ending => ".edl";

    /// <inheritdoc/>
    public bool NamesFrames => true;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var text = new ListText();
        var reels = ReelNames.Of(sheet.Videos);
        var events = sheet.Videos.Select((video, at) => (Labels: ListLabels.Of(video), Video: video, Reel: reels[at]))
            .SelectMany(one => one.Video.Moments.Select(moment => new Event(one.Video, one.Reel, one.Labels, moment)))
            .ToList();
        var kinds = events.GroupBy(one => (one.Labels.First.Rate, one.Labels.First.DropFrame)).Select(kind => (kind.Key, Files: Divided([.. kind]))).ToList();
        var files =
            from kind in kinds
            let part = kinds.Count == 1 ? "" : PartOf(kind.Key.Rate, kind.Key.DropFrame)
            from file in kind.Files.Select((list, at) => (list, Part: VideoParts.Numbered(part, at, kind.Files.Count)))
            select new ExportFile(file.Part, TextOf(sheet.Title, file.list, text, rules), file.list.Count);
        List<ExportFile> written = [.. files];
        return new ExportResult(
            written,
            [
                .. sheet.Videos.SelectMany(video => ListLabels.Notes(video, ListLabels.Of(video), hasOut: true)),
                .. kinds.Count == 1 ? (string[])[] : [$"A list counts frames in one way, and the videos count in {kinds.Count.ToString(CultureInfo.InvariantCulture)}: there is a file for each."],
                .. kinds.All(kind => kind.Files.Count == 1) ? (string[])[] : [$"A list holds {MostEvents} events and less than a day: there are more files than one."],
                .. text.Notes,
            ]);
    }

    private static string PartOf(FrameRate rate, bool dropFrame) =>
        $"{rate.ToString().Replace('/', '-')}{(dropFrame ? "-df" : rate.SupportsDropFrame ? "-ndf" : "")}";

    private static List<List<Event>> Divided(IReadOnlyList<Event> events)
    {
        var files = new List<List<Event>>();
        var record = 0L;
        foreach (var one in events)
        {
            var start = ListLabels.OneHourOf(one.Labels).Frame;
            if (files.Count == 0 || files[^1].Count == MostEvents || start + record + one.Frames.Count > one.Labels.First.FramesPerDay)
            {
                files.Add([]);
                record = 0;
            }

            files[^1].Add(one);
            record += one.Frames.Count;
        }

        return files;
    }

    private static string TextOf(string title, IReadOnlyList<Event> events, ListText text, ExportRules rules)
    {
        var (rate, dropFrame) = (events[0].Labels.First.Rate, events[0].Labels.First.DropFrame);
        var file = new StringBuilder($"TITLE: {text.Of(title, "VideoIndex")}\nFCM: {(dropFrame ? "DROP FRAME" : "NON-DROP FRAME")}\n");
        var record = ListLabels.OneHourOf(events[0].Labels).Frame;
        var told = new HashSet<ExportedVideo>(ReferenceEqualityComparer.Instance);
        for (var at = 0; at < events.Count; at++)
        {
            var one = events[at];
            var (recordIn, recordOut) = (Label(record), Label(record + one.Frames.Count));
            record += one.Frames.Count;
            file.Append(CultureInfo.InvariantCulture, $"\n{at + 1:000}  {one.Reel,-8} V     C        {one.In} {one.Out} {recordIn} {recordOut}\n");
            file.Append($"* FROM CLIP NAME: {text.Of(one.Video.Name, one.Reel)}\n");
            file.Append($"* LOC: {recordIn} {ListColours.Avid(one.Moment.Colour).ToUpperInvariant(),-7} {text.NameOf(one.Moment)}\n");
            file.Append($"* COMMENT: {text.Of(one.Moment.Note, "marker")}\n");
            file.Append(told.Add(one.Video) ? $"* TIMECODE: {ListLabels.Describe(one.Video, one.Labels, rules)}\n" : "");
        }

        return file.ToString();

        Timecode Label(long frame) => Timecode.FromFrame(frame, rate, dropFrame);
    }

    private sealed record Event(ExportedVideo Video, string Reel, TimecodeTrack Labels, ExportMoment Moment)
    {
        public FrameRange Frames { get; } = Labels.FramesOf(Moment.Span);

        public Timecode In => Labels.LabelOf(Frames.First);

        public Timecode Out => Labels.LabelOf(Frames.Until);
    }
}
