namespace VideoIndex.Speech.Tests.EndToEnd;

/// <summary>A test that runs the model of this repository: ONNX Runtime is all it takes.</summary>
public sealed class RuntimeTheoryAttribute : TheoryAttribute
{
    public RuntimeTheoryAttribute() =>
        Skip = OnnxLibrary.Present ? null : $"ONNX Runtime is not at {OnnxLibrary.Path}: ./videoindex models install runtime";
}
