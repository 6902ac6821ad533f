using VideoIndex.Media;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks what a file says of itself.</summary>
public sealed record ProbeVideo(VideoId Video, int Run) : ICommand
{
    /// <inheritdoc/>
    public string Unit => "";
}

/// <summary>Says what it says.</summary>
public sealed record VideoProbed(MediaProbe Probe);

/// <summary>The first look at hostile bytes: declarations only, nothing is believed yet.</summary>
public sealed class ProbeVideoStage(IMediaProber prober, IFindings findings) : IStage<ProbeVideo, VideoProbed>
{
    /// <inheritdoc/>
    public async Task<VideoProbed> RunAsync(ProbeVideo command, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        var video = await findings.VideoAsync(command, cancellationToken).ConfigureAwait(false);
        return new VideoProbed(await prober.ProbeAsync(video.Path, cancellationToken).ConfigureAwait(false));
    }
}
