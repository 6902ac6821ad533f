using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Onnx.Whisper;
using VideoIndex.Onnx.Whisper.Graph;
using VideoIndex.Speech.Batched;
using VideoIndex.Speech.Network;
using VideoIndex.Tags;

namespace VideoIndex.Speech.Tests.EndToEnd;

/// <summary>The network of this repository, trained on synthetic speech: see the README beside it.</summary>
internal static class MicroModel
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "models", "micro-whisper");

    /// <summary>Opens it as the product does, with what hears voices.</summary>
    public static BatchedTranscriber Open(Precision precision, IVoice voice)
    {
        var graphs = Directory.CreateTempSubdirectory("micro-");
        try
        {
            var runtime = new OnnxRuntime(new OnnxRuntimeOptions { Library = OnnxLibrary.Path });
            var models = new SpeechModels(new ModelCatalogue("", Manifest.Embedded), runtime, new ModelSessionOptions { Providers = ["cpu"] });
            var made = models.Make(Folder, graphs.FullName, precision);
            return new BatchedTranscriber(new SpeechEngine(new Origin("model", "micro-whisper"), SpeechNetworks.Of(made), SpeechNetworks.VocabularyOf(made), voice), new BatchOptions());
        }
        finally
        {
            graphs.Delete(recursive: true);
        }
    }
}
