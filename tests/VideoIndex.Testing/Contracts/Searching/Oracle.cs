using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Testing.Contracts.Searching.Cases;
using VideoIndex.Timing;

namespace VideoIndex.Testing.Contracts.Searching;

/// <summary>What a question means, by going through everything. It shares nothing with the evaluator but the types, so that each proves the other.</summary>
public sealed partial class Oracle(KnownVideo video)
{
    /// <summary>Returns when a video answers a clause, and by what.</summary>
    public static IReadOnlyList<Match> Of(Clause clause, KnownVideo video) => new Oracle(video).When(clause, []);

    // "asked": the clauses of evidence of all the conjunctions this one is in.
    private List<Match> When(Clause clause, IReadOnlyList<Clause> asked) => InOrder(clause switch
    {
        _ when clause.Level() == ClauseLevel.Videos => Holds(clause) ? [Whole(VideoTerms(clause))] : [],
        _ when clause.Level() == ClauseLevel.Evidence && clause is not AndClause => Everything([.. asked, clause]),
        TermClause term => Answers(term, asked).Select(found => new Match(found.Span, [found])),
        AndClause all => And(all, [.. asked, .. all.Parts.Where(part => part.Level() == ClauseLevel.Evidence)]),
        OrClause any => any.Parts.SelectMany(part => When(part, asked)),
        TimeClause { Relation: TimeRelation.With } with => With(When(with.Left, asked), When(with.Right, asked)),
        TimeClause time when When(time.Right, asked) is var right => When(time.Left, asked).SelectMany(one => InTime(time, one, right)),
        LastingClause lasting => Joined(When(lasting.Part, asked), match => match.Span).Where(run => lasting.For.Admits(Hull(run).Duration.Seconds))
            .Select(run => new Match(Hull(run), Once(run.SelectMany(match => match.Evidence)))),
        PickClause pick when When(pick.Part, asked) is [_, ..] matches => [pick.IsLast ? matches[^1] : matches[0]],
        _ => [],
    });

    private IEnumerable<Match> And(AndClause clause, IReadOnlyList<Clause> asked)
    {
        if (clause.Parts.Any(part => part.Level() == ClauseLevel.Videos && !Holds(part)))
        {
            return [];
        }

        var first = clause.Parts.FirstOrDefault(part => part is not NotClause && part.Level() == ClauseLevel.Moments);
        var moments = first is not null ? When(first, asked)
            : clause.Parts.Any(part => part.Level() == ClauseLevel.Evidence) ? Everything(asked)
            : [Whole([.. clause.Parts.Where(part => part.Level() == ClauseLevel.Videos).SelectMany(VideoTerms)])];
        foreach (var part in clause.Parts.Where(part => !ReferenceEquals(part, first)))
        {
            moments = part switch
            {
                _ when part.Level() == ClauseLevel.Evidence => moments,
                _ when part.Level() == ClauseLevel.Videos => moments.Select(one => Plus(one, VideoTerms(part))),
                NotClause not when When(not.Part, asked) is var all => moments.Where(one => !all.Exists(other => other.Span.Overlaps(one.Span))),
                _ when When(part, asked) is var all =>
                    from one in moments
                    let others = all.Where(other => other.Span.Overlaps(one.Span)).ToList()
                    where others.Count > 0
                    select Plus(one, First(others)),
                _ => moments,
            };
        }

        return moments;
    }

    private static IEnumerable<Match> InTime(TimeClause clause, Match one, List<Match> all)
    {
        var (start, end) = (one.Span.Start, one.Span.End);
        var after = all.Where(other => other.Span.Start >= end).Take(1).ToList();
        var others = clause.Relation switch
        {
            TimeRelation.Within => all.Where(other => Apart(one.Span, other.Span) <= clause.Seconds),
            TimeRelation.Then => after.Where(other => clause.Seconds is null || Apart(one.Span, other.Span) <= clause.Seconds),
            TimeRelation.Before => after,
            TimeRelation.After => all.Where(other => other.Span.End <= start).OrderBy(other => other.Span.End).ThenBy(other => other.Span.Start).TakeLast(1),
            _ => all.Where(other => other.Span.Start <= start && end <= other.Span.End),
        };
        return others.ToList() is not [var first, ..] chosen ? []
            : [Plus(one, First(chosen)) with { Span = clause.Relation == TimeRelation.Then ? new MediaSpan(start, first.Span.End) : one.Span }];
    }

    private static IEnumerable<Match> With(List<Match> left, List<Match> right) =>
        from one in left.Where(IsSeen)
        from run in Joined(right.Where(other => IsSeen(other) && other.Span.Overlaps(one.Span)), other => Common(one.Span, other.Span))
        select Plus(one, First(run)) with { Span = Hull(run.Select(other => Common(one.Span, other.Span))) };

    private static bool IsSeen(Match match) => match.Evidence[0].Thing.Field is "text" or "logo" or "object" or "face" or "colour" or "motion";

