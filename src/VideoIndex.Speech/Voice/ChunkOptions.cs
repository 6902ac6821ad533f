using VideoIndex.Hearing;

namespace VideoIndex.Speech.Voice;

/// <summary>How speech is put into chunks. All lengths are in samples.</summary>
/// <remarks>
/// A network hears a window at the same cost however little is said in it, so long silence between speech is cut down. It is not cut away: a second
/// of what was recorded stays on both sides of a joint, so that no word comes near one, the network hears a pause where there was one, and a word
/// belongs to the side its middle lies on beyond doubt.
/// </remarks>
public sealed record ChunkOptions
{
    /// <summary>Gets how long a chunk can be: <see cref="Network.NetworkShape.Samples"/>; 30 seconds by default.</summary>
    public long Window { get; init; } = 30 * ISound.Rate;

    /// <summary>
    /// Gets what is kept of the silence before and behind a chunk, half of it at most; 400 ms by default, as in faster-whisper 1.2: detectors begin
    /// late and end early on soft sounds. At most a sixth of <see cref="Window"/>.
    /// </summary>
    public long Padding { get; init; } = 400 * ISound.Rate / 1000;

    /// <summary>
    /// Gets how much of a silence is kept within a chunk; 2 seconds by default. None glues speech to speech; <see cref="long.MaxValue"/> leaves every
    /// chunk one piece of the sound.
    /// </summary>
    public long LongestSilence { get; init; } = 2 * ISound.Rate;
}
