using System.Globalization;
using System.Text;
using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.EditLists;

/// <summary>Writes markers as Avid Media Composer reads them: a file a video; a line is who, label, track, colour, comment and length in frames.</summary>
/// <remarks>The comment is the name, and what there is to say of it in square brackets behind it. Avid keeps one marker a frame of a track.</remarks>
internal sealed class AvidMarkerWriter : IExportWriter
{
    /// <summary>Who wrote the markers, as the first field says.</summary>
    public const string Author = "VideoIndex";

    /// <inheritdoc/>
    public string Name => "avid-markers";

    /// <inheritdoc/>
    public string Title => "Avid Media Composer markers, as text";

    /// <inheritdoc/>
    public string Ending => ".txt";

    /// <inheritdoc/>
    public bool NamesFrames => true;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var text = new ListText();
        var (files, notes) = (new List<ExportFile>(), new List<string>());
        foreach (var (video, part) in sheet.Videos.Zip(VideoParts.Of(sheet)))
        {
            var labels = ListLabels.OnTimeline(video, rules);
            var markers = FrameMarker.Of(video, labels);
            files.Add(new ExportFile(part, TextOf(labels, markers, text), video.Moments.Count));
            notes.Add($"The markers of '{video.Name}' bear its {ListLabels.Describe(video, labels, rules)}; the file has no place to say so.");
            notes.AddRange(ListLabels.Notes(video, labels, hasOut: false));
            notes.AddRange(FrameMarker.Notes(video, markers, "Avid"));
        }

        return new ExportResult(files, [.. notes, .. text.Notes]);
    }

    private static string TextOf(TimecodeTrack labels, IReadOnlyList<FrameMarker> markers, ListText text)
    {
        var file = new StringBuilder();
        foreach (var (frames, moments) in markers)
        {
            var comment = string.Join(" / ", moments.Select(moment => text.NameOf(moment)));
            var note = string.Join(" / ", moments.Select(moment => text.Of(moment.Note, "marker"))).Replace('[', '(').Replace(']', ')');
            file.Append(CultureInfo.InvariantCulture, $"{Author}\t{labels.LabelOf(frames.First)}\tV1\t{ListColours.Avid(moments[0].Colour).ToLowerInvariant()}\t{comment} [{note}]\t{frames.Count}\n");
        }

        return file.ToString();
    }
}
