using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Search.Answers;

/// <summary>Makes moments of matches: what was found, where, and everything that made it match. All engines answer with these.</summary>
public static class MomentOf
{
    /// <summary>Returns the moment of a match.</summary>
    /// <param name="question">The question.</param>
    /// <param name="match">A match of it.</param>
    /// <param name="video">The video it is in.</param>
    /// <param name="keyframe">The picture of the shot it starts in, as a path inside the library's folder; null when there is none.</param>
    public static Moment Match(Question question, Match match, Video video, string? keyframe)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(match);
        var shown = match.Evidence[0];
        var (thing, text) = (shown.Thing, TextOf(question, shown));
        return new Moment(
            video, thing.Field, match.Span, text, ConfidenceOf(shown), OriginOf(thing, text, video), thing.Language, keyframe, [.. match.Evidence.SelectMany(one => Reasons(question, one))])
        {
            Box = shown.Counted is null ? shown.Box : null,
            How = shown.Counted is var (things, _, _) ? $"Counted of {things.Count} that were followed; the confidence is that of the least sure." : thing.How,
            Words = shown.Place?.Words ?? [],
            Speaker = shown.Counted is null ? thing.Speaker : null,
            Track = thing.Track,
            Status = thing.Status,
        };
    }

    /// <summary>Returns one reason for each wording of the term and each text it stands in; one without marks where no words were asked for but evidence.</summary>
    private static IEnumerable<Evidence> Reasons(Question question, Found found)
    {
        if (found.Term is not { } term)
        {
            return [new Evidence("", found.Thing.Field, found.Span, Shown(found.Thing)[0])];
        }

        var texts = found.Counted is null ? Shown(found.Thing) : [TextOf(question, found)];
        if (term.Wordings is [])
        {
            return [new Evidence(Typed(question, term.At, term.Length) ?? "", found.Thing.Field, found.Span, found.Counted is null ? $"{Marking.Open}{texts[0]}{Marking.Close}" : MarkedCount(texts[0]))];
        }

        return
            from wording in term.Wordings
            from text in texts
            let marked = found.Counted is null ? Marking.Mark(text, wording) : MarkedCount(text)
            where marked is not null
            select new Evidence(Typed(question, term, wording), found.Thing.Field, found.Span, marked);
    }

    // "person: 2 at once" is marked up to the colon: what was asked for.
    private static string MarkedCount(string text) => text.LastIndexOf(": ", StringComparison.Ordinal) is var colon ? $"{Marking.Open}{text[..colon]}{Marking.Close}{text[colon..]}" : text;

    private static string TextOf(Question question, Found found)
    {
        if (found.Counted is var (_, least, most))
        {
            return $"{Counted(question, found.Term!)}: {(most == 0 ? "none" : least == most ? $"{most} at once" : $"{least} to {most} at once")}";
        }

        var texts = Whole(found.Thing);
        return texts is [var only] ? only : texts.FirstOrDefault(text => found.Term?.Wordings.Any(wording => WordingPlaces.Of(text, wording) is [_, ..]) == true, texts[0]);
    }

    // What stands between the parentheses of "count(people) >= 2".
    private static string Counted(Question question, TermClause term)
    {
        var typed = Typed(question, term.At, term.Length) ?? "";
        var (open, close) = (typed.IndexOf('('), typed.IndexOf(')'));
        return open >= 0 && close > open ? typed[(open + 1)..close].Trim() : term.Wordings is [var wording, ..] ? wording.Typed : term.Field ?? TagKinds.Objects;
    }

    private static string Typed(Question question, TermClause term, Wording wording) =>
        Typed(question, wording.At, wording.Length) ?? (term.Wordings.Count == 1 ? Typed(question, term.At, term.Length) : null) ?? wording.Typed;

    private static string? Typed(Question question, int at, int length) => length > 0 && at >= 0 && at + length <= question.Text.Length ? question.Text.Substring(at, length) : null;

    private static Confidence ConfidenceOf(Found shown) => shown switch
    {
        { Counted: ([], _, _) } => new Confidence(1),
        { Counted: var (things, _, _) } => things.Min(thing => thing.Confidence),
        { Place: { } place } => place.Confidence,
        _ => shown.Thing.Confidence,
    };

    // Each of a video's texts has an author of its own.
    private static Origin OriginOf(SearchableSpan thing, string text, Video video) =>
        thing.Field == "video" ? VideoProperty.Of(video).FirstOrDefault(one => one.Text == text)?.Origin ?? thing.Origin : thing.Origin;

    private static IReadOnlyList<string> Whole(SearchableSpan thing) => thing switch
    {
        { Joint: var (before, after) } => [$"{before.Texts[0]} {after.Texts[0]}"],
        { Folder: { } folder } => [.. thing.Texts, folder],
        _ => thing.Texts,
    };

    private static IReadOnlyList<string> Shown(SearchableSpan thing) => thing switch
    {
        { Joint: var (before, after) } => [$"{Shown(before)[0]} {Shown(after)[0]}"],
        { Words: [_, ..] words } when words.Any(word => word.IsUnsure) => [string.Concat(words.Select(UnsureWords.Marked)).Trim()],
        _ => Whole(thing),
    };
}
