using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Search.Answers;

/// <summary>Makes moments of matches: what was found, where, and everything that made it match.</summary>
public static class MomentMaking
{
    // One chapter can hold every goal of a match; the first of them are proof enough.
    private const int MostEvidenceOfTerm = 100;

    /// <summary>Returns the moment of a match.</summary>
    /// <param name="question">The question.</param>
    /// <param name="video">The video it is in.</param>
    /// <param name="match">The match.</param>
    /// <param name="keyframe">The picture of the shot it starts in; null when there is none.</param>
    public static Moment Of(Question question, Video video, Match match, string? keyframe)
    {
        ArgumentNullException.ThrowIfNull(match);
        var (first, thing) = (match.Evidence[0], match.Evidence[0].Thing);
        var (text, origin) = Shown(first, video);
        return new Moment(
            video, thing.Field, match.Span, text, first.Place?.Confidence ?? thing.Confidence, origin, thing.Language, keyframe, [.. EvidenceOf(question, match)])
        {
            Box = first.Box ?? thing.Box,
            How = thing.How,
            Words = first.Place?.Words ?? [],
            Speaker = thing.Speaker,
            Track = thing.Track,
            Status = thing.Status,
        };
    }

    private static IEnumerable<Evidence> EvidenceOf(Question question, Match match) =>
        match.Evidence.GroupBy(found => found.Term, ReferenceEqualityComparer.Instance).SelectMany(answers => answers.Take(MostEvidenceOfTerm)).SelectMany(found => EvidenceOf(question, found));

    private static IEnumerable<Evidence> EvidenceOf(Question question, Found found)
    {
        if (found.Term is not { Wordings: [_, ..] } term)
        {
            return [new Evidence(found.Term is null ? "" : question.AsTyped(found.Term), found.Thing.Field, found.Span, $"{Marking.Open}{Marked(found.Thing)[0]}{Marking.Close}")];
        }

        return from wording in term.Wordings
               from text in Marked(found.Thing)
               let marked = Marking.Mark(text, wording)
               where marked is not null
               select new Evidence(AsTyped(question, term, wording), found.Thing.Field, found.Span, marked);
    }

    private static string AsTyped(Question question, TermClause term, Wording wording) =>
        wording.Length > 0 && wording.At + wording.Length <= question.Text.Length ? question.Text.Substring(wording.At, wording.Length) : question.AsTyped(term) is { Length: > 0 } typed ? typed : wording.Typed;

    // What a thing says as people see it: words that are unsure are marked.
    private static IReadOnlyList<string> Marked(SearchableSpan thing) => thing switch
    {
        { Joint: var (before, after) } => [$"{Marked(before)[0]} {Marked(after)[0]}"],
        { Words: [_, ..] words } => [UnsureWords.Marked(new Utterance(thing.Span, thing.Texts[0]) { Words = words })],
        { Folder: { } folder } => [.. thing.Texts, folder],
        _ => thing.Texts,
    };

    // Of several texts the first that has what was asked for, and whose words they are.
    private static (string Text, Origin Origin) Shown(Found found, Video video)
    {
        var thing = found.Thing;
        if (thing.Joint is var (before, after))
        {
            return ($"{before.Texts[0]} {after.Texts[0]}", thing.Origin);
        }

        if (thing.Field != "video")
        {
            return (thing.Texts[0], thing.Origin);
        }

        var properties = VideoProperty.Of(video).ToList();
        var shown = properties.Find(property => found.Term?.Wordings.Any(wording => Marking.Mark(property.Text, wording) is not null) ?? false) ?? properties[0];
        return (shown.Text, shown.Origin);
    }
}
