using VideoIndex.Media;
using VideoIndex.Objects.Tracking;
using VideoIndex.Pipeline.Library;
using VideoIndex.Shots;
using VideoIndex.Similar.Evidence;
using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Shots;

/// <summary>Decides shots, and all that is seen in them, anew from stored evidence. Nothing is decoded but the one frame of each keyframe that has no picture yet.</summary>
public sealed class Retuning(ICatalog catalog, IFrameGrabber grabber, LibraryFolder library)
{
    /// <summary>Replaces a video's shots, and the tracks in them, by those other thresholds find.</summary>
    /// <returns>How many shots there were, and how many there are.</returns>
    public async Task<(int Before, int After)> RunAsync(
        Video video, FrameEvidence evidence, (CutOptions Cuts, TrackOptions Tracks) how, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(video);
        var known = await catalog.ReadAsync(video.Id, cancellationToken).ConfigureAwait(false);
        var pictured = known!.Shots.Select(shot => evidence.FrameAt(shot.KeyframeTime)).ToHashSet();
        var text = known.Tags.Where(tag => tag.Kind == TagKinds.Text && tag.Import is null).ToList();
        var decided = Structure.Of(video, evidence, how, text is [] ? null : text, (first, until) => Keyframe(evidence, pictured, first, until));
        foreach (var shot in decided.Shots)
        {
            await FetchAsync(video, evidence, shot, cancellationToken).ConfigureAwait(false);
        }

        decided = decided with { Vectors = ShotVectors.Of(video.Id, evidence, decided.Shots) };
        await catalog.ReplaceStructureAsync(video.Id, decided, cancellationToken).ConfigureAwait(false);
        return (known.Shots.Count, decided.Shots.Count);
    }

    // A frame that has its picture already, or the sharpest of the middle half.
    private static int Keyframe(FrameEvidence evidence, HashSet<int> pictured, int first, int until)
    {
        var quarter = (until - first) / 4;
        return pictured.Where(frame => frame >= first && frame < until).Order().Cast<int?>().FirstOrDefault()
            ?? Enumerable.Range(first + quarter, Math.Max(1, until - first - 2 * quarter)).MaxBy(frame => evidence.Scores[frame].Sharpness);
    }

    private async Task FetchAsync(Video video, FrameEvidence evidence, ShotRecord shot, CancellationToken cancellationToken)
    {
        var target = library.PathOf(shot.Keyframe!);
        if (!File.Exists(target))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var frame = evidence.FrameAt(shot.KeyframeTime);
            await grabber.GrabPictureAsync(video.Path, video.Probe!, evidence, frame, target, cancellationToken).ConfigureAwait(false);
        }
    }
}
