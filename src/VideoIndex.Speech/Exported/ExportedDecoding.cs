using VideoIndex.Inference;
using VideoIndex.Speech.Network;

namespace VideoIndex.Speech.Exported;

/// <summary>Sequences that an exported decoder goes on with.</summary>
internal sealed class ExportedDecoding : IDecoding
{
    private readonly ExportedNetwork _network;
    private readonly Dictionary<string, Tensor> _memory = new(StringComparer.Ordinal);

    private Tensor _sound;
    private Dictionary<string, Tensor> _given = [];

    /// <summary>Begins sequences, each about a window.</summary>
    public ExportedDecoding(ExportedNetwork network, ExportedSpeech speech, IReadOnlyList<int> windows)
    {
        if (windows.Count == 0 || windows.Any(window => window < 0 || window >= speech.Count))
        {
            throw new ArgumentException($"The {speech.Count} windows are numbered from 0, and a sequence at least listens to one.", nameof(windows));
        }

        (_network, Count) = (network, windows.Count);
        _sound = Together(speech, windows);
    }

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public int Length { get; private set; }

    /// <inheritdoc/>
    public void Feed(ReadOnlySpan<int> tokens, ReadOnlySpan<int> wanted, Span<float> logits)
    {
        var (further, size) = (tokens.Length / Count, _network.Shape.Vocabulary);
        if (further == 0 || further * Count != tokens.Length || Length + further > _network.Shape.TextLength || logits.Length < Count * wanted.Length * size)
        {
            throw new ArgumentException($"{tokens.Length} tokens for {Count} sequences of {Length} are none, unequal or too many, or there is no room for their logits.", nameof(tokens));
        }

        if (Length == 0)
        {
            Step(tokens, further, wanted, logits, (0, wanted.Length));
            return;
        }

        // With keys and values, exports take one token at a time.
        var one = new int[Count];
        for (int place = 0, asked = 0; place < further; place++)
        {
            for (var i = 0; i < Count; i++)
            {
                one[i] = tokens[i * further + place];
            }

            var isWanted = asked < wanted.Length && wanted[asked] == place;
            Step(one, 1, isWanted ? [0] : [], logits, (asked, wanted.Length));
            asked += isWanted ? 1 : 0;
        }
    }

    /// <inheritdoc/>
    public void Keep(ReadOnlySpan<int> sequences)
    {
        _sound = Reals.Rows(_sound, sequences);
        foreach (var name in _memory.Keys.ToList())
        {
            _memory[name] = Reals.Rows(_memory[name], sequences);
        }

        Count = sequences.Length;
    }

    /// <summary>Returns where the heads of a layer listened at the last step, after softmax; null where the export does not say.</summary>
    public Tensor? Listened(int layer) => _given.GetValueOrDefault($"cross_attentions.{layer}");

    /// <inheritdoc/>
    public void Dispose()
    {
        // The memory is the platform's to take back.
    }

    private void Step(ReadOnlySpan<int> tokens, int further, ReadOnlySpan<int> wanted, Span<float> logits, (int First, int All) asked)
    {
        var size = _network.Shape.Vocabulary;
        _given = _network.Decoder.Run(tokens, Count, Length, _sound, _memory);
        for (var i = 0; i < Count; i++)
        {
            for (var at = 0; at < wanted.Length; at++)
            {
                Reals.Copy(_given["logits"], (i * further + wanted[at]) * size, logits.Slice((i * asked.All + asked.First + at) * size, size));
            }
        }

        Length += further;
    }

    private static Tensor Together(ExportedSpeech speech, IReadOnlyList<int> windows) =>
        speech.Windows[0] is Tensor<float> ? Stacked<float>(speech, windows) : Stacked<Half>(speech, windows);

    private static Tensor<T> Stacked<T>(ExportedSpeech speech, IReadOnlyList<int> windows)
        where T : unmanaged
    {
        var one = (Tensor<T>)speech.Windows[windows[0]];
        var values = new T[windows.Count * one.Values.Length];
        for (var i = 0; i < windows.Count; i++)
        {
            ((Tensor<T>)speech.Windows[windows[i]]).Span.CopyTo(values.AsSpan(i * one.Values.Length));
        }

        return new Tensor<T>(values, [windows.Count, .. one.Shape[1..]]);
    }
}
