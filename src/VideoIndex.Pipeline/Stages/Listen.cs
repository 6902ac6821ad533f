using VideoIndex.Media;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks for a file without pictures to be heard.</summary>
public sealed record Listen(VideoId Video, int Run) : ICommand
{
    /// <inheritdoc/>
    public string Unit => "";
}

/// <summary>Says how much of it could be heard.</summary>
public sealed record SoundHeard(SoundReport Sound);

/// <summary>Decodes the first audio track from end to end.</summary>
public sealed class ListenStage(IMediaDecoder decoder, IFindings findings) : IStage<Listen, SoundHeard>
{
    /// <inheritdoc/>
    public async Task<SoundHeard> RunAsync(Listen command, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        var video = await findings.VideoAsync(command, cancellationToken).ConfigureAwait(false);
        var probe = await findings.ProbeAsync(command, cancellationToken).ConfigureAwait(false);
        return new SoundHeard(await decoder.MeasureSoundAsync(video.Path, probe, cancellationToken).ConfigureAwait(false));
    }
}
