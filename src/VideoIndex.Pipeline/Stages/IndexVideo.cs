using VideoIndex.Media;
using VideoIndex.Pipeline.Library;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks for an assembled video to be kept and made searchable.</summary>
/// <param name="Video">The video.</param>
/// <param name="Frames">What was seen, with the pictures still in their scratch folder; null for sound alone.</param>
public sealed record IndexVideo(IndexedVideo Video, FramesAnalyzed? Frames);

/// <summary>Moves the keyframes' pictures to their places, then stores everything in one transaction.</summary>
/// <remarks>In that order: a picture nobody names does no harm, a name without its picture does.</remarks>
public sealed class IndexVideoStage(ICatalog catalog, IFrameGrabber grabber, LibraryFolder library) : IStage<IndexVideo, Video>
{
    /// <inheritdoc/>
    public async Task<Video> RunAsync(IndexVideo command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var contents = command.Video.Contents;
        if (command.Frames is { } frames)
        {
            library.DeletePictures(contents.Video.Id);
            var shots = new List<ShotRecord>();
            foreach (var shot in contents.Shots)
            {
                var pictured = await KeepPictureAsync(contents.Video, shot, frames, cancellationToken).ConfigureAwait(false);
                shots.Add(pictured ? shot : shot with { Keyframe = null });
            }

            contents = contents with { Shots = shots };
        }

        await catalog.SaveAsync(command.Video with { Contents = contents }, cancellationToken).ConfigureAwait(false);
        return contents.Video;
    }

    private async Task<bool> KeepPictureAsync(Video video, ShotRecord shot, FramesAnalyzed frames, CancellationToken cancellationToken)
    {
        var frame = frames.Evidence.FrameAt(shot.KeyframeTime);
        if (frames.Keyframes.Choose(frame, frame + 1) is { } chosen && File.Exists(Path.Combine(frames.PicturesFolder, chosen.Picture)))
        {
            library.Keep(Path.Combine(frames.PicturesFolder, chosen.Picture), shot.Keyframe!);
            return true;
        }

        // A shot shorter than the half second between candidates has no picture from the decode; fetch its middle frame.
        var fetched = Path.Combine(frames.PicturesFolder, "fetched.jpg");
        try
        {
            await grabber.GrabPictureAsync(video.Path, video.Probe!, frames.Evidence, frame, fetched, cancellationToken).ConfigureAwait(false);
        }
        catch (MediaRefusedException refusal) when (!refusal.Quarantine)
        {
            return false; // a damaged file may not give the same frame twice: that costs one picture, not the video
        }

        library.Keep(fetched, shot.Keyframe!);
        return true;
    }
}
