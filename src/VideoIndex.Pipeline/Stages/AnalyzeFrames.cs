using VideoIndex.Media;
using VideoIndex.Pipeline.Library;
using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks for every frame of a video to be decoded, once, and scored.</summary>
/// <param name="Video">The video.</param>
/// <param name="Path">Its file.</param>
/// <param name="Probe">What its container says.</param>
/// <param name="Progress">Is told of every frame's time as it passes.</param>
public sealed record AnalyzeFrames(VideoId Video, string Path, MediaProbe Probe, IProgress<FramesRead> Progress);

/// <summary>How far a decode has come: how many frames, and the time of the last, on the video's own timeline.</summary>
public readonly record struct FramesRead(long Frames, MediaTime Reached);

/// <summary>Says what was seen.</summary>
/// <param name="Evidence">Every frame and its score.</param>
/// <param name="Report">How the decode went.</param>
/// <param name="Keyframes">Chooses a keyframe for any stretch of frames.</param>
/// <param name="PicturesFolder">Where the candidates' pictures lie until the video is stored. Whoever receives this deletes it.</param>
public sealed record FramesAnalyzed(FrameEvidence Evidence, DecodeReport Report, IKeyframeChooser Keyframes, string PicturesFolder);

/// <summary>The one decode of a video: frames in, evidence out.</summary>
public sealed class AnalyzeFramesStage(
    IMediaDecoder decoder, Func<IFrameScorer> scorers, Func<IKeyframeChooser> choosers, LibraryFolder library)
    : IStage<AnalyzeFrames, FramesAnalyzed>
{
    /// <inheritdoc/>
    public async Task<FramesAnalyzed> RunAsync(AnalyzeFrames command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var folder = library.MakeScratch(command.Video);
        try
        {
            var collector = new FrameCollector(command, scorers(), choosers(), folder);
            var report = await decoder.DecodeAsync(command.Path, command.Probe, folder, collector, cancellationToken).ConfigureAwait(false);
            return new FramesAnalyzed(collector.Finish(), report, collector.Keyframes, folder);
        }
        catch
        {
            LibraryFolder.DeleteFolder(folder);
            throw;
        }
    }
}
