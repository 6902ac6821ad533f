using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.Speech.Network;

namespace VideoIndex.Speech.Exported;

/// <summary>
/// A Whisper network in the graphs that Hugging Face's tools export: an encoder, and a decoder for both its uses or a pair of them. They cost more than our
/// own: every sequence has its own copy of what was encoded, and keys and values are copied at every step.
/// </summary>
internal sealed class ExportedNetwork : ISpeechNetwork
{
    private readonly SpeechModel _model;
    private readonly IReadOnlyList<AlignmentHead> _heads;

    /// <summary>Takes a model over, and closes it when it is closed itself.</summary>
    /// <exception cref="ModelException">Graphs are missing.</exception>
    public ExportedNetwork(SpeechModel model)
    {
        (_model, Shape, _heads) = (model, WhisperShape.Of(model.Sizes), WhisperShape.HeadsOf(model));
        if (!model.Graphs.ContainsKey("encoder"))
        {
            throw new ModelException("wrong-layout", "An exported speech model has an encoder, and this has none.");
        }

        Decoder = new ExportedDecoder(model);
    }

    /// <inheritdoc/>
    public NetworkShape Shape { get; }

    /// <summary>Gets the decoder.</summary>
    internal ExportedDecoder Decoder { get; }

    /// <inheritdoc/>
    public IEncodedSpeech Encode(ReadOnlySpan<float> windows, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var (encoder, size) = (_model.Graphs["encoder"], Shape.Mels * Shape.Frames);
        if (windows.Length != (long)count * size)
        {
            throw new ArgumentException($"{count} windows are {(long)count * size} values, not {windows.Length}.", nameof(windows));
        }

        var encoded = new Tensor[count];
        for (var i = 0; i < count; i++)
        {
            encoded[i] = encoder.Run(Reals.Make(encoder.Inputs[0], windows.Slice(i * size, size), 1, Shape.Mels, Shape.Frames))[0];
        }

        return new ExportedSpeech(encoded);
    }

    /// <inheritdoc/>
    public IDecoding Begin(IEncodedSpeech speech, IReadOnlyList<int> windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        return new ExportedDecoding(this, Of(speech), windows);
    }

    /// <inheritdoc/>
    /// <exception cref="ModelException">The export does not give what heads listen to (<c>no-word-times</c>).</exception>
    public CrossAttention Attend(IEncodedSpeech speech, int window, IReadOnlyList<int> tokens, int frames)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentOutOfRangeException.ThrowIfNotEqual(frames > 0 && frames <= Shape.Positions, true, nameof(frames));
        using var decoding = new ExportedDecoding(this, Of(speech), [window]);
        var logits = new float[tokens.Count * Shape.Vocabulary];
        decoding.Feed([.. tokens], [.. Enumerable.Range(0, tokens.Count)], logits);
        var scores = new float[_heads.Count * tokens.Count * frames];
        for (var i = 0; i < _heads.Count; i++)
        {
            var listened = decoding.Listened(_heads[i].Layer) ?? throw new ModelException(
                "no-word-times", "The exported speech model does not say where its heads listen, so its words get no times: its decoder must give 'cross_attentions' (exports called timestamped do).");
            for (var token = 0; token < tokens.Count; token++)
            {
                var row = scores.AsSpan((i * tokens.Count + token) * frames, frames);
                Reals.Copy(listened, (_heads[i].Head * tokens.Count + token) * Shape.Positions, row);
                BeforeSoftmax(row);
            }
        }

        return new CrossAttention(_heads.Count, tokens.Count, frames, scores, logits);
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    // The logarithm is right but for a constant of each row, which softmax takes away again.
    private static void BeforeSoftmax(Span<float> row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = MathF.Log(Math.Max(row[i], float.Epsilon));
        }
    }

    private static ExportedSpeech Of(IEncodedSpeech speech) =>
        speech as ExportedSpeech ?? throw new ArgumentException("It was not encoded by this network.", nameof(speech));
}

/// <summary>Windows that an exported encoder has encoded.</summary>
/// <param name="Windows">What it gave for each.</param>
internal sealed record ExportedSpeech(Tensor[] Windows) : IEncodedSpeech
{
    /// <inheritdoc/>
    public int Count => Windows.Length;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The memory is the platform's to take back.
    }
}
