using System.Globalization;
using System.Text;
using VideoIndex.Exporting;
using VideoIndex.Interchange.Transcripts;

namespace VideoIndex.Interchange.Exporting.Cues.Tracks;

/// <summary>Writes a WebVTT track that tells a player which part of a contact sheet shows each moment, as <see cref="ThumbnailGrid"/> lays it out.</summary>
internal sealed class VttThumbnailExport : IExportWriter
{
    /// <inheritdoc/>
    public string Name => "vtt-thumbnails";

    /// <inheritdoc/>
    public string Title => "WebVTT thumbnails: where on a contact sheet the picture of each moment is";

    /// <inheritdoc/>
    public string Ending => ".vtt";

    /// <inheritdoc/>
    public bool NamesFrames => false;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var (parts, files, next) = (VideoParts.Of(sheet), new List<ExportFile>(), 0);
        foreach (var (at, video) in sheet.Videos.Index())
        {
            var file = new StringBuilder("WEBVTT\n");
            foreach (var moment in video.Moments)
            {
                file.Append('\n').Append(CueClock.Of(moment.Span.To(1000), '.')).Append('\n').Append(Place(next++)).Append('\n');
            }

            files.Add(new ExportFile(parts[at], file.ToString(), video.Moments.Count));
        }

        return new ExportResult(files, [$"The pictures are those of the contact sheet of the same moments: put it beside the track, under the name {ThumbnailGrid.UsualName}."]);
    }

    private static string Place(int moment)
    {
        var place = ThumbnailGrid.Of(moment);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{ThumbnailGrid.NameOf(ThumbnailGrid.UsualName, place.Sheet)}#xywh={place.Left},{place.Top},{ThumbnailGrid.Width},{ThumbnailGrid.Height}");
    }
}
