namespace VideoIndex.Speech.Tests.EndToEnd;

/// <summary>A test that runs the model of this repository: ONNX Runtime is all it takes.</summary>
public sealed class RuntimeTheoryAttribute : TheoryAttribute
{
    public RuntimeTheoryAttribute() =>
        Skip = !File.Exists(Path.Combine(MicroModel.Folder, "model.safetensors")) ? "The model is not there yet."
            : OnnxLibrary.Present ? null : $"ONNX Runtime is not at {OnnxLibrary.Path}: ./videoindex models install runtime";
}
