using VideoIndex.Inference;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Onnx.Whisper;
using VideoIndex.Speech.Batched;
using VideoIndex.Speech.Network;
using VideoIndex.Tags;

namespace VideoIndex.Cli.Commands.Hearing;

/// <summary>Makes what listens of the models that are installed: the speech network, its tokens, and the one that hears whether anybody speaks.</summary>
/// <param name="catalogue">The models.</param>
/// <param name="runtime">What runs them.</param>
/// <param name="options">How.</param>
/// <param name="model">The name of the one that is to listen; null for the first that is installed.</param>
internal sealed class LocalSpeech(ModelCatalogue catalogue, IModelRuntime runtime, ModelSessionOptions options, string? model)
{
    private const string Preferred = "whisper-base", Voice = "silero-vad", Unheard = "What is said was not written down";

    /// <summary>Gets why nobody can listen, as a sentence that says what to run; null when somebody can.</summary>
    public string? Missing => runtime.Missing is { } reason ? $"{Unheard}: {reason}"
        : Chosen() is null ? $"{Unheard}: {(model is null ? "no speech model is installed" : $"the speech model '{model}' is not installed")}. Run: videoindex models install {model ?? Preferred}"
        : catalogue.Serving(ModelTasks.Speech) is null ? $"{Unheard}: the model that hears whether anybody speaks is not installed. Run: videoindex models install {Voice}"
        : null;

    /// <summary>Opens the models. It is the only one at work at a time, and has all processors.</summary>
    /// <exception cref="ModelException">They cannot be run.</exception>
    public SpeechEngine Open()
    {
        var (chosen, voice) = (Chosen(), catalogue.Serving(ModelTasks.Speech));
        if (chosen is null || voice is null)
        {
            throw new ModelException("no-model", Missing ?? Unheard);
        }

        var opened = new SpeechModels(catalogue, runtime, options with { Threads = Environment.ProcessorCount }).Open(chosen);
        try
        {
            var network = SpeechNetworks.Of(opened);
            var vocabulary = SpeechNetworks.VocabularyOf(opened);
            return new SpeechEngine(new Origin("model", chosen.Card.Name, chosen.Card.Revision), network, vocabulary, new SileroVoice(runtime.Open(voice.Path, options)));
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private InstalledModel? Chosen() => model is null ? catalogue.Serving(ModelTasks.Transcription)
        : catalogue.Find(model) is { Card.Task: ModelTasks.Transcription } named ? named
        : null;
}
