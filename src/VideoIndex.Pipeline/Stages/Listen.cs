using VideoIndex.Media;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Hearing;
using VideoIndex.Pipeline.Library;
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
public sealed record SoundHeard(SoundReport? Sound, string? Complaint)
{
    /// <summary>Gets the name of the work folder in which what is to be listened to lies; null where nobody listens.</summary>
    public string? Folder { get; init; }

    /// <summary>Gets what is to be listened to.</summary>
    public IReadOnlyList<Ear> Ears { get; init; } = [];

    /// <summary>Gets why nobody listens to what should be listened to, a sentence each.</summary>
    public IReadOnlyList<string> Unheard { get; init; } = [];
}

/// <summary>Decodes the audio tracks, each once. Where there are pictures, sound that cannot be read is a gap and no more.</summary>
/// <remarks>Every track somebody is to listen to is kept in a work folder of the run, until it has been listened to.</remarks>
/// <param name="decoder">Decodes.</param>
/// <param name="findings">What earlier stages found.</param>
/// <param name="rules">What is listened to.</param>
/// <param name="library">Where the work folder is.</param>
public sealed class ListenStage(IMediaDecoder decoder, IFindings findings, HearingRules rules, LibraryFolder library) : IStage<Listen, SoundHeard>
{
    /// <inheritdoc/>
    public async Task<SoundHeard> RunAsync(Listen command, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var video = await findings.VideoAsync(command, cancellationToken).ConfigureAwait(false);
        var probe = await findings.ProbeAsync(command, cancellationToken).ConfigureAwait(false);
        var captions = await findings.CaptionsAsync(command, cancellationToken).ConfigureAwait(false);
        var (tracks, why) = rules.TracksOf(probe, captions?.Reading.Transcripts ?? []);
        using var sounds = new SoundDraft(tracks is [] ? null : library.MakeWork(command.Video, command.Run));
        try
        {
            var order = new SoundOrder(video.Path, probe) { Kept = tracks, Folder = sounds.Folder };
            var sound = await decoder.MeasureSoundAsync(order, cancellationToken).ConfigureAwait(false);
            var ears = OwnTime.Of(() => sounds.Keep(sound.Kept));
            return new SoundHeard(sound with { Kept = [] }, sound.Unprinted)
            {
                Folder = ears is [] ? null : Path.GetFileName(sounds.Folder),
                Ears = ears,
                Unheard = [.. why, .. HearingRules.Undecoded(tracks, sound.Kept)],
            };
        }
        catch (MediaRefusedException refusal) when (probe.Pictures is not [] && refusal.Code is not ("not-found" or "access-denied"))
        {
            return new SoundHeard(null, $"The sound could not be heard, and is not compared with that of other videos: {refusal.Message}");
        }
    }
}
