using VideoIndex.Hearing;
using VideoIndex.Speech.Batched.Placing;
using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.Honesty;
using VideoIndex.Speech.Mel;
using VideoIndex.Speech.Network;
using VideoIndex.Speech.Voice;

namespace VideoIndex.Speech.Batched;

/// <summary>Writes down one sound by its chunks, a batch of them at a time. Nothing is held but a batch and what was said so far.</summary>
internal sealed class BatchedRun : ISoundRun
{
    private const int LeastStep = ISound.Rate;

    private readonly SpeechEngine _engine;
    private readonly ISound _sound;
    private readonly TranscriptionOptions _options;
    private readonly WindowDecoder _decoder;
    private readonly Fallback _fallback;
    private readonly FallbackOptions _tests;
    private readonly IEnumerable<SpeechChunk> _chunks;
    private readonly LogMel _mel;
    private readonly LanguageChoice _languages;
    private readonly SpokenPrompt _prompt;
    private readonly float[] _pictures;
    private readonly float[] _samples;
    private readonly int _most;
    private readonly Queue<SpeechChunk> _rests = new();
    private readonly List<DraftUtterance> _drafts = [];

    /// <summary>Prepares it.</summary>
    /// <param name="engine">What it takes to hear.</param>
    /// <param name="settings">How windows are heard side by side.</param>
    /// <param name="sound">The sound.</param>
    /// <param name="options">How it is to be heard.</param>
    /// <param name="chunks">What is heard of it, in order; a window each at most.</param>
    public BatchedRun(SpeechEngine engine, BatchOptions settings, ISound sound, TranscriptionOptions options, IEnumerable<SpeechChunk> chunks)
    {
        (_engine, _sound, _options, _tests, _chunks) = (engine, sound, options, settings.Fallback, chunks);
        _decoder = new WindowDecoder(engine.Network, engine.Vocabulary);
        _fallback = new Fallback(_decoder, settings.Fallback);
        _mel = new LogMel(Shape.Mels);
        _languages = new LanguageChoice(_decoder, engine.Vocabulary, options);
        _prompt = SpokenPrompt.Of(engine.Vocabulary, options, Shape.TextLength);
        _most = settings.WindowsOf(Shape, options.Beam);
        _pictures = new float[_most * Shape.Mels * Shape.Frames];
        _samples = new float[Shape.Samples];
    }

    /// <inheritdoc/>
    public IEnumerable<string> Complaints => new[] { _languages.Complaint, _prompt.Complaint }.OfType<string>();

    private NetworkShape Shape => _engine.Network.Shape;

    /// <inheritdoc/>
    public IReadOnlyList<DraftUtterance> Hear(IProgress<long> progress, CancellationToken cancellationToken)
    {
        using var waiting = _chunks.GetEnumerator();
        long heard = 0;
        while (NextBatch(waiting) is { Count: > 0 } batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Hear(batch, cancellationToken);
            heard = Math.Max(heard, batch.Max(chunk => chunk.Span.End));
            progress.Report(heard);
        }

        return [.. _drafts.OrderBy(draft => draft.Utterance.Span.Start).ThenBy(draft => draft.Utterance.Span.End)];
    }

    private List<SpeechChunk> NextBatch(IEnumerator<SpeechChunk> waiting)
    {
        var batch = new List<SpeechChunk>();
        while (batch.Count < _most && (_rests.TryDequeue(out var chunk) || (waiting.MoveNext() && (chunk = waiting.Current) is not null)))
        {
            batch.Add(chunk);
        }

        return batch;
    }

    private void Hear(List<SpeechChunk> batch, CancellationToken cancellationToken)
    {
        using var speech = _engine.Network.Encode(Draw(batch), batch.Count);
        var languages = _languages.Of(speech, [.. batch.Select(chunk => (int)chunk.Length)]);
        var windows = batch.Select((chunk, at) => new WindowToDecode(at, languages[at], chunk.Span.First)).ToArray();
        var decoding = new DecodingOptions
        {
            Beam = _options.Beam > 1 ? _options.Beam : null,
            Prompt = _prompt.Tokens,
            Translate = _options.Translate && _engine.Vocabulary.Translate is not null,
        };
        var answers = _fallback.Decode(speech, windows, decoding, cancellationToken);
        for (var at = 0; at < batch.Count; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Keep(batch[at], speech, at, answers[at]);
        }
    }

    private ReadOnlySpan<float> Draw(List<SpeechChunk> batch)
    {
        var size = Shape.Mels * Shape.Frames;
        for (var at = 0; at < batch.Count; at++)
        {
            var samples = _samples.AsSpan(0, (int)batch[at].Length);
            batch[at].Read(_sound, samples);
            _mel.Draw(samples, Shape.Frames, _pictures.AsSpan(at * size, size));
        }

        return _pictures.AsSpan(0, batch.Count * size);
    }

    private void Keep(SpeechChunk chunk, IEncodedSpeech speech, int window, DecodedWindow answer)
    {
        var text = WindowText.Of(_engine, speech, window, answer, chunk, _options);
        _drafts.AddRange(new PlacedText(chunk, answer).Place(text.Passages));

        if (text.Rest is { } from && !IsSilent(answer) && chunk.From(Math.Max(LeastStep, from)) is { } rest)
        {
            _rests.Enqueue(rest);
        }
    }

    private bool IsSilent(DecodedWindow answer) =>
        answer.NoSpeechProbability > _tests.NoSpeech && !(answer.AverageLogProbability > _tests.AverageLogProbability);
}
