using System.Globalization;
using VideoIndex.Interchange.Exporting.Storyboard;

namespace VideoIndex.Cli.Commands.Exporting.Media;

/// <summary>Makes a page with a picture of each moment.</summary>
internal sealed class StoryboardExport : IMediaExport
{
    // 32 KB each, as a page holds them: a page of 60 MB still opens.
    private const int MostPictures = 2_000, Together = 32, Width = 480, Height = 270;

    /// <inheritdoc/>
    public string Name => "storyboard";

    /// <inheritdoc/>
    public string Title => "A page with a picture of each moment, all in one file, to look at and to print";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings => [".html"];

    /// <inheritdoc/>
    public async Task<MediaExported> MakeAsync(MediaExportOrder order, CancellationToken cancellationToken)
    {
        order.RefuseClipOptions(Name);
        var (troubles, lacking, moments) = (new Troubles(), 0, order.Sheet.Videos.Sum(video => video.Moments.Count));
        var (pictures, waiting) = (new Dictionary<int, StoryboardPicture>(), new List<MomentPicture>());
        await foreach (var some in MomentPictures.TakeAsync(order, Width, Height, troubles, cancellationToken).ConfigureAwait(false))
        {
            if (some.Number > MostPictures)
            {
                break;
            }

            lacking += some.Picture is null ? 1 : 0;
            if (waiting is [{ Picture: { } like }, ..] && (waiting.Count == Together || some.Picture is not { } next || next.Width != like.Width || next.Height != like.Height))
            {
                await EncodeAsync(waiting, pictures, order, cancellationToken).ConfigureAwait(false);
            }

            waiting.AddRange(some.Picture is null ? [] : [some]);
        }

        await EncodeAsync(waiting, pictures, order, cancellationToken).ConfigureAwait(false);
        order.Terminal.Progress("");
        string[] notes =
        [
            .. lacking > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{lacking} of the pictures can no longer be decoded as when their videos were indexed, and are left out.")] : (string[])[],
            .. moments > MostPictures ? [string.Create(CultureInfo.InvariantCulture, $"The first {MostPictures:N0} of {moments:N0} moments have a picture.")] : (string[])[],
        ];
        var page = new StoryboardPage(order.Sheet, order.Rules) { Notes = [.. notes, .. troubles.All.Select(trouble => $"'{trouble.What}' could not be read, so there are no pictures of it.")] };
        await ExportFiles.WriteAsync(order.Output, page.Write(pictures.GetValueOrDefault), cancellationToken).ConfigureAwait(false);
        return new MediaExported([(order.Output, moments)], notes) { Troubles = troubles.All };
    }

    // Those of one size, with one call.
    private static async Task EncodeAsync(List<MomentPicture> waiting, Dictionary<int, StoryboardPicture> pictures, MediaExportOrder order, CancellationToken cancellationToken)
    {
        var files = await LibraryHost.PictureTaker(order.Tools).EncodeAsync([.. waiting.Select(one => one.Picture!)], cancellationToken).ConfigureAwait(false);
        foreach (var (one, file) in waiting.Zip(files))
        {
            pictures[one.Number - 1] = new StoryboardPicture(one.Time, file);
        }

        waiting.Clear();
    }
}
