using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;

namespace VideoIndex.Search.Answers;

/// <summary>How well moments answer a question: BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009), with k1 1.2 and b .75.</summary>
/// <remarks>
/// Of a moment, each term counts by the best of what answers it; of a term, each wording by how often it stands in the thing, the rarer wording more. It
/// depends on the moment and on <see cref="WordCounts"/> alone, so that a moment has one place on all pages of an answer, whatever the way it was found.
/// </remarks>
public sealed class Relevance
{
    private const double Saturation = 1.2, LengthWeight = .75;
    private const int MostEvidence = 100;

    private readonly WordCounts _counts;
    private readonly Dictionary<TermClause, IReadOnlyList<Weighed>> _terms = new(ReferenceEqualityComparer.Instance);

    /// <summary>Prepares the ranking of the answers to one question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="counts">How common its words are.</param>
    public Relevance(Question question, WordCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        _counts = counts;
        var having = counts.Having.GetEnumerator();
        foreach (var term in question.Terms())
        {
            _terms.TryAdd(term, [.. term.Wordings.Select(wording => new Weighed(wording, Rarity(having.MoveNext() ? having.Current : 0, counts.Things)))]);
        }
    }

    /// <summary>Returns how well a moment answers; more is better, 0 where nothing tells moments apart.</summary>
    public double Of(Match moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return moment.Evidence is [var only] ? Of(only) : moment.Evidence.Take(MostEvidence)
            .GroupBy(found => found.Term, (_, answers) => answers.Max(Of)).Sum();
    }

    private double Of(Found found)
    {
        if (found.Term is not { } term || found.Counted is not null || !_terms.TryGetValue(term, out var wordings))
        {
            return 0;
        }

        var words = new List<string>();
        foreach (var text in found.Thing.Texts)
        {
            words.AddRange(Words.In(text).Select(word => word.Folded));
        }

        var length = 1 - LengthWeight + (LengthWeight * words.Count / Math.Max(_counts.WordsEach, 1));
        return wordings.Sum(wording => wording.In(words) is var often && often == 0 ? 0 : wording.Rarity * often * (Saturation + 1) / (often + (Saturation * length)));
    }

    private static double Rarity(long having, long things) => Math.Log(1 + ((Math.Max(things - having, 0) + .5) / (having + .5)));

    private sealed class Weighed(Wording wording, double rarity)
    {
        private readonly List<List<WordMatcher>> _ways = [.. new[] { wording }.Concat(wording.Alternatives).Select(way => way.Words.Select(word => new WordMatcher(word)).ToList())];

        public double Rarity { get; } = rarity;

        public int In(List<string> words) => Enumerable.Range(0, words.Count).Count(at => _ways.Exists(way => Stands(way, words, at)));

        private static bool Stands(List<WordMatcher> way, List<string> words, int at)
        {
            if (way.Count == 0 || at + way.Count > words.Count)
            {
                return false;
            }

            for (var next = 0; next < way.Count; next++)
            {
                if (!way[next].Matches(words[at + next]))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
