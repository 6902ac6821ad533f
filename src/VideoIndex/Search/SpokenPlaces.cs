using VideoIndex.Search.Evaluation;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Search;

/// <summary>When the very words are said that a question asks for. An answer jumps there, and not to where the sentence begins.</summary>
public static class SpokenPlaces
{
    /// <summary>Returns where an utterance answers wordings that it must answer together; none where its words have no times.</summary>
    /// <remarks>
    /// One wording is answered by each of its places. Of several, it is the stretch from the first to the last of them: the first
    /// place of the first wording, and of every other the place that starts nearest to it, the earlier of two.
    /// </remarks>
    /// <param name="words">The utterance's words.</param>
    /// <param name="wordings">The wordings.</param>
    public static IReadOnlyList<SpokenPlace> Of(IReadOnlyList<SpokenWord> words, IReadOnlyList<WordingFinder> wordings)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(wordings);
        if (words is [])
        {
            return [];
        }

        List<List<Run>> answers = [.. wordings.Select(wording => Runs(words, wording))];
        if (answers is [] || answers.Any(places => places.Count == 0))
        {
            return [];
        }

        var first = words[answers[0][0].First].Span.Start;
        return answers is [var all] ? [.. all.Select(run => Place(words, [run]))]
            : [Place(words, answers.Select(runs => runs.MinBy(run => Distance(first, words[run.First].Span.Start))))];
    }

    /// <summary>Returns where words on both sides of the border of two utterances answer a phrase.</summary>
    /// <param name="before">The last words of the one.</param>
    /// <param name="after">The first words of the other.</param>
    /// <param name="phrase">The phrase.</param>
    public static IReadOnlyList<SpokenPlace> Across(IReadOnlyList<SpokenWord> before, IReadOnlyList<SpokenWord> after, WordingFinder phrase)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before is [] || after is [])
        {
            return [];
        }

        var apart = after[0].Text.StartsWith(' ') ? after[0] : after[0] with { Text = " " + after[0].Text };
        IReadOnlyList<SpokenWord> words = [.. before, apart, .. after.Skip(1)];
        return [.. Runs(words, phrase).Where(run => run.First < before.Count && run.Last >= before.Count).Select(run => Place(words, [run]))];
    }

    private static List<Run> Runs(IReadOnlyList<SpokenWord> words, WordingFinder wording)
    {
        var ends = EndsOf(words);
        return [.. wording.Places(string.Concat(words.Select(word => word.Text))).Select(place => new Run(WordAt(ends, place.Start), WordAt(ends, place.End - 1)))];
    }

    private static SpokenPlace Place(IReadOnlyList<SpokenWord> words, IEnumerable<Run> runs) =>
        new([.. runs.SelectMany(run => Enumerable.Range(run.First, run.Last - run.First + 1)).Distinct().Order().Select(at => words[at])]);

    private static Rational Distance(MediaTime one, MediaTime other) => one > other ? (one - other).Seconds : (other - one).Seconds;

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

    // The words of a place, by where they stand in what is said.
    private readonly record struct Run(int First, int Last);
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
