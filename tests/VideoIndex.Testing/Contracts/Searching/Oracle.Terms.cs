using VideoIndex.ScreenText;
using VideoIndex.Search;
using VideoIndex.Search.Conditions;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Testing.Contracts.Searching;

/// <content>Which things answer a term, and when.</content>
public sealed partial class Oracle
{
    private IEnumerable<Found> Answers(TermClause term, IReadOnlyList<Clause> asked)
    {
        var found = video.Things.Where(thing => IsThere(thing, asked) && IsSearched(term, thing)).SelectMany(thing => Answers(term, thing))
            .OrderBy(one => one.Span.Start).ThenBy(one => one.Span.End).ToList();
        var pieces = found.SelectMany(one => Placed(one, term.Conditions)).ToList();
        var held = term.Conditions.Count is { } count ? Counted(term, count, pieces) : pieces;
        return term.Conditions.For is { } length ? Lasting(term, held).Where(one => length.Admits(one.Span.Duration.Seconds)) : held;
    }

    private static bool IsSearched(TermClause term, SearchableSpan thing) => term.Field is { } field ? thing.Field == field
        : thing.Field is "say" or "text" or "logo" or "object" or "tag" or "video"
            || (thing.Field is "shot" or "scene" && term.Wordings is [{ Words: [{ Folded: var named, Match: WordMatch.Exact or WordMatch.Stem }, _] }] && named == thing.Field);

    private static IEnumerable<Found> Answers(TermClause term, SearchableSpan thing)
    {
        if (thing.Joint is var (before, after))
        {
            var (last, first) = (before.Words.TakeLast(15).ToList(), after.Words.Take(15).ToList());
            first[0] = first[0].Text.StartsWith(' ') ? first[0] : first[0] with { Text = " " + first[0].Text };
            return term.Wordings is not [var phrase] ? [] : Spoken([.. last, .. first], phrase)
                .Where(place => place.Any(word => word < last.Count) && place.Any(word => word >= last.Count)).Select(place => Said(term, thing, [.. last, .. first], place));
        }

        IReadOnlyList<string> texts = [.. thing.Texts, .. term.Field == "video" && thing.Folder is not null ? [thing.Folder] : Array.Empty<string>()];
        if (!term.Wordings.All(wording => texts.Any(text => Stands(text, wording).Any())))
        {
            return [];
        }

        var places = term.Wordings.Select(wording => Spoken(thing.Words, wording)).ToList();
        return places is [] || places.Exists(one => one is []) ? [new Found(term, thing, thing.Span) { Box = thing.Box }]
            : places is [var all] ? all.Select(place => Said(term, thing, thing.Words, place))
            : [Said(term, thing, thing.Words, [.. places.SelectMany(one => one.MinBy(place => Far(thing.Words[place[0]].Span.Start, thing.Words[places[0][0][0]].Span.Start))!)])];
    }

    private static Rational Far(MediaTime one, MediaTime other) => one > other ? (one - other).Seconds : (other - one).Seconds;

    private static Found Said(TermClause term, SearchableSpan thing, IReadOnlyList<SpokenWord> words, IReadOnlyList<int> place) =>
        Said(new Found(term, thing, thing.Span), [.. place.Distinct().Order().Select(at => words[at])]);

    private static Found Said(Found found, IReadOnlyList<SpokenWord> words) =>
        found with { Place = new SpokenPlace(words), Span = new MediaSpan(words[0].Span.Start, words.Max(word => word.Span.End)) };

    // The words, by their place, of each place where a wording stands in what is said.
    private static List<List<int>> Spoken(IReadOnlyList<SpokenWord> words, Wording wording) =>
    [
        .. Joined(Stands(string.Concat(words.Select(word => word.Text)), wording), place => place).Select(Hull).OrderBy(place => place.Start)
            .Select(place => Enumerable.Range(0, words.Count).Where(at => Letters(words, at) is var letters && letters.Start < place.End && letters.End > place.Start).ToList()),
    ];

    // Letters are counted as seconds, so that places in a text are spans, too.
    private static MediaSpan Letters(IReadOnlyList<SpokenWord> words, int at) => Letters(words.Take(at).Sum(word => word.Text.Length), words.Take(at + 1).Sum(word => word.Text.Length));

