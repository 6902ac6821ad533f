using VideoIndex.Inference;

namespace VideoIndex.Onnx.Whisper.Graph;

/// <summary>
/// Writes the smallest of the three graphs: how well what a head asks of the sound fits each position of it, before softmax. It has no weights, so
/// the heads that follow the sound cost nothing while a text is found, and little when its words are given their times.
/// </summary>
internal static class ScoreGraph
{
    /// <summary>Writes it.</summary>
    /// <param name="head">The values of a head.</param>
    /// <param name="path">The graph's file.</param>
    public static void Write(int head, string path)
    {
        var maker = new GraphMaker("scores");
        maker.Takes("queries", ElementType.Real32, $"heads tokens {head}");
        maker.Takes("keys", ElementType.Real32, $"heads frames {head}");
        maker.Does(
            "FusedMatMul", GraphMaker.Fused, ["queries", "keys"], ["scores"],
            GraphMaker.Told("transB", 1), GraphMaker.Told("alpha", 1 / MathF.Sqrt(head)));
        maker.Gives("scores", ElementType.Real32, "heads tokens frames");
        File.WriteAllBytes(path, maker.Bytes());
    }
}
