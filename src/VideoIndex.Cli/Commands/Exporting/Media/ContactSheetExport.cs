using System.Globalization;
using VideoIndex.Exporting;
using VideoIndex.Exporting.Pictures;
using VideoIndex.Ffmpeg.Sheets;
using VideoIndex.Timing;

namespace VideoIndex.Cli.Commands.Exporting.Media;

/// <summary>Makes contact sheets: a picture of each moment, its times and its name.</summary>
internal sealed class ContactSheetExport : IMediaExport
{
    /// <inheritdoc/>
    public string Name => "contact-sheet";

    /// <inheritdoc/>
    public string Title => "A picture of each moment with its timecode, name and video, 100 on a sheet";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings => [".png", ".jpg"];

    /// <inheritdoc/>
    public async Task<MediaExported> MakeAsync(MediaExportOrder order, CancellationToken cancellationToken)
    {
        order.RefuseClipOptions(Name);
        var (troubles, cells) = (new Troubles(), order.Sheet.Videos.SelectMany(video => video.Moments.Select(moment => (Video: video, Moment: moment))).ToList());
        var paths = Enumerable.Range(0, ThumbnailGrid.SheetsOf(cells.Count)).Select(sheet => ThumbnailGrid.NameOf(order.Output, sheet)).ToList();
        foreach (var path in paths)
        {
            await order.Library.KeepFootageAsync(path, cancellationToken).ConfigureAwait(false);
        }

        var pictures = MomentPictures.TakeAsync(order, ThumbnailGrid.Width, ThumbnailGrid.Height, troubles, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var disposing = pictures.ConfigureAwait(false);
        var next = await pictures.MoveNextAsync().ConfigureAwait(false) ? pictures.Current : null;
        var (writer, boxes) = (new FfmpegSheetWriter(order.Tools), 0);
        foreach (var (at, path) in paths.Index())
        {
            var (width, height) = ThumbnailGrid.SizeOf(at, cells.Count);
            var sheet = new ContactSheet(width, height);
            for (var cell = at * ThumbnailGrid.PerSheet; cell < Math.Min(cells.Count, (at + 1) * ThumbnailGrid.PerSheet); cell++)
            {
                var taken = next?.Number == cell + 1 ? next : null;
                sheet.Add(ThumbnailGrid.Of(cell), taken?.Picture, Words(cell + 1, cells[cell].Video, cells[cell].Moment, taken));
                next = taken is null ? next : await pictures.MoveNextAsync().ConfigureAwait(false) ? pictures.Current : null;
            }

            boxes += sheet.Boxes;
            await writer.WriteAsync(sheet, path, cancellationToken).ConfigureAwait(false);
        }

        order.Terminal.Progress("");
        var files = paths.Select((path, at) => (path, Math.Min(ThumbnailGrid.PerSheet, cells.Count - (at * ThumbnailGrid.PerSheet)))).ToList();
        return new MediaExported(files, [.. Footage.NotesOnLabels(order.Sheet), .. boxes == 0 ? [] : NotesOnBoxes(boxes)]) { Troubles = troubles.All };
    }

    private static string[] Words(int number, ExportedVideo video, ExportMoment moment, MomentPicture? taken) =>
    [
        SpanLabels.Of(moment.Span, video.Labels).ToString(),
        string.Create(CultureInfo.InvariantCulture, $"{number} {moment.Name}"),
        $"{moment.Kind}, {(taken is { Picture: not null } ? $"seen at {ClockTime.Label(taken.Time, video.Labels)}" : "no picture")}, {video.Name}",
    ];

    private static string[] NotesOnBoxes(int boxes) =>
        [string.Create(CultureInfo.InvariantCulture, $"{boxes} signs of names have no letter on a contact sheet, and stand there as boxes. The storyboard shows every script.")];
}
