using VideoIndex.Hearing;

namespace VideoIndex.SpeechServices.Programs;

/// <summary>Opens transcribers that have an installed <c>whisper-cli</c> write down what is said.</summary>
/// <param name="settings">The program and its model.</param>
/// <param name="clock">What its limits are measured by.</param>
public sealed class WhisperCliTranscribers(WhisperCliSettings settings, TimeProvider clock) : ITranscribers
{
    /// <inheritdoc/>
    public string? Missing => settings.FindProgram() is null
        ? $"'{settings.Program}' is not installed, or not in a folder of PATH. It is whisper.cpp's program; name another with its path."
        : !File.Exists(settings.Model)
            ? $"There is no model at '{settings.Model}'. whisper.cpp takes files of its own format, such as ggml-base.bin."
            : null;

    /// <inheritdoc/>
    public ITranscriber Open() => new WhisperCliTranscriber(settings, clock);
}
