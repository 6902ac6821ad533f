using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;

namespace VideoIndex.Search.Answers;

/// <summary>How well the moments of one question answer it: <see cref="Bm25"/>, its patterns made ready once.</summary>
/// <remarks>It depends on the moment and on <see cref="WordCounts"/> alone, so that a moment has one place on all pages of an answer, whatever the way it was found.</remarks>
public sealed class Relevance
{
    private const int MostKnown = 4096;

    private readonly Dictionary<WordPattern, (WordMatcher Matcher, double Idf)> _patterns = [];
    private readonly Dictionary<object, List<string>> _words = new(ReferenceEqualityComparer.Instance);

    /// <summary>Prepares the ranking of the answers to one question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="counts">How common its words are.</param>
    public Relevance(Question question, WordCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        MeanLength = Math.Max(counts.WordsEach, 1);
        foreach (var (at, pattern) in Patterns(question).Index())
        {
            var having = at < counts.Having.Count ? Math.Min(counts.Having[at], counts.Things) : 0;
            _patterns.Add(pattern, (new WordMatcher(pattern), Bm25.Idf(counts.Things, having)));
        }
    }

    /// <summary>Gets how many words a thing has in the mean; at least 1.</summary>
    public double MeanLength { get; }

    /// <summary>Returns how much a word says that a pattern of the question asks for.</summary>
    public double Idf(WordPattern pattern) => _patterns[pattern].Idf;

    /// <summary>Returns the patterns of a question that count, each once, in the order typed.</summary>
    public static IReadOnlyList<WordPattern> Patterns(Question question) => [.. question.Terms().SelectMany(term => term.Wordings).SelectMany(Of).Distinct()];

    /// <summary>Returns how well a moment answers; more is better, 0 where nothing tells moments apart.</summary>
    public double Of(Match moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return moment.Evidence is [var only] ? Of(only) : moment.Evidence.Distinct(Matches.SameFound).Sum(Of);
    }

    private static IEnumerable<WordPattern> Of(Wording wording) => (wording.Labels is [] ? wording.Words : []).Concat(wording.Alternatives.SelectMany(Of));

    private double Of(Found found)
    {
        if (found is not { Term.Wordings: [_, ..] wordings, Counted: null })
        {
            return 0;
        }

        var words = WordsOf(found.Thing);
        return wordings.Sum(wording => Of(wording, words));
    }

    // One thing may speak for many moments.
    private List<string> WordsOf(SearchableSpan thing)
    {
        if (_words.TryGetValue(thing, out var known))
        {
            return known;
        }

        if (_words.Count == MostKnown)
        {
            _words.Clear();
        }

        return _words[thing] = [.. thing.Texts.SelectMany(Words.In).Select(word => word.Folded)];
    }

    private double Of(Wording wording, List<string> words) => Math.Max(
        wording.Labels is [] ? wording.Words.Sum(pattern => Of(pattern, words)) : 0,
        wording.Alternatives.Select(other => Of(other, words)).DefaultIfEmpty().Max());

    private double Of(WordPattern pattern, List<string> words)
    {
        var (matcher, idf) = _patterns[pattern];
        return Bm25.Score(idf, words.Count(matcher.Matches), words.Count, MeanLength);
    }
}
