using VideoIndex.Hearing;

namespace VideoIndex.Speech.Batched;

/// <summary>Opens transcribers that run on this machine.</summary>
/// <param name="missing">Says why there is none, as a sentence that says what to run; null when there is one.</param>
/// <param name="open">Opens what it takes to hear; each transcriber has its own, and closes it.</param>
/// <param name="settings">How windows are heard side by side.</param>
public sealed class SpeechTranscribers(Func<string?> missing, Func<SpeechEngine> open, BatchOptions settings) : ITranscribers
{
    /// <inheritdoc/>
    public string? Missing => missing();

    /// <inheritdoc/>
    public ITranscriber Open() => new BatchedTranscriber(open(), settings);
}
