using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;

namespace VideoIndex.Speech.Tests.Voice;

internal static class Silero
{
    public const string Both = "silero_vad.onnx";
    public const string Only16 = "silero_vad_16k_op15.onnx";
    private static readonly OnnxRuntime Runtime = new(new OnnxRuntimeOptions { Library = OnnxLibrary.Path });

    public static IModelSession Open(string name = Only16) =>
        Runtime.Open(OnnxLibrary.Model($"snakers4__silero-vad/{name}"), new ModelSessionOptions { Providers = ["cpu"] });
}