    private static MediaSpan Common(MediaSpan one, MediaSpan other) => new(one.Start > other.Start ? one.Start : other.Start, one.End < other.End ? one.End : other.End);

    private static Rational Apart(MediaSpan one, MediaSpan other) => new[] { default, (one.Start - other.End).Seconds, (other.Start - one.End).Seconds }.Max();

    // Evidence.
    private IEnumerable<Match> Everything(IReadOnlyList<Clause> asked) =>
        from thing in video.Things
        where thing.Joint is null && thing.Field is not ("shot" or "scene" or "video") && IsThere(thing, asked)
        select new Match(thing.Span, [new Found(null, thing, thing.Span) { Box = thing.Box }]);

    private bool IsThere(SearchableSpan thing, IReadOnlyList<Clause> asked) =>
        asked.All(clause => Keeps(clause, thing)) && (thing.Status != ReviewStatus.Rejected || asked.Any(AsksForRejected));

    private bool Keeps(Clause clause, SearchableSpan thing) => clause switch
    {
        EvidenceClause one => one.Test.Admits(thing),
        NotClause not => !Keeps(not.Part, thing),
        AndClause all => all.Parts.All(part => Keeps(part, thing)),
        OrClause any => any.Parts.Any(part => Keeps(part, thing)),
        _ => Holds(clause),
    };

    private static bool AsksForRejected(Clause clause) => clause is EvidenceClause { Test: StatusTest { Status: "rejected" } }
        || (clause is AndClause all && all.Parts.Any(AsksForRejected)) || (clause is OrClause any && any.Parts.Any(AsksForRejected));

    // Videos.
    private bool Holds(Clause clause) => clause switch
    {
        VideoClause one => one.Test.Admits(video.Facts),
        TermClause => VideoTerms(clause).Any(),
        NotClause not => !Holds(not.Part),
        AndClause all => all.Parts.All(Holds),
        OrClause any => any.Parts.Any(Holds),
        _ => false,
    };

    private IEnumerable<Found> VideoTerms(Clause clause) => clause switch
    {
        TermClause term => Answers(term, []),
        AndClause all => all.Parts.SelectMany(VideoTerms),
        OrClause any => any.Parts.Where(Holds).SelectMany(VideoTerms),
        _ => [],
    };

    private Match Whole(IEnumerable<Found> terms)
    {
        var whole = video.Things.Single(thing => thing.Field == "video");
        return new Match(whole.Span, terms.ToList() is [_, ..] found ? found : [new Found(null, whole, whole.Span)]);
    }

    // Matches that show the same thing at the same time are one; a count is itself alone.
    private static List<Match> InOrder(IEnumerable<Match> matches) =>
    [
        .. matches.GroupBy(match => (match.Span, match.Evidence[0].Thing.Field, match.Evidence[0].Thing.Number, Count: match.Evidence[0].Counted is null ? -1 : match.Evidence[0].Term!.At))
            .OrderBy(same => same.Key.Span.Start).ThenBy(same => same.Key.Span.End)
            .ThenBy(same => same.Key.Field, StringComparer.Ordinal).ThenBy(same => same.First().Evidence[0].Thing.Span.Start).ThenBy(same => same.First().Evidence[0].Thing.Span.End)
            .ThenBy(same => same.Key.Number).ThenBy(same => same.Key.Count)
            .Select(same => new Match(same.Key.Span, Once(same.SelectMany(match => match.Evidence)))),
    ];

    private static Match Plus(Match one, IEnumerable<Found> others) => one with { Evidence = Once(one.Evidence.Concat(others)) };

    private static IEnumerable<Found> First(IEnumerable<Match> others) => Once(others.SelectMany(other => other.Evidence)).Take(100);

    private static List<Found> Once(IEnumerable<Found> evidence) => [.. evidence.DistinctBy(found => (found.Term?.At, found.Thing.Field, found.Thing.Number, found.Span))];

    // Joins what touches or overlaps, two by two, until nothing is left that does.
    private static List<List<T>> Joined<T>(IEnumerable<T> all, Func<T, MediaSpan> spanOf)
    {
        List<List<T>> runs = [.. all.Select(one => new List<T> { one })];
        while (true)
        {
            var pair = (
                from one in runs
                from other in runs
                where one != other && Hull(one.Select(spanOf)) is var span && Hull(other.Select(spanOf)) is var next && span.Start <= next.Start && next.Start <= span.End
                select (one, other)).FirstOrDefault();
            if (pair == default)
            {
                return runs;
            }

            runs[runs.IndexOf(pair.one)] = [.. pair.one, .. pair.other];
            runs.Remove(pair.other);
        }
    }

    private static MediaSpan Hull(IEnumerable<Match> matches) => Hull(matches.Select(match => match.Span));

    private static MediaSpan Hull(IEnumerable<MediaSpan> spans) => new(spans.Min(span => span.Start), spans.Max(span => span.End));
}
