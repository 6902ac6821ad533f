using Microsoft.Data.Sqlite;
using VideoIndex.Search.Conditions;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Timing;

namespace VideoIndex.Sqlite.Search.Things;

/// <summary>Finds which videos, and which things of them, are to be looked at for a question.</summary>
/// <param name="connection">The connection.</param>
/// <param name="spans">What finds things.</param>
/// <param name="question">The question.</param>
/// <param name="isWhole">Whether most videos are going to be looked at: then each term's things are found once, not once for each video.</param>
internal sealed class CandidateKeys(SqliteConnection connection, ISpanIndex spans, Question question, bool isWhole)
{
    private readonly Dictionary<object, long[]> _terms = new(ReferenceEqualityComparer.Instance);
    private readonly (TimeClause Clause, long[] Lefts)? _joined = Joined(connection, spans, question.Root);

    /// <summary>Returns the videos, in rising order, after one.</summary>
    /// <remarks>Two terms in time, or at once, are joined in the index: only videos in which a pair may stand as asked are looked at.</remarks>
    public IEnumerable<long> Videos(long after) => _joined is var (_, lefts)
        ? lefts.Select(MomentKey.Ordinal).Distinct().Where(video => video > after)
        : spans.Videos(connection, question.Root, after);

    /// <summary>Returns the keys of the things of a video that may answer a term, in rising order.</summary>
    public IReadOnlyList<long> Of(long video, TermClause term)
    {
        if (_joined is var (clause, lefts) && ReferenceEquals(clause.Left, term))
        {
            return Part(lefts, video); // the others stand in no such pair
        }

        if (!isWhole)
        {
            return spans.Candidates(connection, video, term);
        }

        if (!_terms.TryGetValue(term, out var keys))
        {
            _terms.Add(term, keys = [.. spans.Candidates(connection, term)]);
        }

        return Part(keys, video);
    }

    private static (TimeClause Clause, long[] Lefts)? Joined(SqliteConnection connection, ISpanIndex spans, Clause root) => root switch
    {
        TimeClause { Left: TermClause left, Right: TermClause right } clause when IsJoinable(left) && IsJoinable(right) => (clause, Lefts(connection, spans, clause, [])),
        AndClause all => Together(all) is { } clause ? (clause, Lefts(connection, spans, clause, [.. all.Parts.OfType<EvidenceClause>().Select(part => part.Test)])) : null,
        _ => null,
    };

    // What overlaps is at most nothing apart.
    private static TimeClause? Together(AndClause all)
    {
        var isPlain = all.Parts.All(part => part is EvidenceClause || part.Level() != ClauseLevel.Evidence);
        var moments = all.Parts.Where(part => part.Level() == ClauseLevel.Moments && part is not NotClause).ToList();
        return isPlain && moments is [TermClause first, ..] && IsJoinable(first) && moments.Skip(1).OfType<TermClause>().FirstOrDefault(IsJoinable) is { } other
            ? new TimeClause(TimeRelation.Within, first, other, new Rational(0, 1)) : null;
    }

    private static bool IsJoinable(TermClause term) => term.Conditions == TermConditions.None && term.Field is not ("shot" or "scene" or "video") && term.Wordings.All(wording => wording.Words.Count == 1);

    private static long[] Lefts(SqliteConnection connection, ISpanIndex spans, TimeClause clause, IReadOnlyList<EvidenceTest> evidence) =>
        [.. spans.Joined(connection, clause, evidence).Select(pair => pair.Left)];

    private static ArraySegment<long> Part(long[] keys, long video)
    {
        var (from, end) = (Place(keys, MomentKey.Whole(video)), Place(keys, MomentKey.Last(video) + 1));
        return new ArraySegment<long>(keys, from, end - from);
    }

    private static int Place(long[] keys, long key) => Array.BinarySearch(keys, key) is var at && at < 0 ? ~at : at;
}
