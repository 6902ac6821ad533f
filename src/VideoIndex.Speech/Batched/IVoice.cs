using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.Speech.Voice;

namespace VideoIndex.Speech.Batched;

/// <summary>Hears whether anyone speaks.</summary>
public interface IVoice : IDisposable
{
    /// <summary>Hears a sound from end to end.</summary>
    /// <exception cref="ModelException">The model failed.</exception>
    SpeechActivity Listen(ISound sound, CancellationToken cancellationToken);
}

/// <summary>Silero's detector of voices.</summary>
/// <param name="session">The model; it is closed with this.</param>
/// <exception cref="ModelException">The model is no such detector.</exception>
public sealed class SileroVoice(IModelSession session) : IVoice
{
    private readonly VoiceDetector _detector = new(session);

    /// <inheritdoc/>
    public SpeechActivity Listen(ISound sound, CancellationToken cancellationToken) => _detector.Listen(sound, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();
}
