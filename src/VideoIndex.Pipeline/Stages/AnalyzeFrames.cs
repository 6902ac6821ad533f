using VideoIndex.Media;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Library;
using VideoIndex.Shots;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks for every frame of a segment to be decoded, once, and scored.</summary>
public sealed record AnalyzeFrames(VideoId Video, int Run, Segment Segment) : ICommand
{
    /// <inheritdoc/>
    public string Unit => Segment.Unit;
}

/// <summary>Says what was seen: frames, or why there are none.</summary>
/// <param name="Frames">The frames; null when the segment was refused.</param>
/// <param name="Refusal">Why; null when it was not. A video decoded whole is never answered so: its refusal is the video's.</param>
public sealed record FramesAnalyzed(SegmentFrames? Frames, SegmentRefusal? Refusal);

/// <summary>Why a segment could not be decoded by itself. The whole video may still be.</summary>
public sealed record SegmentRefusal(string Code, string Sentence);

/// <summary>The one decode of a segment: frames in, evidence out.</summary>
/// <remarks>Its pictures stay in a work folder of their own until the video is assembled, and go with the run.</remarks>
public sealed class AnalyzeFramesStage(
    IMediaDecoder decoder, MakeTaps taps, Func<IKeyframeChooser> choosers, IFindings findings, LibraryFolder library)
    : IStage<AnalyzeFrames, FramesAnalyzed>
{
    /// <inheritdoc/>
    public async Task<FramesAnalyzed> RunAsync(AnalyzeFrames command, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var video = await findings.VideoAsync(command, cancellationToken).ConfigureAwait(false);
        var probe = await findings.ProbeAsync(command, cancellationToken).ConfigureAwait(false);
        var folder = library.MakeWork(command.Video, command.Run);
        var done = false;
        try
        {
            var frames = command.Segment.Frames > 0 ? command.Segment.Frames : PlanSegmentsStage.DeclaredFrames(probe);
            var thinning = new SegmentThinning(command.Segment, choosers());
            using var collector = new FrameCollector(
                command.Segment, taps(probe.Pictures[0], command.Segment), thinning, folder, count => progress.Report(new StageProgress(count, Math.Max(count, frames))));
            var order = new DecodeOrder(video.Path, probe, command.Segment, folder);
            var seen = collector.Finish(await decoder.DecodeAsync(order, collector, cancellationToken).ConfigureAwait(false));
            done = true;
            return new FramesAnalyzed(seen, null);
        }
        catch (MediaRefusedException refusal) when (!command.Segment.IsWhole && refusal.Code is not ("not-found" or "access-denied"))
        {
            return new FramesAnalyzed(null, new SegmentRefusal(refusal.Code, refusal.Message));
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
