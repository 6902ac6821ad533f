using VideoIndex.Search.Language;
using VideoIndex.Timing;

namespace VideoIndex.Search.Evaluation;

/// <summary>Answers a question for one video, exactly, by what <see cref="Clause"/> says. Engines find the videos and the candidates; this decides.</summary>
/// <remarks>
/// For m matches of all clauses together, of which k are evidence of each other, it takes a time in the order of (m + k) log m. A match takes at most 100 pieces
/// of evidence from each clause that only chooses it, the first.
/// </remarks>
public static class Evaluator
{
    /// <summary>Returns the moments, in order of start, then end; none twice.</summary>
    public static IReadOnlyList<Match> Of(Question question, IEvidence video)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(video);
        var choice = new VideoChoice(video);
        return new Evaluation(video, choice).Of(question.Root, new EvidenceScope([], choice));
    }

    private sealed class Evaluation(IEvidence video, VideoChoice videos)
    {
        public IReadOnlyList<Match> Of(Clause clause, EvidenceScope scope) => clause.Level() switch
        {
            ClauseLevel.Videos => Whole(videos.Evidence(clause)),
            ClauseLevel.Evidence when clause is not AndClause => Things(scope.With(clause)),
            _ => Moments(clause, scope),
        };

        private IReadOnlyList<Match> Moments(Clause clause, EvidenceScope scope) => clause switch
        {
            TermClause term => Term(term, scope),
            AndClause all => All(all.Parts, scope),
            OrClause any => Matches.Of(any.Parts.SelectMany(part => Of(part, scope))),
            TimeClause time => InTime(time, scope),
            LastingClause lasting => [.. Joined(Of(lasting.Part, scope)).Where(match => lasting.For.Admits(match.Span.Duration.Seconds))],
            PickClause pick => Of(pick.Part, scope) is [_, ..] matches ? [pick.IsLast ? matches[^1] : matches[0]] : [],
            _ => [],
        };

        private IReadOnlyList<Match> Term(TermClause term, EvidenceScope scope)
        {
            IReadOnlyList<SearchableSpan> things = [.. video.Candidates(term).Where(scope.Has)];
            var looked = term.Conditions.Count is not null && term.Field is { } field ? video.Looked(field) : null;
            return Matches.Of(TermAnswers.Of(term, things, looked).Select(Matches.Of));
        }

        private IReadOnlyList<Match> Things(EvidenceScope scope) => Matches.Of(video.Everything().Where(scope.Has).Select(thing => Matches.Of(new Found(null, thing, thing.Span) { Box = thing.Box })));

        private IReadOnlyList<Match> Whole(IReadOnlyList<Found>? chosen) => chosen is null ? []
            : [new Match(videos.Whole.Span, chosen is [] ? [new Found(null, videos.Whole, videos.Whole.Span)] : chosen)];

        private IReadOnlyList<Match> InTime(TimeClause clause, EvidenceScope scope) =>
            Of(clause.Left, scope) is [_, ..] left && Of(clause.Right, scope) is [_, ..] right ? Matches.Of(Relations.Of(clause, left, right)) : [];

        private IReadOnlyList<Match> All(IReadOnlyList<Clause> parts, EvidenceScope outer)
        {
            IReadOnlyList<Clause> evidence = [.. parts.Where(part => part.Level() == ClauseLevel.Evidence)];
            var scope = outer.With(evidence);
            var chosen = parts.Select(part => part.Level() == ClauseLevel.Videos ? videos.Evidence(part) : []).ToList();
            if (chosen.Contains(null))
            {
                return [];
            }

            var first = parts.Index().Where(part => part.Item.Level() == ClauseLevel.Moments && part.Item is not NotClause).Select(part => part.Index).FirstOrDefault(-1);
            var matches = first >= 0 ? Of(parts[first], scope) : evidence is [] ? Whole([.. chosen.SelectMany(found => found!)]) : Things(scope);
            foreach (var (at, part) in parts.Index().Where(part => part.Index != first && part.Item.Level() != ClauseLevel.Evidence))
            {
                matches = part.Level() == ClauseLevel.Moments ? Chosen(matches, part, scope) : [.. matches.Select(match => match.With(chosen[at]!))];
            }

            return matches;
        }

        private IReadOnlyList<Match> Chosen(IReadOnlyList<Match> matches, Clause part, EvidenceScope scope)
        {
            if (matches is [])
            {
                return [];
            }

            var others = new Timeline(Of(part is NotClause not ? not.Part : part, scope));
            return part is NotClause
                ? [.. matches.Where(match => !others.Overlaps(match.Span))]
                : [.. matches.Where(match => others.Overlaps(match.Span)).Select(match => match.With(others.Overlapping(match.Span).FirstEvidence()))];
        }

        private static IReadOnlyList<Match> Joined(IReadOnlyList<Match> matches)
        {
            var runs = new List<(MediaSpan Span, List<Match> Matches)>();
            foreach (var match in matches)
            {
                if (runs is [.., var (span, run)] && match.Span.Start <= span.End)
                {
                    run.Add(match);
                    runs[^1] = (new MediaSpan(span.Start, match.Span.End > span.End ? match.Span.End : span.End), run);
                }
                else
                {
                    runs.Add((match.Span, [match]));
                }
            }

            return [.. runs.Select(run => new Match(run.Span, [.. run.Matches.SelectMany(match => match.Evidence).Distinct(Matches.SameFound)]))];
        }
    }
}
