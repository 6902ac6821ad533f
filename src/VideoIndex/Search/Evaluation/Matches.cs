using VideoIndex.Timing;

namespace VideoIndex.Search.Evaluation;

/// <summary>Puts matches in order, and makes one of those that are the same.</summary>
/// <remarks>
/// Two matches are one when they show the same thing at the same time; counts are the same only for one term. The order: start, end, the field of what is
/// shown, its own start and end, its number; of counts, where the term stands in the question. Of the same, the first gives what is shown, and the evidence of the others follows its own.
/// </remarks>
internal static class Matches
{
    /// <summary>The most pieces of evidence that a match takes from each clause that only chooses it: one chapter can hold every goal of a match, and the first of them are proof enough.</summary>
    public const int MostEvidence = 100;

    public static IReadOnlyList<Match> Of(IEnumerable<Match> matches)
    {
        var merged = new List<Match>();
        foreach (var match in matches.Order(InTime))
        {
            if (merged is [.., var last] && InTime.Compare(last, match) == 0)
            {
                merged[^1] = last with { Evidence = [.. last.Evidence.Concat(match.Evidence).Distinct(SameFound)] };
            }
            else
            {
                merged.Add(match);
            }
        }

        return merged;
    }

    public static Match Of(Found found) => new(found.Span, [found]);

    /// <summary>Returns a match with the first evidence of those that chose it.</summary>
    public static Match With(this Match match, IEnumerable<Found> others) => match with { Evidence = [.. match.Evidence.Concat(others).Distinct(SameFound)] };

    /// <summary>Returns the first pieces of evidence of some matches, none twice.</summary>
    public static IEnumerable<Found> FirstEvidence(this IEnumerable<Match> matches) => matches.SelectMany(match => match.Evidence).Distinct(SameFound).Take(MostEvidence);

    public static readonly IEqualityComparer<Found> SameFound = EqualityComparer<Found>.Create(
        (one, other) => ReferenceEquals(one!.Term, other!.Term) && one.Span == other.Span && one.Thing.Number == other.Thing.Number && one.Thing.Field == other.Thing.Field,
        found => HashCode.Combine(found.Term?.At, found.Thing.Number, found.Span));

    private static readonly Comparer<Match> InTime = Comparer<Match>.Create(Compare);

    private static int Compare(Match one, Match other)
    {
        var (shown, next) = (one.Evidence[0], other.Evidence[0]);
        return Compare(one.Span, other.Span) is not 0 and var apart ? apart
            : string.CompareOrdinal(shown.Thing.Field, next.Thing.Field) is not 0 and var fields ? fields
            : Compare(shown.Thing.Span, next.Thing.Span) is not 0 and var things ? things
            : shown.Thing.Number.CompareTo(next.Thing.Number) is not 0 and var numbers ? numbers
            : TermOf(shown).CompareTo(TermOf(next));
    }

    private static int Compare(MediaSpan one, MediaSpan other) => one.Start.CompareTo(other.Start) is not 0 and var apart ? apart : one.End.CompareTo(other.End);

    private static int TermOf(Found shown) => shown is { Counted: not null, Term: { } term } ? term.At : -1;
}
