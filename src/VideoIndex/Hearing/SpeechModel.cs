using VideoIndex.Inference;

namespace VideoIndex.Hearing;

/// <summary>A speech network's graphs, ready to run, and what they do not say of themselves.</summary>
/// <param name="Layout">How the graphs are laid out, one of <see cref="SpeechLayouts"/>: which code runs them.</param>
/// <param name="Graphs">The graphs by their names in that layout, <c>encoder</c>.</param>
public sealed record SpeechModel(string Layout, IReadOnlyDictionary<string, IModelSession> Graphs) : IDisposable
{
    /// <summary>Gets the most tokens of a sequence; 448 in every published model.</summary>
    public int TextLength { get; init; } = 448;

    /// <summary>Gets the heads of the decoder that follow the sound best; empty for all of the upper half of its layers.</summary>
    public IReadOnlyList<AlignmentHead> AlignmentHeads { get; init; } = [];

    /// <summary>Closes the graphs.</summary>
    public void Dispose()
    {
        foreach (var graph in Graphs.Values)
        {
            graph.Dispose();
        }
    }
}

/// <summary>A head of a decoder's attention to the sound.</summary>
/// <param name="Layer">Its layer, from 0.</param>
/// <param name="Head">Which of the layer's heads, from 0.</param>
public readonly record struct AlignmentHead(int Layer, int Head);

/// <summary>How graphs of speech networks are laid out.</summary>
public static class SpeechLayouts
{
    /// <summary>Our own: <c>encoder</c>, <c>decoder</c> and <c>scores</c>.</summary>
    public const string Own = "own";

    /// <summary>Hugging Face's exports: <c>encoder</c> with <c>decoder-merged</c>, or with <c>decoder</c> and <c>decoder-with-past</c>.</summary>
    public const string Exported = "exported";
}
