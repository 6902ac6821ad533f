using System.Globalization;
using System.Runtime.CompilerServices;
using VideoIndex.Exporting.Pictures;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Cli.Commands.Exporting.Media;

/// <summary>The picture of a moment.</summary>
/// <param name="Number">Which moment of the export, from 1.</param>
/// <param name="Time">When its frame begins, on the video's own timeline.</param>
/// <param name="Picture">The picture; null where the file no longer gives that frame.</param>
internal sealed record MomentPicture(int Number, MediaTime Time, SmallPicture? Picture);

/// <summary>Takes the picture of every moment of an export, in order; some at a time, so that a long export takes no more memory than a short one.</summary>
internal static class MomentPictures
{
    private const int AtATime = 64;

    /// <summary>Takes them. Moments of a video that cannot be read are passed over, and told of.</summary>
    /// <param name="order">The export.</param>
    /// <param name="width">How wide pictures are at most, in pixels.</param>
    /// <param name="height">How high pictures are at most, in pixels.</param>
    /// <param name="troubles">Where is noted what cannot be read.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async IAsyncEnumerable<MomentPicture> TakeAsync(
        MediaExportOrder order, int width, int height, Troubles troubles, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (taker, total) = (LibraryHost.PictureTaker(order.Tools), order.Sheet.Videos.Sum(video => video.Moments.Count));
        await foreach (var footage in Footage.OpenAsync(order, troubles, cancellationToken).ConfigureAwait(false))
        {
            foreach (var some in footage.Moments.Chunk(AtATime))
            {
                order.Terminal.Progress(string.Create(CultureInfo.InvariantCulture, $"Picture {some[0].Number} of {total}: {footage.Exported.Name}"));
                var frames = some.Select(one => ChosenFrames.Picture(footage.Exported.Contents, footage.Evidence, one.Moment.Span)).ToList();
                var video = footage.Exported.Video;
                var wanted = new PictureOrder(video.Path, video.Probe!, footage.Evidence, frames) { Width = width, Height = height };
                IReadOnlyDictionary<int, SmallPicture> taken = new Dictionary<int, SmallPicture>();
                await troubles.TryAsync(footage.Exported.Name, async () => taken = await taker.TakeAsync(wanted, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
                foreach (var (one, frame) in some.Zip(frames))
                {
                    yield return new MomentPicture(one.Number, footage.Evidence.TimeOf(frame), taken.GetValueOrDefault(frame));
                }
            }
        }
    }
}
