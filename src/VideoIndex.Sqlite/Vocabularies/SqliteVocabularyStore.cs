using Microsoft.Data.Sqlite;
using VideoIndex.Brands;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Vocabularies;

namespace VideoIndex.Sqlite.Vocabularies;

/// <summary>The vocabulary in <c>library.db</c>: every method is one transaction.</summary>
internal sealed class SqliteVocabularyStore(Database database, StoreClock clock) : IVocabularyStore
{
    private Read _last = new(-1, Vocabulary.Empty);

    /// <inheritdoc/>
    public Task<Vocabulary> ReadAsync(CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            // Every change has a line of its own, whichever program made it: while there is no new one, what was read last is what there is.
            var number = connection.Number("SELECT coalesce(max(number), 0) FROM vocabulary_change");
            var last = Volatile.Read(ref _last);
            if (last.Number != number)
            {
                last = new Read(number, Vocabulary.Of(Statements(connection)));
                Volatile.Write(ref _last, last);
            }

            return last.Vocabulary;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<VocabularyChanged> ChangeAsync(VocabularyChange changes, string by, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => Change(connection, changes, by), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PastChange>> ReadHistoryAsync(int most, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<PastChange>>(
        connection => connection.Rows(
            "SELECT at, by, what, detail FROM vocabulary_change ORDER BY number DESC LIMIT $most", Past, ("$most", most)),
        cancellationToken);

    /// <summary>Reads what was changed, the oldest first.</summary>
    public static IReadOnlyList<PastChange> History(SqliteConnection connection) => connection.Rows("SELECT at, by, what, detail FROM vocabulary_change ORDER BY number", Past);

    private static PastChange Past(SqliteDataReader row) => new(new Stamp(StoreClock.Read(row.GetString(0)), row.GetString(1)), row.GetString(2), row.GetString(3));

    private VocabularyChanged Change(SqliteConnection connection, VocabularyChange changes, string by)
    {
        var before = Statements(connection);
        var after = Vocabulary.Of(before.Where(one => !changes.Takes(one)).Concat(changes.Says));
        var (had, has) = (before.ToHashSet(), after.Statements.ToHashSet());
        List<VocabularyStatement> taken = [.. before.Where(one => !has.Contains(one))], added = [.. after.Statements.Where(one => !had.Contains(one))];
        using var remove = connection.Statement("DELETE FROM vocabulary_statement WHERE concept = $concept AND kind = $kind AND language = $language AND text = $text");
        using var insert = connection.Statement("INSERT INTO vocabulary_statement (concept, kind, language, text) VALUES ($concept, $kind, $language, $text)");
        using var remember = connection.Statement("INSERT INTO vocabulary_change (at, by, what, detail) VALUES ($at, $by, $what, $detail)");
        var now = clock.TodayText;
        foreach (var (statement, how, what) in taken.Select(one => (one, remove, "removed")).Concat(added.Select(one => (one, insert, "added"))))
        {
            how.Run(("$concept", statement.Concept), ("$kind", statement.Kind), ("$language", statement.Language), ("$text", statement.Text));
            remember.Run(("$at", now), ("$by", by), ("$what", what), ("$detail", statement.ToString()));
        }

        return new VocabularyChanged(after, taken.Count, added.Count);
    }

    /// <summary>Reads what is said.</summary>
    public static List<VocabularyStatement> Statements(SqliteConnection connection) => connection.Rows(
        "SELECT concept, kind, language, text FROM vocabulary_statement", row => new VocabularyStatement(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)));

    private sealed record Read(long Number, Vocabulary Vocabulary);
}
