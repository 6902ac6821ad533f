using VideoIndex.Media;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks for the sound of a file to be heard.</summary>
public sealed record Listen(VideoId Video, int Run) : ICommand
{
    /// <inheritdoc/>
    public string Unit => "";
}

/// <summary>Says what could be heard.</summary>
/// <param name="Sound">How much, and what it is recognised by; null where nothing could be heard of a file that has pictures.</param>
/// <param name="Complaint">What is missing, as one sentence; null when nothing is.</param>
public sealed record SoundHeard(SoundReport? Sound, string? Complaint);

/// <summary>Decodes the first audio track from end to end. Where there are pictures, sound that cannot be read is a gap and no more.</summary>
public sealed class ListenStage(IMediaDecoder decoder, IFindings findings) : IStage<Listen, SoundHeard>
{
    /// <inheritdoc/>
    public async Task<SoundHeard> RunAsync(Listen command, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        var video = await findings.VideoAsync(command, cancellationToken).ConfigureAwait(false);
        var probe = await findings.ProbeAsync(command, cancellationToken).ConfigureAwait(false);
        try
        {
            var sound = await decoder.MeasureSoundAsync(video.Path, probe, cancellationToken).ConfigureAwait(false);
            return new SoundHeard(sound, sound.Unprinted);
        }
        catch (MediaRefusedException refusal) when (probe.Pictures is not [] && refusal.Code is not ("not-found" or "access-denied"))
        {
            return new SoundHeard(null, $"The sound could not be heard, and is not compared with that of other videos: {refusal.Message}");
        }
    }
}
