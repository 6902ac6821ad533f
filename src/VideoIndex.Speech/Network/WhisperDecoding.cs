using VideoIndex.Hearing;
using VideoIndex.Inference;

namespace VideoIndex.Speech.Network;

/// <summary>Sequences that the decoder goes on with, token by token.</summary>
internal sealed class WhisperDecoding : IDecoding
{
    private readonly NetworkShape _shape;
    private readonly GraphRun _run;
    private readonly HeldWindows _windows;
    private readonly TokenMemory _memory;
    private readonly Dictionary<int, float[]> _queries;

    private float[] _logits = [];

    /// <summary>Begins sequences, each about a window.</summary>
    public WhisperDecoding(WhisperNetwork network, EncodedWindows speech, IReadOnlyList<int> windows)
    {
        if (windows.Count == 0 || windows.Any(window => window < 0 || window >= speech.Count))
        {
            throw new ArgumentException($"The {speech.Count} windows are numbered from 0, and a sequence at least listens to one.", nameof(windows));
        }

        _shape = network.Shape;
        _run = new GraphRun(network.Decoder);
        _windows = new HeldWindows(_shape, speech, windows);
        _memory = new TokenMemory(_shape, windows.Count);
        _queries = network.Decoder.Outputs.Where(output => output.Name.StartsWith("query.", StringComparison.Ordinal))
            .ToDictionary(output => int.Parse(output.Name.AsSpan("query.".Length), System.Globalization.CultureInfo.InvariantCulture), _ => Array.Empty<float>());
    }

    /// <inheritdoc/>
    public int Count => _memory.Count;

    /// <inheritdoc/>
    public int Length => _memory.Length;

    /// <inheritdoc/>
    public void Feed(ReadOnlySpan<int> tokens, ReadOnlySpan<int> wanted, Span<float> logits)
    {
        var further = Count == 0 ? 0 : tokens.Length / Count;
        var size = Count * wanted.Length * _shape.Vocabulary;
        if (further == 0 || further * Count != tokens.Length || Length + further > _shape.TextLength || logits.Length < size)
        {
            throw new ArgumentException($"{tokens.Length} tokens for {Count} sequences of {Length} are none, unequal or too many, or there is no room for their logits.", nameof(tokens));
        }

        BindTokens(tokens, wanted, further);
        _windows.Bind(_run);
        _memory.Bind(_run, further);
        BindOutputs(wanted.Length, further);
        _run.Run();
        _memory.Advance(further);
        _logits.AsSpan(0, size).CopyTo(logits);
    }

    /// <inheritdoc/>
    public void Keep(ReadOnlySpan<int> sequences)
    {
        _windows.Keep(sequences);
        _memory.Keep(sequences);
    }

    /// <summary>Copies what a head asked of the sound at the tokens of the last step, token by token; there is one sequence.</summary>
    public void CopyQueries(AlignmentHead head, Span<float> queries)
    {
        var size = _shape.Width / _shape.DecoderHeads;
        var from = _queries[head.Layer];
        for (var i = 0; i < queries.Length / size; i++)
        {
            from.AsSpan(i * _shape.Width + head.Head * size, size).CopyTo(queries[(i * size)..]);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The memory is the platform's to take back.
    }

    private void BindTokens(ReadOnlySpan<int> tokens, ReadOnlySpan<int> wanted, int further)
    {
        var lines = _windows.Lines;
        _run.Take("tokens", new Tensor<long>(Widen(tokens), Count, further));
        _run.Take("positions", new Tensor<long>(Enumerable.Range(Length, further).Select(place => (long)place).ToArray(), further));
        _run.Take("wanted", new Tensor<long>(Widen(wanted), wanted.Length));
        _run.Take("lines", new Tensor<long>(lines.Sequences, lines.Sequences.Length));
        _run.Take("back", new Tensor<long>(lines.Places, Count));
        _run.Take("lined.shape", new Tensor<long>(new long[] { lines.Count, lines.Length * further, _shape.Width }, 3));
        _run.Take("apart.shape", new Tensor<long>(new long[] { lines.Count * lines.Length, further, _shape.Width }, 3));
    }

    private void BindOutputs(int asked, int further)
    {
        _logits = Room(_logits, Count * asked * _shape.Vocabulary);
        _run.Give("logits", new Tensor<float>(_logits.AsMemory(0, Count * asked * _shape.Vocabulary), Count, asked, _shape.Vocabulary));
        foreach (var layer in _queries.Keys)
        {
            var queries = _queries[layer] = Room(_queries[layer], Count * further * _shape.Width);
            _run.Give($"query.{layer}", new Tensor<float>(queries.AsMemory(0, Count * further * _shape.Width), Count, further, _shape.Width));
        }
    }

    private static float[] Room(float[] room, int needed) => room.Length >= needed ? room : GC.AllocateUninitializedArray<float>(needed);

    private static long[] Widen(ReadOnlySpan<int> values)
    {
        var wide = new long[values.Length];
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] = values[i];
        }

        return wide;
    }
}
