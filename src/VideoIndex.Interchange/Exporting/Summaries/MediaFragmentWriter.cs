using System.Text;
using VideoIndex.Exporting;

namespace VideoIndex.Interchange.Exporting.Summaries;

/// <summary>Writes links that open a video at a moment, as W3C's "Media Fragments URI 1.0" lays them out: a line each, the name behind a tab.</summary>
internal sealed class MediaFragmentWriter : IExportWriter
{
    /// <inheritdoc/>
    public string Name => "media-fragments";

    /// <inheritdoc/>
    public string Title => "Links that open a video at each moment (#t=start,end)";

    /// <inheritdoc/>
    public string Ending => ".txt";

    /// <inheritdoc/>
    public bool NamesFrames => false;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var text = new ExportText();
        var file = new StringBuilder();
        foreach (var video in sheet.Videos)
        {
            var address = VideoLinks.Of(video, rules);
            foreach (var moment in video.Moments)
            {
                file.Append(VideoLinks.WithSpan(address, ExactSeconds.Seek(video, moment.Span))).Append('\t').Append(text.Line(string.IsNullOrWhiteSpace(moment.Name) ? moment.Kind : moment.Name)).Append('\n');
            }
        }

        return new ExportResult([new ExportFile("", file.ToString(), sheet.Videos.Sum(video => video.Moments.Count))], [.. text.Notes]);
    }
}
