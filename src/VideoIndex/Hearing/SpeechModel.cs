using VideoIndex.Inference;

namespace VideoIndex.Hearing;

/// <summary>A speech network's graphs, ready to run, and what they do not say of themselves.</summary>
/// <param name="Layout">How the graphs are laid out, one of <see cref="SpeechLayouts"/>: which code runs them.</param>
/// <param name="Graphs">The graphs by their names in that layout, <c>encoder</c>.</param>
public sealed record SpeechModel(string Layout, IReadOnlyDictionary<string, IModelSession> Graphs) : IDisposable
{
    /// <summary>Gets its sizes.</summary>
    public required SpeechSizes Sizes { get; init; }

    /// <summary>Gets the heads of the decoder that follow the sound best; empty for all of the upper half of its layers.</summary>
    public IReadOnlyList<AlignmentHead> AlignmentHeads { get; init; } = [];

    /// <summary>Gets the tokens that are never said, as the model's own files have it; empty where they do not say.</summary>
    public IReadOnlyList<int> NeverSaid { get; init; } = [];

    /// <summary>Gets the tokens that are never said first, likewise.</summary>
    public IReadOnlyList<int> NeverFirst { get; init; } = [];

    /// <summary>Gets what its tokens are read from.</summary>
    public SpeechTokens Tokens { get; init; } = new();

    /// <summary>Closes the graphs.</summary>
    public void Dispose()
    {
        foreach (var graph in Graphs.Values)
        {
            graph.Dispose();
        }
    }
}

/// <summary>The sizes of a speech network.</summary>
/// <param name="Mels">The rows of a sound picture.</param>
/// <param name="Positions">The positions of a window once encoded.</param>
/// <param name="TextLength">The most tokens of a sequence; 448 in every published model.</param>
/// <param name="Vocabulary">How many tokens there are.</param>
/// <param name="Width">The values of a position.</param>
public sealed record SpeechSizes(int Mels, int Positions, int TextLength, int Vocabulary, int Width)
{
    /// <summary>Gets the layers of the encoder.</summary>
    public required int EncoderLayers { get; init; }

    /// <summary>Gets the heads of each.</summary>
    public required int EncoderHeads { get; init; }

    /// <summary>Gets the layers of the decoder.</summary>
    public required int DecoderLayers { get; init; }

    /// <summary>Gets the heads of each.</summary>
    public required int DecoderHeads { get; init; }
}

/// <summary>What a model's tokens are read from: files by their names, <c>vocab.json</c>, or a list.</summary>
public sealed record SpeechTokens
{
    /// <summary>Gets the files; empty where there is a list.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files { get; init; } = new Dictionary<string, ReadOnlyMemory<byte>>();

    /// <summary>Gets the bytes of each token, from 0, marks perhaps not among them; empty where there are files.</summary>
    public IReadOnlyList<byte[]> List { get; init; } = [];

    /// <summary>Gets whether there are marks for languages; null where the model does not say, and its size tells.</summary>
    public bool? Multilingual { get; init; }
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
