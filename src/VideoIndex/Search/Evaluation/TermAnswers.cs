using VideoIndex.Search.Conditions;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Transcripts;

namespace VideoIndex.Search.Evaluation;

/// <summary>Decides which things answer a term, and when.</summary>
/// <remarks>
/// Every wording, or what says the same, must stand in one of the texts of the thing. Plain words search <see cref="Plain"/>; <c>"shot 3"</c> alone, with its
/// number, finds a shot as well. What is said answers with the words asked for where they have times: see <see cref="SpokenPlaces"/>. A phrase is
/// found across the border of two utterances, too, where it is all that is asked. What is asked beyond the words is <see cref="ConditionSearch"/>'s.
/// </remarks>
public static class TermAnswers
{
    /// <summary>Gets the fields that plain words search.</summary>
    public static IReadOnlyList<string> Plain { get; } = ["say", "text", "logo", "object", "tag", "video"];

    /// <summary>Returns what answers a term with all its conditions, in order of start, then end.</summary>
    /// <param name="term">The term.</param>
    /// <param name="things">What may answer, in order of start, then end, then number.</param>
    /// <param name="looked">What of the video was looked at for such things; null where nobody looked.</param>
    public static IReadOnlyList<Found> Of(TermClause term, IReadOnlyList<SearchableSpan> things, Looked? looked)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(things);
        List<WordingFinder> wordings = [.. term.Wordings.Select(wording => new WordingFinder(wording))];
        List<Found> found = [.. things.SelectMany(thing => Answers(term, wordings, thing)).OrderBy(one => one.Span.Start).ThenBy(one => one.Span.End)];
        return term.Conditions == TermConditions.None ? found : [.. Kept(term, found, looked).OrderBy(one => one.Span.Start).ThenBy(one => one.Span.End)];
    }

    /// <summary>Returns whether a thing is one that the term looks among, whatever it says.</summary>
    public static bool Searches(this TermClause term, SearchableSpan thing)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(thing);
        return term.Field is { } field ? thing.Field == field : Plain.Contains(thing.Field) || IsNumbered(term, thing.Field);
    }

    // Plain words do not search shots and scenes, or "what a shot" would drown in cuts.
    private static bool IsNumbered(TermClause term, string field) =>
        field is "shot" or "scene" && term.Wordings is [{ Words: [{ Match: WordMatch.Exact or WordMatch.Stem } named, _] }] && named.Folded == field;

    private static IEnumerable<Found> Answers(TermClause term, List<WordingFinder> wordings, SearchableSpan thing)
    {
        if (!term.Searches(thing))
        {
            return [];
        }

        if (thing.Joint is var (before, after))
        {
            return wordings is [var phrase]
                ? SpokenPlaces.Across([.. before.Words.TakeLast(UtteranceJoints.MostWords)], [.. after.Words.Take(UtteranceJoints.MostWords)], phrase).Select(place => At(place, term, thing))
                : [];
        }

        var texts = term.Field == "video" && thing.Folder is { } folder ? [.. thing.Texts, folder] : thing.Texts;
        if (!WordingFinder.AllIn(texts, wordings))
        {
            return [];
        }

        var places = SpokenPlaces.Of(thing.Words, wordings);
        return places is [] ? [new Found(term, thing, thing.Span) { Box = thing.Box }] : places.Select(place => At(place, term, thing));
    }

    private static Found At(SpokenPlace place, TermClause term, SearchableSpan thing) => new(term, thing, place.Span) { Place = place };

    private static IEnumerable<Found> Kept(TermClause term, List<Found> found, Looked? looked)
    {
        // Of a word that is no class, nobody knows that nothing of it is there.
        var seen = term.Wordings.All(wording => wording.Labels is [_, ..]) ? looked : null;
        var pieces = found.Select(one => new Thing($"{one.Thing.Field} {one.Thing.Texts[0]}", one.Span, one.Thing.Box, one.Thing.Path)).ToList();
        return ConditionSearch.Of(term.Field, term.Conditions, pieces, seen?.Span).Select(stretch => term.Conditions.Count is null
            ? found[stretch.Things[0]] with { Span = stretch.Span, Box = stretch.Box, Place = Together([.. stretch.Things.Select(at => found[at].Place)]) }
            : Counted(term, [.. stretch.Things.Select(at => found[at].Thing).Distinct()], stretch, seen));
    }

    private static SpokenPlace? Together(IReadOnlyList<SpokenPlace?> places) =>
        places.Contains(null) ? null : new SpokenPlace([.. places.SelectMany(place => place!.Words).Distinct().OrderBy(word => word.Span.Start)]);

    // What stands for nothing at all is its looker's claim.
    private static Found Counted(TermClause term, IReadOnlyList<SearchableSpan> things, Stretch stretch, Looked? seen) =>
        new(term, things is [var first, ..] ? first : new SearchableSpan(0, term.Field ?? TagKinds.Objects, stretch.Span, [], new Confidence(1), seen!.By), stretch.Span)
        {
            Counted = (things, stretch.Least, stretch.Most),
        };
}
