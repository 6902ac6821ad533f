using VideoIndex.Media;
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
}

/// <summary>A stage was called before the one it builds on, or after its run was over.</summary>
public sealed class FindingMissingException(string what, ICommand command)
    : Exception($"There is no {what} of video {command.Video}, run {command.Run}.");
