using VideoIndex.Speech.Decoding.Rules;

namespace VideoIndex.Speech.Decoding.Search;

/// <summary>
/// Writes one sequence or several that know nothing of each other: at temperature 0 the likeliest token each time, above it one that is drawn by its
/// probability. After <c>GreedyDecoder</c> of OpenAI's <c>decoding.py</c>: what is drawn is drawn from the softmax of the logits divided by the
/// temperature, what is summed up is not divided.
/// </summary>
internal sealed class SampleSearch : ITokenSearch
{
    private readonly int _endOfText;
    private readonly float _temperature;
    private readonly Random _random;
    private readonly Reading?[] _readings;
    private readonly Sequence[] _sequences;
    private readonly List<int> _live = [];
    private bool _begun;

    /// <summary>Begins a search.</summary>
    /// <param name="endOfText">The token that ends a sequence.</param>
    /// <param name="room">The most tokens of a sequence.</param>
    /// <param name="count">How many sequences.</param>
    /// <param name="temperature">From 0 for the likeliest token.</param>
    /// <param name="random">What is drawn with; unused at temperature 0.</param>
    public SampleSearch(int endOfText, int room, int count, double temperature, Random random)
    {
        (_endOfText, _temperature, _random) = (endOfText, (float)temperature, random);
        _readings = new Reading?[count];
        _sequences = [.. Enumerable.Range(0, count).Select(_ => new Sequence(room))];
        _live.AddRange(Enumerable.Range(0, count));
    }

    /// <inheritdoc/>
    public int Live => _begun ? _live.Count : 1;

    /// <inheritdoc/>
    public ReadOnlySpan<int> Written(int sequence) => _sequences[_live[sequence]].Written;

    /// <inheritdoc/>
    public void Step(ReadOnlySpan<float> logits, List<NextToken> next)
    {
        var width = logits.Length / Live;
        var kept = 0;
        for (var at = 0; at < _live.Count; at++)
        {
            var source = _begun ? at : 0;
            var row = logits.Slice(source * width, width);
            var total = Logits.LogSumExp(row);
            var token = float.IsNegativeInfinity(total) ? _endOfText : Choose(row);
            var sequence = _sequences[_live[at]];
            var sum = sequence.LogProbability + (float.IsNegativeInfinity(total) ? 0 : row[token] - total);
            if (token == _endOfText)
            {
                _readings[_live[at]] = sequence.Read(sum);
                continue;
            }

            sequence.Become(sequence, token, sum);
            next.Add(new NextToken(source, token));
            _live[kept++] = _live[at];
        }

        _live.RemoveRange(kept, _live.Count - kept);
        _begun = true;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Reading> Finish() => [.. _readings.Select((reading, at) => reading ?? _sequences[at].Read())];

    /// <summary>Returns the probability of a token at a temperature above 0.</summary>
    internal static float Probability(ReadOnlySpan<float> logits, int token, float temperature)
    {
        var greatest = Logits.Max(logits);
        return MathF.Exp((logits[token] - greatest) / temperature) / Logits.SumExp(logits, greatest, 1 / temperature);
    }

    private int Choose(ReadOnlySpan<float> row) =>
        _temperature == 0 ? Logits.IndexOf(row, Logits.Max(row)) : Draw(row, _temperature, _random.NextDouble());

    // Goes through the row in blocks, whose sums are quick, until the lot falls into one.
    private static int Draw(ReadOnlySpan<float> row, float temperature, double lot)
    {
        const int Block = 512;
        var greatest = Logits.Max(row);
        var left = lot * Logits.SumExp(row, greatest, 1 / temperature);
        var likeliest = Logits.IndexOf(row, greatest);
        for (var from = 0; from < row.Length; from += Block)
        {
            var block = row.Slice(from, Math.Min(Block, row.Length - from));
            var sum = Logits.SumExp(block, greatest, 1 / temperature);
            for (var at = 0; left < sum && at < block.Length; at++)
            {
                var share = MathF.Exp((block[at] - greatest) / temperature);
                if (left < share)
                {
                    return from + at;
                }

                left -= share;
                sum -= share;
            }

            left -= Math.Max(0, sum);
        }

        return likeliest; // the lot fell into what rounding left over
    }
}
