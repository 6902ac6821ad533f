using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Search;

/// <summary>When the very words are said that a question asks for. An answer jumps there, and not to where the sentence begins.</summary>
public static class SpokenPlaces
{
    /// <summary>Returns where an utterance answers terms that it must answer together; none where its words have no times.</summary>
    /// <remarks>
    /// One term is answered by each of its places. Of several terms, it is the stretch from the first to the last of them: the first
    /// place of the first term, and of every other term the place nearest to it.
    /// </remarks>
    /// <param name="words">The utterance's words.</param>
    /// <param name="terms">The terms.</param>
    public static IReadOnlyList<SpokenPlace> Of(IReadOnlyList<SpokenWord> words, IReadOnlyList<QueryTerm> terms) => Of(words, terms, Marking.Places);

    /// <summary>Returns where an utterance answers wordings that it must answer together; none where its words have no times.</summary>
    /// <remarks>
    /// One wording is answered by each of its places. Of several, it is the stretch from the first to the last of them: the first
    /// place of the first wording, and of every other the place that starts nearest to it, the earlier of two.
    /// </remarks>
    public static IReadOnlyList<SpokenPlace> Of(IReadOnlyList<SpokenWord> words, IReadOnlyList<Wording> wordings) => Of(words, wordings, WordingPlaces.Of);

    /// <summary>Returns where words on both sides of the border of two utterances answer a phrase.</summary>
    public static IReadOnlyList<SpokenPlace> Across(IReadOnlyList<SpokenWord> before, IReadOnlyList<SpokenWord> after, Wording phrase) => Across(before, after, phrase, WordingPlaces.Of);

    private static IReadOnlyList<SpokenPlace> Of<T>(IReadOnlyList<SpokenWord> words, IReadOnlyList<T> terms, Func<string, T, IReadOnlyList<(int Start, int End)>> find)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(terms);
        var text = string.Concat(words.Select(word => word.Text));
        var ends = EndsOf(words);
        List<IReadOnlyList<SpokenPlace>> answers =
            [.. terms.Select(term => find(text, term).Select(place => Place(words, WordAt(ends, place.Start), WordAt(ends, place.End - 1))).ToList())];
        if (answers is [] || answers.Any(places => places.Count == 0))
        {
            return [];
        }

        var first = answers[0][0];
        return answers.Count == 1 ? answers[0] : [answers.Skip(1).Select(places => places.MinBy(place => Distance(first, place))!).Aggregate(first, Joined)];
    }

    /// <summary>Returns where words on both sides of the border of two utterances answer a phrase.</summary>
    /// <param name="before">The last words of the one.</param>
    /// <param name="after">The first words of the other.</param>
    /// <param name="phrase">The phrase.</param>
    public static IReadOnlyList<SpokenPlace> Across(IReadOnlyList<SpokenWord> before, IReadOnlyList<SpokenWord> after, QueryTerm phrase) => Across(before, after, phrase, Marking.Places);

    private static IReadOnlyList<SpokenPlace> Across<T>(IReadOnlyList<SpokenWord> before, IReadOnlyList<SpokenWord> after, T phrase, Func<string, T, IReadOnlyList<(int Start, int End)>> find)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before is [] || after is [])
        {
            return [];
        }

        var apart = after[0].Text.StartsWith(' ') ? after[0] : after[0] with { Text = " " + after[0].Text };
        IReadOnlyList<SpokenWord> words = [.. before, apart, .. after.Skip(1)];
        return [.. Of(words, [phrase], find).Where(place => place.Words.Skip(1).Contains(apart))];
    }

    private static SpokenPlace Place(IReadOnlyList<SpokenWord> words, int first, int last) => new([.. words.Skip(first).Take(last - first + 1)]);

    private static SpokenPlace Joined(SpokenPlace one, SpokenPlace other) =>
        new([.. one.Words.Concat(other.Words).Distinct().OrderBy(word => word.Span.Start)]);

    private static Rational Distance(SpokenPlace one, SpokenPlace other)
    {
        var apart = other.Span.Start - one.Span.Start;
        return apart.Seconds < default(Rational) ? -apart.Seconds : apart.Seconds;
    }

    private static int[] EndsOf(IReadOnlyList<SpokenWord> words)
    {
        var (ends, end) = (new int[words.Count], 0);
        for (var at = 0; at < ends.Length; at++)
        {
            ends[at] = end += words[at].Text.Length;
        }

        return ends;
    }

    private static int WordAt(int[] ends, int character)
    {
        var at = Array.BinarySearch(ends, character);
        while (at >= 0 && at + 1 < ends.Length && ends[at + 1] == ends[at])
        {
            at++; // words without a letter
        }

        return at >= 0 ? at + 1 : ~at;
    }
}

/// <summary>Words that answer a question, at their own time.</summary>
/// <param name="Words">The words, at least one.</param>
public sealed record SpokenPlace(IReadOnlyList<SpokenWord> Words)
{
    /// <summary>Gets when they are said: from the start of the first to the end of the last.</summary>
    public MediaSpan Span { get; } = new(Words[0].Span.Start, Words.Max(word => word.Span.End));

    /// <summary>Gets how sure the model is of the least sure of them.</summary>
    public Confidence Confidence { get; } = Words.Min(word => word.Confidence);
}
