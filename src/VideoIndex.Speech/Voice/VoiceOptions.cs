using VideoIndex.Hearing;

namespace VideoIndex.Speech.Voice;

/// <summary>
/// How chances become stretches of speech. The defaults are those of Silero's own <c>get_speech_timestamps</c>, version 6, but for its padding.
/// </summary>
public sealed record VoiceOptions
{
    /// <summary>
    /// Gets what text is made of: 160 ms of silence end speech, as where faster-whisper 1.2 puts speech together to windows, and more than 128 ms of it
    /// count. Silero's own 250 ms lose words that stand alone, such as "two".
    /// </summary>
    public static VoiceOptions ForWords { get; } = new() { MinimumSilence = Milliseconds(160), MinimumSpeech = Milliseconds(128) };

    /// <summary>Gets from which chance on speech begins, 0 to 1; 0.5 by default.</summary>
    public float Threshold { get; init; } = 0.5f;

    /// <summary>Gets below which chance it ends, 0 to 1; null for 0.15 below <see cref="Threshold"/>, no lower than 0.01.</summary>
    public float? NegativeThreshold { get; init; }

    /// <summary>Gets the samples that speech must exceed to count; 250 ms by default.</summary>
    public long MinimumSpeech { get; init; } = Milliseconds(250);

    /// <summary>Gets the samples of silence that end speech; 100 ms by default.</summary>
    public long MinimumSilence { get; init; } = Milliseconds(100);

    /// <summary>
    /// Gets the samples that are added before and behind, half of the silence at most; none by default. Silero's own default is 30 ms.
    /// </summary>
    public long Padding { get; init; }

    /// <summary>Gets below which chance speech ends.</summary>
    public float Ending => NegativeThreshold ?? Math.Max(Threshold - 0.15f, 0.01f);

    /// <summary>Returns so many milliseconds in samples.</summary>
    public static long Milliseconds(long milliseconds) => milliseconds * ISound.Rate / 1000;
}
