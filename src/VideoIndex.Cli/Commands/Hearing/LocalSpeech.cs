using VideoIndex.Hearing;
using VideoIndex.Inference;

namespace VideoIndex.Cli.Commands.Hearing;

/// <summary>Opens speech models that are installed here.</summary>
/// <param name="catalogue">The models.</param>
/// <param name="runtime">What runs them.</param>
/// <param name="model">The name of the one that is to listen; null for the first that is installed.</param>
internal sealed class LocalSpeech(IModelCatalogue catalogue, IModelRuntime runtime, string? model) : ITranscribers
{
    /// <summary>The model people are told to install.</summary>
    public const string Preferred = "whisper-base";

    private const string Unheard = "What is said was not written down";

    /// <inheritdoc/>
    public string? Missing => runtime.Missing is { } reason ? $"{Unheard}: {reason}"
        : catalogue.Serving(ModelTasks.Transcription) is not { } installed ? $"{Unheard}: no speech model is installed. Run: videoindex models install {model ?? Preferred}"
        : model is not null && installed.Card.Name != model ? $"{Unheard}: the speech model '{model}' is not installed. Run: videoindex models install {model}"
        : null;

    /// <inheritdoc/>
    public ITranscriber Open() => throw new ModelException("no-model", Missing ?? $"{Unheard}: the model is of a kind that is not known here.");
}
