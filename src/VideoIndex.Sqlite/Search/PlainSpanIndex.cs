using Microsoft.Data.Sqlite;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Search;

/// <summary>Finds things by going through all there are.</summary>
internal sealed class PlainSpanIndex : ISpanIndex
{
    public void Replace(SqliteConnection connection, long video, IReadOnlyList<(long Key, SearchableSpan Thing)> things)
    {
    }

    public void Remove(SqliteConnection connection, long video)
    {
    }

    public IEnumerable<long> Videos(SqliteConnection connection, Clause clause, long after) =>
        connection.Rows("SELECT ordinal FROM video WHERE ordinal > $after ORDER BY ordinal", row => row.GetInt64(0), ("$after", after));

    public IReadOnlyList<long> Candidates(SqliteConnection connection, long video, TermClause term) => connection.Rows(
        """
        SELECT $first UNION ALL SELECT key FROM utterance WHERE key BETWEEN $first AND $last UNION ALL
        SELECT key FROM joint WHERE key BETWEEN $first AND $last UNION ALL SELECT key FROM tag WHERE key BETWEEN $first AND $last ORDER BY 1
        """,
        row => row.GetInt64(0), ("$first", MomentKey.Whole(video)), ("$last", MomentKey.Last(video)));

    public IReadOnlyList<(long Key, float Score)> Best(SqliteConnection connection, TermClause term, IReadOnlyList<EvidenceTest> evidence, int most) => [];

    public IReadOnlyList<long> First(SqliteConnection connection, TermClause term, IReadOnlyList<EvidenceTest> evidence, long after, int most) => [];

    public IReadOnlyList<(long Left, long Right)> Joined(SqliteConnection connection, TimeClause clause, IReadOnlyList<EvidenceTest> evidence) => [];

    public IReadOnlyList<(long Video, int Things)> Counts(SqliteConnection connection, TermClause term, IReadOnlyList<EvidenceTest> evidence) => [];
}
