using VideoIndex.Media;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Shots;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Flow;

/// <summary>What earlier stages found in the run a command belongs to. Read by stages; written by the runner alone.</summary>
/// <remarks>A finding that a stage cannot do without and that is not there throws <see cref="FindingMissingException"/>.</remarks>
public interface IFindings
{
    /// <summary>Returns the video as it was accepted.</summary>
    Task<Video> VideoAsync(ICommand command, CancellationToken cancellationToken);

    /// <summary>Returns what the container says.</summary>
    Task<MediaProbe> ProbeAsync(ICommand command, CancellationToken cancellationToken);

    /// <summary>Returns the captions, from the latest reading; null when the work on them was given up.</summary>
    Task<CaptionsRead?> CaptionsAsync(ICommand command, CancellationToken cancellationToken);

    /// <summary>Returns what was heard; null where there is no sound, or the work on it was given up.</summary>
    Task<SoundHeard?> SoundAsync(ICommand command, CancellationToken cancellationToken);

    /// <summary>Returns the sync frames, segment by segment; those that could not be surveyed are absent.</summary>
    Task<IReadOnlyList<SegmentFrames>> SurveyAsync(ICommand command, CancellationToken cancellationToken);

    /// <summary>Returns what was seen of the segment a command names; null when it was refused, or the work on it was given up.</summary>
    Task<SegmentFrames?> SegmentAsync(ICommand command, CancellationToken cancellationToken);

    /// <summary>Returns what was read on the screen, segment by segment, or of the whole where that was decoded in one.</summary>
    Task<IReadOnlyList<TextRead>> TextAsync(ICommand command, CancellationToken cancellationToken);

    /// <summary>Returns all frames put together, from the one decode of the whole where there is one, and how many decodes that makes.</summary>
    /// <param name="command">The command.</param>
    /// <param name="chooser">A fresh chooser of keyframes.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<(Stitch Stitch, int Decodes)> FramesAsync(ICommand command, IKeyframeChooser chooser, CancellationToken cancellationToken);

    /// <summary>Returns what was put together in a round.</summary>
    Task<VideoAssembled> AssembledAsync(ICommand command, int round, CancellationToken cancellationToken);
}

/// <summary>A stage was called before the one it builds on, or after its run was over, or the work it builds on was given up.</summary>
public sealed class FindingMissingException(string what, ICommand command)
    : Exception($"There is no {what} of video {command.Video}, run {command.Run}.");
