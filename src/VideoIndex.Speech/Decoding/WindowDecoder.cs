using VideoIndex.Inference;
using VideoIndex.Speech.Decoding.Rules;
using VideoIndex.Speech.Decoding.Search;
using VideoIndex.Speech.Network;
using VideoIndex.Speech.Tokens;

namespace VideoIndex.Speech.Decoding;

/// <summary>
/// Writes down windows with a speech network, side by side: a token of each at a time, and what has ended leaves the batch. After <c>DecodingTask</c> of
/// OpenAI's <c>decoding.py</c> (A. Radford and others, "Robust Speech Recognition via Large-Scale Weak Supervision", 2022).
/// </summary>
/// <param name="network">The network; whoever opened it disposes it.</param>
/// <param name="vocabulary">Its tokens.</param>
public sealed class WindowDecoder(ISpeechNetwork network, SpeechVocabulary vocabulary) : IWindowDecoder
{
    private readonly List<NextToken> _next = [];
    private readonly List<int> _rows = []; // of each of the next tokens, the row it goes on from
    private float[] _logits = [];

    /// <inheritdoc/>
    public IReadOnlyList<DecodedWindow> Decode(
        IEncodedSpeech speech, IReadOnlyList<WindowToDecode> windows, DecodingOptions options, CancellationToken cancellationToken)
    {
        options.Check();
        return windows.Count == 0 ? [] : [.. Search(speech, windows, options, cancellationToken)
            .Select((window, at) => Answer(window, windows[at].Language, options))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<LanguageProbability>> DetectLanguages(IEncodedSpeech speech, IReadOnlyList<int> windows)
    {
        if (!vocabulary.IsMultilingual || windows.Count == 0)
        {
            return [.. windows.Select(_ => new[] { new LanguageProbability("en", 1) })];
        }

        using var decoding = network.Begin(speech, windows);
        var logits = Feed(decoding, [.. windows.Select(_ => vocabulary.StartOfTranscript)], [0]);
        var found = new IReadOnlyList<LanguageProbability>[windows.Count];
        for (var at = 0; at < windows.Count; at++)
        {
            found[at] = Languages(logits.Slice(at * Width, Width));
        }

        return found;
    }

    /// <summary>Writes down windows and returns, for each, everything that was written.</summary>
    internal IReadOnlyList<WindowReadings> Search(
        IEncodedSpeech speech, IReadOnlyList<WindowToDecode> windows, DecodingOptions options, CancellationToken cancellationToken)
    {
        var beginnings = windows.Select(window => Beginning.Of(vocabulary, options, window.Language, network.Shape.TextLength)).ToArray();
        var (length, start) = (beginnings[0].Tokens.Length, beginnings[0].Start);
        var most = Math.Min(options.Most(network.Shape.TextLength), network.Shape.TextLength + 1 - length);
        if (most < 1)
        {
            throw new ModelException("prompt-too-long", $"A prompt of {length} tokens leaves the speech model no room to write.");
        }

        var searches = windows.Select(window => NewSearch(options, window.Seed, most)).ToArray();
        var rules = LogitRules.Of(vocabulary, options);
        using var decoding = network.Begin(speech, [.. windows.Select(window => window.Window)]);
        int[] wanted = start == length - 1 ? [start] : [start, length - 1];
        Feed(decoding, [.. beginnings.SelectMany(beginning => beginning.Tokens)], wanted);
        var silence = TakeNoSpeech(windows.Count, wanted.Length);
        for (var step = 1; Step(searches, rules, decoding, step == most); step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return [.. searches.Select((search, at) => new WindowReadings(search.Finish(), silence[at]))];
    }

    private int Width => network.Shape.Vocabulary;

    private ITokenSearch NewSearch(DecodingOptions options, long seed, int most)
    {
        if (options.Beam is { } beam)
        {
            return new BeamSearch(vocabulary.EndOfText, most, beam, options.Patience ?? 1);
        }

        // Each temperature draws anew: the same lots would fall on the same words.
        var lots = new Random(Seed(seed, options.Temperature));
        return new SampleSearch(vocabulary.EndOfText, most, options.BestOf ?? 1, options.Temperature, lots);
    }

    private static int Seed(long seed, double temperature) => unchecked(
        (int)(((ulong)seed + (ulong)BitConverter.DoubleToInt64Bits(temperature)) * 0x9E37_79B9_7F4A_7C15 >> 33)); // Fibonacci hashing

    // Every search goes on by a token. False when none does, or this was the last.
    private bool Step(ITokenSearch[] searches, IReadOnlyList<ILogitRule> rules, IDecoding decoding, bool last)
    {
        _next.Clear();
        _rows.Clear();
        var row = 0;
        foreach (var search in searches)
        {
            if (search.Live is var live and > 0)
            {
                var logits = _logits.AsSpan(row * Width, live * Width);
                Forbid(logits, search, rules);
                search.Step(logits, _next);
                while (_rows.Count < _next.Count)
                {
                    _rows.Add(row + _next[_rows.Count].Source);
                }

                row += live;
            }
        }

        if (last || _next.Count == 0)
        {
            return false;
        }

        GoOn(decoding, row);
        return true;
    }

    private void GoOn(IDecoding decoding, int before)
    {
        Span<int> numbers = stackalloc int[_next.Count];
        for (var at = 0; at < numbers.Length; at++)
        {
            numbers[at] = _rows[at];
        }

        if (numbers.Length != before || !IsCounting(numbers))
        {
            decoding.Keep(numbers);
        }

        for (var at = 0; at < numbers.Length; at++)
        {
            numbers[at] = _next[at].Token;
        }

        Feed(decoding, numbers, [0]);
    }

    private void Forbid(Span<float> logits, ITokenSearch search, IReadOnlyList<ILogitRule> rules)
    {
        for (var at = 0; at < search.Live; at++)
        {
            foreach (var rule in rules)
            {
                rule.Apply(logits.Slice(at * Width, Width), search.Written(at));
            }
        }
    }

    private Span<float> Feed(IDecoding decoding, ReadOnlySpan<int> tokens, ReadOnlySpan<int> wanted)
    {
        var size = decoding.Count * wanted.Length * Width;
        if (_logits.Length < size)
        {
            _logits = new float[size];
        }

        var logits = _logits.AsSpan(0, size);
        decoding.Feed(tokens, wanted, logits);
        return logits;
    }

    // What the first of the wanted rows says of silence; the last ones are then put together, as all later steps have them.
    private float[] TakeNoSpeech(int windows, int wanted)
    {
        var silence = new float[windows];
        for (var at = 0; at < windows; at++)
        {
            var row = _logits.AsSpan(at * wanted * Width, Width);
            silence[at] = vocabulary.NoSpeechMark is { } mark ? MathF.Exp(row[mark] - Logits.LogSumExp(row)) : 0;
            if (wanted > 1)
            {
                _logits.AsSpan((at * wanted + wanted - 1) * Width, Width).CopyTo(_logits.AsSpan(at * Width, Width));
            }
        }

        return silence;
    }

    private LanguageProbability[] Languages(ReadOnlySpan<float> logits)
    {
        var likely = new float[vocabulary.Languages.Count];
        for (var at = 0; at < likely.Length; at++)
        {
            likely[at] = logits[vocabulary.Languages[at].Value];
        }

        var total = Logits.LogSumExp(likely);
        return [.. vocabulary.Languages
            .Select((language, at) => new LanguageProbability(language.Key, MathF.Exp(likely[at] - total)))
            .OrderByDescending(language => language.Probability)];
    }

    private DecodedWindow Answer(WindowReadings window, string? language, DecodingOptions options)
    {
        var best = Reading.BestOf(window.Readings, options.LengthPenalty);
        var text = vocabulary.Decode(best.Tokens).Trim();
        return new DecodedWindow(best.Tokens, text)
        {
            Language = vocabulary.IsMultilingual ? language ?? "en" : null,
            AverageLogProbability = best.LogProbability / (best.Tokens.Length + 1.0),
            NoSpeechProbability = window.NoSpeech,
            CompressionRatio = Repetition.CompressionRatio(text),
            Temperature = options.Temperature,
        };
    }

    private static bool IsCounting(ReadOnlySpan<int> numbers)
    {
        for (var at = 0; at < numbers.Length; at++)
        {
            if (numbers[at] != at)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Everything that was written of a window.</summary>
    /// <param name="Readings">The readings, in the order in which they ended.</param>
    /// <param name="NoSpeech">How likely it is that nobody speaks.</param>
    internal sealed record WindowReadings(IReadOnlyList<Reading> Readings, float NoSpeech);
}
