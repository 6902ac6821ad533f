using VideoIndex.Speech.Network;

namespace VideoIndex.Speech.Tests.Decoding;

/// <summary>A speech network without weights: its logits are a function of the window and of the tokens so far, which a test writes down.</summary>
internal sealed class ToyNetwork(NetworkShape shape) : ISpeechNetwork
{
    public NetworkShape Shape { get; } = shape;

    /// <summary>Fills the logits of what follows some tokens of a window.</summary>
    public required Action<int, IReadOnlyList<int>, Span<float>> Fill { get; init; }

    /// <summary>How many sequences each feeding had.</summary>
    public List<int> Counts { get; } = [];

    public static NetworkShape Usual { get; } = new(80, 1500, 448, 51865, 8, 1, 1, 1, 1);

    public IEncodedSpeech Encode(ReadOnlySpan<float> windows, int count) => new Encoded(count);

    public IDecoding Begin(IEncodedSpeech speech, IReadOnlyList<int> windows) => new Sequences(this, windows);

    public CrossAttention Attend(IEncodedSpeech speech, int window, IReadOnlyList<int> tokens, int frames) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    public sealed class Encoded(int count) : IEncodedSpeech
    {
        public int Count => count;

        public void Dispose()
        {
        }
    }

    private sealed class Sequences(ToyNetwork network, IReadOnlyList<int> windows) : IDecoding
    {
        private List<(int Window, List<int> Tokens)> _all = [.. windows.Select(window => (window, new List<int>()))];

        public int Count => _all.Count;

        public int Length => _all[0].Tokens.Count;

        public void Feed(ReadOnlySpan<int> tokens, ReadOnlySpan<int> wanted, Span<float> logits)
        {
            network.Counts.Add(Count);
            var (each, width, before) = (tokens.Length / Count, network.Shape.Vocabulary, Length);
            Assert.Equal(Count * wanted.Length * width, logits.Length);
            for (var at = 0; at < Count; at++)
            {
                _all[at].Tokens.AddRange(tokens.Slice(at * each, each));
                for (var place = 0; place < wanted.Length; place++)
                {
                    var row = logits.Slice((at * wanted.Length + place) * width, width);
                    network.Fill(_all[at].Window, _all[at].Tokens[..(before + wanted[place] + 1)], row);
                }
            }

            Assert.InRange(Length, 1, network.Shape.TextLength);
        }

        public void Keep(ReadOnlySpan<int> sequences)
        {
            var kept = new List<(int, List<int>)>();
            foreach (var sequence in sequences)
            {
                kept.Add((_all[sequence].Window, [.. _all[sequence].Tokens]));
            }

            _all = kept;
        }

        public void Dispose()
        {
        }
    }
}
