using VideoIndex.Search.Language;
using VideoIndex.Timing;

namespace VideoIndex.Search.Evaluation;

/// <summary>Finds what stands in a relation in time, as <see cref="TimeRelation"/> says.</summary>
internal static class Relations
{
    public static IEnumerable<Match> Of(TimeClause clause, IReadOnlyList<Match> left, IReadOnlyList<Match> right)
    {
        var others = new Timeline(right);
        return clause.Relation switch
        {
            TimeRelation.Within => Within(left, others, clause.Seconds!.Value),
            TimeRelation.Then => Then(left, others, clause.Seconds),
            TimeRelation.Before => Chosen(left, one => others.All.Skip(others.From(one.Span.End)).Take(1)),
            TimeRelation.After => After(left, right),
            TimeRelation.During => Chosen(left, one => others.Reaching(0, end => end >= one.Span.End, start => start <= one.Span.Start)),
            _ => With([.. left.Where(IsSeen)], new Timeline([.. right.Where(IsSeen)])),
        };
    }

    private static IEnumerable<Match> Chosen(IReadOnlyList<Match> left, Func<Match, IEnumerable<Match>> choose) =>
        from one in left
        let others = choose(one).FirstEvidence().ToList()
        where others.Count > 0
        select one.With(others);

    // No two are further apart than all of them reach: a distance that is longer is as good as that one, and its sum with a time is one that can be written down.
    private static IEnumerable<Match> Within(IReadOnlyList<Match> left, Timeline others, Rational seconds)
    {
        IReadOnlyList<Match> all = [.. left, .. others.All];
        var whole = all.Max(one => one.Span.End) - all.Min(one => one.Span.Start);
        var reach = whole.Seconds < seconds ? whole : new MediaDuration(seconds);
        return Chosen(left, one => Near(others, one.Span.Start - reach, one.Span.End + reach));
    }

    private static IEnumerable<Match> Near(Timeline others, MediaTime from, MediaTime until) => others.Reaching(0, end => end >= from, start => start <= until);

    private static IEnumerable<Match> Then(IReadOnlyList<Match> left, Timeline others, Rational? seconds)
    {
        foreach (var one in left)
        {
            if (others.From(one.Span.End) is var at && at < others.All.Count && others.All[at] is var next && !((next.Span.Start - one.Span.End).Seconds > seconds))
            {
                yield return one.With(new[] { next }.FirstEvidence()) with { Span = new MediaSpan(one.Span.Start, next.Span.End) };
            }
        }
    }

    private static IEnumerable<Match> After(IReadOnlyList<Match> left, IReadOnlyList<Match> right)
    {
        var byEnd = right.OrderBy(one => one.Span.End).ToList(); // those that end together stay in order of their start
        return Chosen(left, one => Ended(byEnd, one.Span.Start) is > 0 and var count ? [byEnd[count - 1]] : []);
    }

    private static int Ended(List<Match> byEnd, MediaTime time)
    {
        var (low, high) = (0, byEnd.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = byEnd[middle].Span.End <= time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // The others are joined first: what a match has in common with a run of them is one stretch, however many they are.
    private static IEnumerable<Match> With(IReadOnlyList<Match> left, Timeline others)
    {
        var runs = Runs(others.All);
        var timeline = new Timeline([.. runs.Select(run => new Match(run.Span, []))]);
        var starts = runs.ToDictionary(run => run.Span, run => run.From);
        return
            from one in left
            from run in one.Span.Start < one.Span.End ? timeline.Overlapping(one.Span) : InOne(one.Span, others)
            let span = new MediaSpan(Later(one.Span.Start, run.Span.Start), Earlier(one.Span.End, run.Span.End))
            let together = others.Reaching(starts.GetValueOrDefault(run.Span), end => end > one.Span.Start, start => start < one.Span.End && start <= run.Span.End)
            select one.With(together.FirstEvidence()) with { Span = span };
    }

    // A moment without length is in a run only where it is inside one of the others, not where two of them touch.
    private static IEnumerable<Match> InOne(MediaSpan moment, Timeline others) => others.Overlaps(moment) ? [new Match(moment, [])] : [];

    private static List<(MediaSpan Span, int From)> Runs(IReadOnlyList<Match> matches)
    {
        var runs = new List<(MediaSpan Span, int From)>();
        foreach (var (at, match) in matches.Index())
        {
            if (runs is [.., var last] && match.Span.Start <= last.Span.End)
            {
                runs[^1] = (new MediaSpan(last.Span.Start, match.Span.End > last.Span.End ? match.Span.End : last.Span.End), last.From);
            }
            else
            {
                runs.Add((match.Span, at));
            }
        }

        return runs;
    }

    private static bool IsSeen(Match match) => QueryField.Seen.Contains(match.Evidence[0].Thing.Field);

    private static MediaTime Later(MediaTime one, MediaTime other) => one > other ? one : other;

    private static MediaTime Earlier(MediaTime one, MediaTime other) => one < other ? one : other;
}
