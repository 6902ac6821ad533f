using VideoIndex.Speech.Decoding.Rules;

namespace VideoIndex.Speech.Decoding.Search;

/// <summary>
/// Follows several sequences side by side: of all their likeliest next tokens the likeliest sequences are kept, until enough have ended. After
/// <c>BeamSearchDecoder</c> of OpenAI's <c>decoding.py</c>, the order of candidates of equal score included.
/// </summary>
internal sealed class BeamSearch : ITokenSearch
{
    private readonly int _endOfText;
    private readonly int _beam;
    private readonly int _enough;
    private readonly int[] _top;
    private readonly List<Candidate> _candidates = [];
    private readonly List<Reading> _readings = [];
    private Sequence[] _sequences;
    private Sequence[] _spare;
    private int _live = 1;

    /// <summary>Begins a search.</summary>
    /// <param name="endOfText">The token that ends a sequence.</param>
    /// <param name="room">The most tokens of a sequence.</param>
    /// <param name="beam">How many sequences are followed.</param>
    /// <param name="patience">How many that ended are enough, as a multiple of <paramref name="beam"/>.</param>
    public BeamSearch(int endOfText, int room, int beam, double patience)
    {
        (_endOfText, _beam) = (endOfText, beam);
        _enough = (int)Math.Round(beam * patience, MidpointRounding.ToEven);
        _top = new int[beam + 1];
        _sequences = Sequences(beam, room);
        _spare = Sequences(beam, room);
    }

    /// <inheritdoc/>
    public int Live => _readings.Count < _enough ? _live : 0;

    /// <inheritdoc/>
    public ReadOnlySpan<int> Written(int sequence) => _sequences[sequence].Written;

    /// <inheritdoc/>
    public void Step(ReadOnlySpan<float> logits, List<NextToken> next)
    {
        Collect(logits, logits.Length / _live);
        var kept = 0;
        foreach (var candidate in _candidates)
        {
            var source = _sequences[candidate.Source];
            if (candidate.Token != _endOfText)
            {
                _spare[kept++].Become(source, candidate.Token, candidate.Score);
                next.Add(new NextToken(candidate.Source, candidate.Token));
                if (kept == _beam)
                {
                    break;
                }
            }
            else if (_readings.Count < _enough)
            {
                _readings.Add(source.Read(candidate.Score));
            }
        }

        (_sequences, _spare, _live) = (_spare, _sequences, kept);
        if (Live == 0)
        {
            next.RemoveRange(next.Count - kept, kept);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Reading> Finish()
    {
        // Too few have ended: the likeliest of the others fill them up, of equals the last one first.
        var others = _sequences.Take(_live).OrderBy(sequence => sequence.LogProbability).Reverse().Select(sequence => sequence.Read());
        _readings.AddRange(others.Take(Math.Max(0, _beam - _readings.Count)));
        return _readings.Count > 0 ? _readings : [new Reading([], 0)]; // nothing, where everything was forbidden
    }

    private static Sequence[] Sequences(int count, int room) => [.. Enumerable.Range(0, count).Select(_ => new Sequence(room))];

    // The best continuations of every live sequence, best first. What is forbidden is no candidate, so there may be fewer than sequences.
    private void Collect(ReadOnlySpan<float> logits, int width)
    {
        _candidates.Clear();
        for (var source = 0; source < _live; source++)
        {
            var row = logits.Slice(source * width, width);
            var total = Logits.LogSumExp(row);
            var count = Logits.Top(row, _top);
            for (var rank = 0; rank < count; rank++)
            {
                var score = _sequences[source].LogProbability + (row[_top[rank]] - total);
                _candidates.Add(new Candidate(score, _candidates.Count, source, _top[rank]));
            }
        }

        _candidates.Sort(static (a, b) => a.Score == b.Score ? a.Order.CompareTo(b.Order) : b.Score.CompareTo(a.Score));
    }

    private readonly record struct Candidate(float Score, int Order, int Source, int Token);
}
