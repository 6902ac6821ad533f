using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Onnx.Whisper;
using VideoIndex.Onnx.Whisper.Graph;
using VideoIndex.Speech.Batched;
using VideoIndex.Speech.Network;
using VideoIndex.Tags;

namespace VideoIndex.Accuracy.Speech;

/// <summary>The product's own transcriber over a model's folder, as Hugging Face lays one out.</summary>
internal static class SpeechFinder
{
    /// <summary>Opens it.</summary>
    /// <param name="model">The model's folder.</param>
    /// <param name="models">Where ONNX Runtime and the voice detector are installed (<c>models install</c>).</param>
    /// <param name="graphs">Where the graphs made of the model may lie.</param>
    /// <param name="precision">In what numbers it works.</param>
    public static BatchedTranscriber Open(string model, string models, string graphs, Precision precision)
    {
        var runtime = new OnnxRuntime(new OnnxRuntimeOptions { Library = Path.Combine(models, "runtime", "libonnxruntime.so.1") });
        var options = new ModelSessionOptions { Providers = ["cpu"], Threads = 1 };
        var made = new SpeechModels(new ModelCatalogue(models, Manifest.Embedded), runtime, options).Make(model, graphs, precision);
        var voice = Directory.EnumerateFiles(Path.Combine(models, "silero-vad-16k"), "model.onnx", SearchOption.AllDirectories).First();
        return new BatchedTranscriber(
            new SpeechEngine(new Origin("model", Path.GetFileName(model), precision.ToString()), SpeechNetworks.Of(made), SpeechNetworks.VocabularyOf(made), new SileroVoice(runtime.Open(voice, options))),
            new BatchOptions());
    }
}
