using VideoIndex.Hearing;
using VideoIndex.Inference;

namespace VideoIndex.Speech.Network;

/// <summary>A Whisper network in graphs of our own (see docs/adr/0020-speech-runs-in-graphs-of-our-own.md).</summary>
/// <remarks>
/// On the processor windows are encoded one by one, for together they are no faster; keys and values stay in memory that is bound to the graphs and
/// never copied between runs.
/// </remarks>
internal sealed class WhisperNetwork : ISpeechNetwork
{
    private static readonly string[] Parts = ["encoder", "decoder", "scores"];

    private readonly SpeechModel _model;
    private readonly GraphRun _scores;
    private readonly IReadOnlyList<AlignmentHead> _heads;

    /// <summary>Takes a model over, and closes it when it is closed itself.</summary>
    /// <exception cref="ModelException">Its graphs are not of our own layout.</exception>
    public WhisperNetwork(SpeechModel model)
    {
        _model = model;
        if (Parts.Any(part => !model.Graphs.ContainsKey(part)))
        {
            throw new ModelException("wrong-layout", $"A speech model of our own layout has the graphs {string.Join(", ", Parts)}.");
        }

        Shape = WhisperShape.Of(model.Sizes);
        _scores = new GraphRun(model.Graphs["scores"]);
        _heads = WhisperShape.HeadsOf(model);
    }

    /// <inheritdoc/>
    public NetworkShape Shape { get; }

    /// <summary>Gets the decoder.</summary>
    internal IModelSession Decoder => _model.Graphs["decoder"];

    /// <inheritdoc/>
    public IEncodedSpeech Encode(ReadOnlySpan<float> windows, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var size = Shape.Mels * Shape.Frames;
        if (windows.Length != (long)count * size)
        {
            throw new ArgumentException($"{count} windows are {(long)count * size} values, not {windows.Length}.", nameof(windows));
        }

        var encoder = _model.Graphs["encoder"];
        var step = encoder.Provider == "cpu" || encoder.Inputs[0].Shape[0] == 1 ? 1 : count;
        var encoded = new EncodedWindows(Shape, count);
        var run = new GraphRun(encoder);
        for (var first = 0; first < count; first += step)
        {
            run.Take("mel", new Tensor<float>(windows.Slice(first * size, step * size).ToArray(), step, Shape.Mels, Shape.Frames));
            encoded.Bind(run, first, step);
            run.Run();
        }

        return encoded;
    }

    /// <inheritdoc/>
    public IDecoding Begin(IEncodedSpeech speech, IReadOnlyList<int> windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        return new WhisperDecoding(this, Of(speech), windows);
    }

    /// <inheritdoc/>
    public CrossAttention Attend(IEncodedSpeech speech, int window, IReadOnlyList<int> tokens, int frames)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentOutOfRangeException.ThrowIfNotEqual(frames > 0 && frames <= Shape.Positions, true, nameof(frames));
        var encoded = Of(speech);
        var logits = new float[tokens.Count * Shape.Vocabulary];
        using var decoding = new WhisperDecoding(this, encoded, [window]);
        decoding.Feed([.. tokens], [.. Enumerable.Range(0, tokens.Count)], logits);
        var size = Shape.Width / Shape.DecoderHeads;
        var queries = new float[_heads.Count * tokens.Count * size];
        var keys = new float[_heads.Count * frames * size];
        for (var i = 0; i < _heads.Count; i++)
        {
            decoding.CopyQueries(_heads[i], queries.AsSpan(i * tokens.Count * size, tokens.Count * size));
            encoded.Keys(_heads[i], window)[..(frames * size)].CopyTo(keys.AsSpan(i * frames * size));
        }

        var scores = new float[_heads.Count * tokens.Count * frames];
        _scores.Take("queries", new Tensor<float>(queries, _heads.Count, tokens.Count, size));
        _scores.Take("keys", new Tensor<float>(keys, _heads.Count, frames, size));
        _scores.Give("scores", new Tensor<float>(scores, _heads.Count, tokens.Count, frames));
        _scores.Run();
        return new CrossAttention(_heads.Count, tokens.Count, frames, scores, logits);
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    private static EncodedWindows Of(IEncodedSpeech speech) =>
        speech as EncodedWindows ?? throw new ArgumentException("It was not encoded by this network.", nameof(speech));
}
