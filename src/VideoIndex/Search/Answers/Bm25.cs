using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;

namespace VideoIndex.Search.Answers;

/// <summary>How well words answer: Okapi BM25 (Robertson and Walker, 1994), with k1 1.2 and b 0.75.</summary>
/// <remarks>
/// A thing scores, for each word asked for, idf · f (k1 + 1) / (f + k1 (1 - b + b · length / mean length)): f is how often a word of the thing is what is asked for,
/// idf is ln(1 + (N - n + 0.5) / (n + 0.5)) for N things of which n have such a word, and lengths are counted in words. All words that one pattern stands for are
/// one word here. What says the same as a wording does not add to it: of the two, the better counts. A class of things, and what is found without words, scores 0.
/// </remarks>
public static class Bm25
{
    /// <summary>How soon more of one word stops to count.</summary>
    public const double K1 = 1.2;

    /// <summary>How much longer things count less, from 0, not at all, to 1, in proportion.</summary>
    public const double B = 0.75;

    /// <summary>Returns how much a word says: more than 0, and more the fewer things have it.</summary>
    /// <param name="things">How many things there are.</param>
    /// <param name="having">How many of them have the word.</param>
    public static double Idf(long things, long having) => Math.Log(1 + ((things - having + .5) / (having + .5)));

    /// <summary>Returns what one word of a question scores in a thing.</summary>
    /// <param name="idf">Its <see cref="Idf"/>.</param>
    /// <param name="times">How often it is in the thing.</param>
    /// <param name="length">How many words the thing has.</param>
    /// <param name="meanLength">How many words a thing has in the mean; more than 0.</param>
    public static double Score(double idf, int times, int length, double meanLength) => idf * times * (K1 + 1) / (times + (K1 * (1 - B + (B * length / meanLength))));

    /// <summary>Returns what a match scores: the sum over its evidence, each piece once, of what the words asked for score in it.</summary>
    /// <param name="match">The match.</param>
    /// <param name="idf">Gives the idf of a word asked for.</param>
    /// <param name="meanLength">How many words a thing has in the mean.</param>
    public static double Of(Match match, Func<WordPattern, double> idf, double meanLength)
    {
        ArgumentNullException.ThrowIfNull(match);
        return match.Evidence.Distinct(Matches.SameFound).Sum(found => Of(found, idf, meanLength));
    }

    private static double Of(Found found, Func<WordPattern, double> idf, double meanLength)
    {
        if (found is not { Term.Wordings: [_, ..] wordings, Counted: null })
        {
            return 0;
        }

        IReadOnlyList<Word> words = [.. found.Thing.Texts.SelectMany(Words.In)];
        return wordings.Sum(wording => Of(wording, words, idf, meanLength));
    }

    private static double Of(Wording wording, IReadOnlyList<Word> words, Func<WordPattern, double> idf, double meanLength) => Math.Max(
        wording.Labels is [] ? wording.Words.Sum(pattern => Score(idf(pattern), words.Count(word => pattern.Matches(word.Folded)), words.Count, meanLength)) : 0,
        wording.Alternatives.Select(other => Of(other, words, idf, meanLength)).DefaultIfEmpty().Max());
}
