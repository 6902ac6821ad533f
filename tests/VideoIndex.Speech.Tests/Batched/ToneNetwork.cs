using VideoIndex.Speech.Network;
using VideoIndex.Speech.Tokens;

namespace VideoIndex.Speech.Tests.Batched;

/// <summary>A speech network without weights that understands the language of tones, and misbehaves when told to.</summary>
internal sealed class ToneNetwork(int positions = 1500) : ISpeechNetwork
{
    private static readonly SpeechVocabulary Vocabulary = ToneWords.Vocabulary;

    public NetworkShape Shape { get; } = new(80, positions, 448, Vocabulary.Size, 8, 1, 1, 1, 1);

    /// <summary>After how many passages it believes to be done, and leaves the rest of the window for another time.</summary>
    public int MostPassages { get; init; } = int.MaxValue;

    /// <summary>Changes what is written of a window; told how often it was asked before.</summary>
    public Func<IReadOnlyList<int>, int, IReadOnlyList<int>> Change { get; init; } = (tokens, _) => tokens;

    /// <summary>How likely it holds it that nobody speaks.</summary>
    public float NoSpeech { get; init; } = -10;

    /// <summary>How many windows each encoding had.</summary>
    public List<int> Encoded { get; } = [];

    /// <summary>The beginnings it was given, one for each window and try.</summary>
    public List<int[]> Beginnings { get; } = [];

    public Action Asked { get; init; } = () => { };

    public bool Disposed { get; private set; }

    public IEncodedSpeech Encode(ReadOnlySpan<float> windows, int count)
    {
        Encoded.Add(count);
        var size = Shape.Mels * Shape.Frames;
        var heard = new List<IReadOnlyList<HeardTone>>();
        for (var at = 0; at < count; at++)
        {
            heard.Add(ToneWords.Hear(windows.Slice(at * size, size), Shape.Frames));
        }

        return new Tones(heard);
    }

    public IDecoding Begin(IEncodedSpeech speech, IReadOnlyList<int> windows) => new Sequences(this, (Tones)speech, windows);

    public CrossAttention Attend(IEncodedSpeech speech, int window, IReadOnlyList<int> tokens, int frames)
    {
        var attention = new CrossAttention(1, tokens.Count, frames, new float[tokens.Count * frames], new float[tokens.Count * Vocabulary.Size]);
        var times = ((Tones)speech).Heard[window].SelectMany(Halves).ToArray();
        attention.Scores.AsSpan(0, frames).Fill(1); // the first mark listens to nothing in particular
        var start = tokens.ToList().IndexOf(Vocabulary.NoTimestamps);
        for (var at = start; at < tokens.Count; at++)
        {
            // What a token listens to is what the next one says, and a little to the pause behind that.
            var (first, end) = at - start < times.Length && times[at - start].First < frames ? times[at - start] : (frames - 1, frames);
            var next = at - start + 1 < times.Length ? times[at - start + 1].First : frames;
            var row = attention.Scores.AsSpan(at * frames, frames);
            row[Math.Min(first, frames)..Math.Min(end, frames)].Fill(9);
            row[Math.Min(end, frames)..Math.Min(next, frames)].Fill(6);
            if (at + 1 < tokens.Count)
            {
                attention.Logits[at * Vocabulary.Size + tokens[at + 1]] = 10;
            }
        }

        return attention;
    }

    public void Dispose() => Disposed = true;

    // The positions of the tokens of a tone, 20 ms each.
    private static IEnumerable<(int First, int End)> Halves(HeardTone tone)
    {
        var (first, end, parts) = (tone.First / 2, tone.End / 2, ToneWords.Tokens(tone.Word).Length);
        return Enumerable.Range(0, parts).Select(part => (first + (end - first) * part / parts, first + (end - first) * (part + 1) / parts));
    }

    /// <summary>What the official network would have written: words in passages that end where somebody pauses for 0.6 s, with their times.</summary>
    private List<int> Written(IReadOnlyList<HeardTone> heard)
    {
        var tokens = new List<int>();
        var passages = 0;
        for (var at = 0; at < heard.Count; at++)
        {
            if (at == 0 || heard[at].First - heard[at - 1].End >= 60)
            {
                if (passages++ == MostPassages)
                {
                    tokens.Add(Time(heard[at].First));
                    return tokens;
                }

                tokens.Add(Time(heard[at].First));
            }

            tokens.AddRange(ToneWords.Tokens(heard[at].Word));
            if (at + 1 == heard.Count || heard[at + 1].First - heard[at].End >= 60)
            {
                tokens.Add(Time(heard[at].End));
            }
        }

        return tokens;
    }

    private static int Time(int frame) => Vocabulary.TimestampBegin + frame / 2;

    private sealed class Tones(IReadOnlyList<IReadOnlyList<HeardTone>> heard) : IEncodedSpeech
    {
        public IReadOnlyList<IReadOnlyList<HeardTone>> Heard => heard;

        public int[] Asked { get; } = new int[heard.Count];

        public int Count => heard.Count;

        public void Dispose()
        {
        }
    }

    private sealed class Sequences(ToneNetwork network, Tones speech, IReadOnlyList<int> windows) : IDecoding
    {
        private List<(int Window, int Try, List<int> Tokens)> _all = [.. windows.Select(window => (window, speech.Asked[window], new List<int>()))];

        public int Count => _all.Count;

        public int Length => _all[0].Tokens.Count;

        public void Feed(ReadOnlySpan<int> tokens, ReadOnlySpan<int> wanted, Span<float> logits)
        {
            network.Asked();
            var (each, width, first) = (tokens.Length / Count, network.Shape.Vocabulary, Length == 0);
            logits.Clear();
            for (var at = 0; at < Count; at++)
            {
                var (window, time, known) = _all[at];
                known.AddRange(tokens.Slice(at * each, each));
                if (first && each > 1)
                {
                    network.Beginnings.Add([.. known]);
                    speech.Asked[window]++;
                }

                Answer(known, window, time, logits.Slice((at * wanted.Length + wanted.Length - 1) * width, width));
                logits[at * wanted.Length * width + Vocabulary.NoSpeechMark!.Value] = first ? network.NoSpeech : 0;
            }
        }

        public void Keep(ReadOnlySpan<int> sequences)
        {
            var kept = new List<(int, int, List<int>)>();
            foreach (var sequence in sequences)
            {
                kept.Add(_all[sequence] with { Tokens = [.. _all[sequence].Tokens] });
            }

            _all = kept;
        }

        public void Dispose()
        {
        }

        private void Answer(List<int> known, int window, int time, Span<float> logits)
        {
            var begin = known.LastIndexOf(Vocabulary.StartOfTranscript) + 3;
            var heard = speech.Heard[window];
            if (known.Count < begin)
            {
                var german = heard.Count(tone => tone.Word >= ToneWords.FirstGerman) * 2 > heard.Count;
                logits[Vocabulary.LanguageIds[german ? "de" : "en"]] = 8;
                return;
            }

            var written = network.Change(network.Written(heard), time);
            var at = known.Count - begin;
            logits[at < written.Count ? written[at] : Vocabulary.EndOfText] = 20;
        }
    }
}
