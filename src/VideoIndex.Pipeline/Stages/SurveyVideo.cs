using VideoIndex.Media;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Library;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks for a quick look at a segment: its sync frames alone.</summary>
public sealed record SurveyVideo(VideoId Video, int Run, Segment Segment) : ICommand
{
    /// <inheritdoc/>
    public string Unit => Segment.Unit;
}

/// <summary>Says what was seen, at the first look.</summary>
/// <param name="Frames">The sync frames; null where none could be decoded: the full analysis will say why.</param>
public sealed record VideoSurveyed(SegmentFrames? Frames);

/// <summary>Decodes the sync frames and nothing between them: a seventh of a decode shows what the whole is about.</summary>
public sealed class SurveyVideoStage(IMediaDecoder decoder, MakeTaps taps, IFindings findings, LibraryFolder library)
    : IStage<SurveyVideo, VideoSurveyed>
{
    /// <inheritdoc/>
    public async Task<VideoSurveyed> RunAsync(SurveyVideo command, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        var video = await findings.VideoAsync(command, cancellationToken).ConfigureAwait(false);
        var probe = await findings.ProbeAsync(command, cancellationToken).ConfigureAwait(false);
        var folder = library.MakeWork(command.Video, command.Run);
        var done = false;
        try
        {
            var collector = new FrameCollector(
                command.Segment, taps(probe.Pictures[0], command.Segment) with { Spotter = null, Detectors = [] }, new FirstLookThinning(), folder, count => progress.Report(new StageProgress(count, 0)));
            var order = new DecodeOrder(video.Path, probe, command.Segment, folder, SyncFramesOnly: true);
            var seen = collector.Finish(await decoder.DecodeAsync(order, collector, cancellationToken).ConfigureAwait(false));
            done = true;
            return new VideoSurveyed(seen);
        }
        catch (MediaRefusedException refusal) when (refusal.Code is not ("not-found" or "access-denied"))
        {
            return new VideoSurveyed(null);
        }
        finally
        {
            if (!done)
            {
                LibraryFolder.DeleteFolder(folder);
            }
        }
    }
}
