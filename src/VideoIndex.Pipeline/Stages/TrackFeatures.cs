using System.Runtime.InteropServices;
using VideoIndex.Logos.Evidence;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Logos;
using VideoIndex.Shots;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks for the keypoints and stills that were taken of a video to be kept, so that logos can be found in them.</summary>
/// <param name="Video">The video.</param>
/// <param name="Run">The run.</param>
/// <param name="Round">The round it was assembled in.</param>
public sealed record TrackFeatures(VideoId Video, int Run, int Round) : ICommand
{
    /// <inheritdoc/>
    public string Unit => string.Create(null, $"{Round}");
}

/// <summary>Says that they are.</summary>
/// <param name="Tracks">How many tracks were kept.</param>
public sealed record FeaturesTracked(int Tracks);

/// <summary>Follows the keypoints of all segments through the video, and writes the files logos are looked for in. What an earlier run kept and this one did not goes.</summary>
/// <param name="findings">What earlier stages found.</param>
/// <param name="choosers">Makes a chooser of keyframes.</param>
/// <param name="keeping">In which form they are kept.</param>
/// <param name="library">Where the files belong.</param>
public sealed class TrackFeaturesStage(IFindings findings, Func<IKeyframeChooser> choosers, FeatureKeeping keeping, LibraryFolder library)
    : IStage<TrackFeatures, FeaturesTracked>
{
    private const int LooksBetweenReports = 16;

    /// <inheritdoc/>
    public async Task<FeaturesTracked> RunAsync(TrackFeatures command, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(progress);
        var (stitch, _) = await findings.FramesAsync(command, choosers(), cancellationToken).ConfigureAwait(false);
        var frames = stitch.Frames ?? throw new FindingMissingException("frames", command);
        var folder = library.MakeWork(command.Video, command.Run);
        try
        {
            return OwnTime.Of(() => Track(command, frames, folder, progress, cancellationToken));
        }
        finally
        {
            LibraryFolder.DeleteFolder(folder);
        }
    }

    private FeaturesTracked Track(
        TrackFeatures command, StitchedFrames frames, string folder, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, FeatureLog.Name);
        using var spool = new FileStream(
            Path.Combine(folder, "tracks"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 20, FileOptions.DeleteOnClose);
        var seen = Path.Combine(folder, "stills");
        using var stills = new StillFileWriter(seen);
        var (size, looks) = Follow(command, frames, (spool, stills), progress, cancellationToken);
        stills.Finish(keeping.Stills);
        var kept = looks.Count == 0 ? 0 : FeatureFile.Write(file, size, keeping.Version, keeping.Words, spool, looks);
        Keep(looks.Count > 0, file, LibraryFolder.FeaturesName(command.Video));
        Keep(stills.Count > 0, seen, LibraryFolder.StillsName(command.Video));
        return new FeaturesTracked(kept);
    }

    private void Keep(bool any, string file, string relative)
    {
        if (any)
        {
            library.Keep(Path.GetRelativePath(library.Root, file), relative);
        }
        else
        {
            library.Delete(relative);
        }
    }

    private ((int Width, int Height) Size, IReadOnlyList<LookPose> Looks) Follow(
        TrackFeatures command, StitchedFrames frames, (Stream Tracks, StillFileWriter Stills) to, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        var tracker = new FeatureTracker();
        var size = (0, 0);
        var run = library.PathOf(LibraryFolder.WorkOf(command.Video, command.Run, ""));
        foreach (var (at, follows, look) in LoggedLooks.Of(run, frames.LookSources))
        {
            cancellationToken.ThrowIfCancellationRequested();
            size = (look.Changed.Width, look.Changed.Height);
            tracker.Add(frames.Timestamps[frames.Looks.Frames[at]], look, follows);
            Write(tracker.TakeEnded(), to.Tracks);
            if (!look.Still.IsEmpty)
            {
                to.Stills.Add(tracker.Looks.Count - 1, look.Changed.Share == 1, look.Still.Span);
            }

            if (at % LooksBetweenReports == 0)
            {
                progress.Report(new StageProgress(at, frames.LookSources.Count));
            }
        }

        tracker.End();
        Write(tracker.TakeEnded(), to.Tracks);
        return (size, tracker.Looks);
    }

    private static void Write(IReadOnlyList<FeatureTrack> tracks, Stream to) =>
        to.Write(MemoryMarshal.AsBytes<FeatureTrack>(tracks as FeatureTrack[] ?? [.. tracks]));
}