    private static MediaSpan Letters(int start, int end) => new(new MediaTime(new Rational(start, 1)), new MediaTime(new Rational(end, 1)));

    private static IEnumerable<MediaSpan> Stands(string text, Wording wording)
    {
        var words = Words.In(text);
        var own = wording.Labels is [_, ..]
            ? wording.Labels.Where(label => label == text).Take(1).Select(_ => Letters(0, text.Length))
            : from at in Enumerable.Range(0, words.Count)
              where at + wording.Words.Count <= words.Count && wording.Words.Index().All(one => one.Item.Matches(words[at + one.Index].Folded))
              select Letters(words[at].At, words[at + wording.Words.Count - 1].End);
        return own.Concat(wording.Alternatives.SelectMany(other => Stands(text, other)));
    }

    // A thing that was followed is where a look saw it from halfway to the look before until halfway to the next.
    private static IEnumerable<Found> Placed(Found found, TermConditions asked)
    {
        if (!asked.AsksForPlace)
        {
            return [found];
        }

        var looks = found.Thing.Path?.Points is [_, ..] points ? points : found.Thing.Box is { } still ? [new PathPoint(found.Span.Start, still, 0)] : [];
        var pieces =
            from at in Enumerable.Range(0, looks.Count)
            where asked.Area?.Admits(new Rational((long)looks[at].Box.Width * looks[at].Box.Height, 100_000_000)) != false
            where asked.Zone is null || PictureZone.Of(looks[at].Box).Contains(asked.Zone)
            let start = at == 0 ? found.Span.Start : Halfway(looks[at - 1], looks[at], found.Span)
            let end = at == looks.Count - 1 ? found.Span.End : Halfway(looks[at], looks[at + 1], found.Span)
            select found with { Span = new MediaSpan(start, end), Box = looks[at].Box };
        return Joined(pieces, piece => piece.Span).Select(run => run[0] with { Span = Hull(run.Select(piece => piece.Span)) });
    }

    private static MediaTime Halfway(PathPoint one, PathPoint next, MediaSpan inside) =>
        new[] { inside.Start, new MediaTime((one.At.Seconds + next.At.Seconds) / new Rational(2, 1)), inside.End }.Order().ElementAt(1);

    // From one beginning or end to the next, nothing changes.
    private IEnumerable<Found> Counted(TermClause term, Limit limit, List<Found> pieces)
    {
        var looked = term.Wordings.All(wording => wording.Labels.Count > 0) ? video.Looked(term.Field!) : null;
        var borders = pieces.Select(piece => piece.Span).Concat(looked is null ? [] : [looked.Span]).SelectMany(span => new[] { span.Start, span.End }).Distinct().Order().ToList();
        var held =
            from border in borders.Zip(borders.Skip(1))
            let there = pieces.Where(piece => piece.Span.Contains(border.First)).Select(piece => piece.Thing).Distinct().ToList()
            where limit.Admits(new Rational(there.Count, 1)) && (there.Count > 0 || looked?.Span.Contains(border.First) == true)
            select (Span: new MediaSpan(border.First, border.Second), There: there);
        return
            from run in Joined(held, one => one.Span)
            let span = Hull(run.Select(one => one.Span))
            let things = video.Things.Where(thing => run.Exists(one => one.There.Contains(thing))).ToList()
            select new Found(term, things.FirstOrDefault() ?? new SearchableSpan(0, term.Field!, span, [], new Confidence(1), looked!.By), span)
            {
                Counted = (things, run.Min(one => one.There.Count), run.Max(one => one.There.Count)),
            };
    }

    // Of things a detector saw, all go on in each other; of anything else, those that say the same.
    private static IEnumerable<Found> Lasting(TermClause term, IEnumerable<Found> pieces) => pieces
        .OrderBy(piece => piece.Span.Start).GroupBy(piece => term.Field is "object" or "face" || piece.Counted is not null ? "" : $"{piece.Thing.Field} {piece.Thing.Texts[0]}")
        .SelectMany(same => Joined(same, piece => piece.Span))
        .Select(run => run[0] with
        {
            Span = Hull(run.Select(piece => piece.Span)),
            Place = run.Exists(piece => piece.Place is null) ? null : new SpokenPlace([.. run.SelectMany(piece => piece.Place!.Words).Distinct().OrderBy(word => word.Span.Start)]),
        });
}
