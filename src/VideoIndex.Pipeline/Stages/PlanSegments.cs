using VideoIndex.Media;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks where a video is to be cut for decoding.</summary>
public sealed record PlanSegments(VideoId Video, int Run) : ICommand
{
    /// <inheritdoc/>
    public string Unit => "";
}

/// <summary>Says where.</summary>
/// <param name="Segments">The segments, in order: they touch and cover the whole.</param>
/// <param name="Frames">How many frames there are by the container's word; 0 when it does not say.</param>
/// <param name="Survey">Whether a quick look at the sync frames is worth its while: the video is long, and they are few.</param>
/// <param name="Sound">Whether there is sound to be heard beside them.</param>
public sealed record SegmentsPlanned(IReadOnlyList<Segment> Segments, long Frames, bool Survey, bool Sound);

/// <summary>Lists a video's pictures without decoding any, and cuts it where the list says a decoder can start.</summary>
/// <param name="demuxer">Lists the pictures.</param>
/// <param name="findings">What is known of the video.</param>
/// <param name="cores">How many segments are decoded beside each other.</param>
public sealed class PlanSegmentsStage(IMediaDemuxer demuxer, IFindings findings, int cores) : IStage<PlanSegments, SegmentsPlanned>
{
    // Sync frames closer than that are a good part of the whole decode.
    private const int FramesBetweenSyncFrames = 12;

    /// <inheritdoc/>
    public async Task<SegmentsPlanned> RunAsync(PlanSegments command, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        var video = await findings.VideoAsync(command, cancellationToken).ConfigureAwait(false);
        var probe = await findings.ProbeAsync(command, cancellationToken).ConfigureAwait(false);
        var (track, declared) = (probe.Pictures[0], DeclaredFrames(probe));
        var isShort = declared > 0 && !SegmentPlan.IsWorthwhile(SegmentPlan.CostOf(track, declared));
        if (isShort || await ListAsync(video.Path, probe, declared, progress, cancellationToken).ConfigureAwait(false) is not { } timeline)
        {
            return new SegmentsPlanned([Segment.Whole], declared, Survey: false, probe.Audio is not []);
        }

        var (count, syncFrames) = (timeline.Timestamps.Count, timeline.SyncFrames.Count);
        var worthwhile = SegmentPlan.IsWorthwhile(SegmentPlan.CostOf(track, count)) && syncFrames * FramesBetweenSyncFrames <= count;
        return new SegmentsPlanned(SegmentPlan.Of(track, timeline, cores), count, worthwhile, probe.Audio is not []);
    }

    private Task<PictureTimeline?> ListAsync(
        string path, MediaProbe probe, long declared, IProgress<StageProgress> progress, CancellationToken cancellationToken) =>
        demuxer.ListPicturesAsync(
            path, probe, listed => progress.Report(new StageProgress(listed, Math.Max(listed, declared))), cancellationToken);

    /// <summary>Returns how many frames the container speaks of; 0 when it does not.</summary>
    internal static long DeclaredFrames(MediaProbe probe)
    {
        var track = probe.Pictures[0];
        var length = (track.DeclaredDuration ?? probe.DeclaredDuration)?.Seconds.ToDouble() ?? 0;
        var rate = (track.AverageRate ?? track.DeclaredRate)?.FrameDuration.Seconds.ToDouble() ?? 0;
        return track.DeclaredFrames ?? (rate > 0 ? (long)Math.Min(length / rate, 1e9) : 0);
    }
}
