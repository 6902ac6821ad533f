using VideoIndex.Metadata;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Search;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Vocabularies;

namespace VideoIndex.Sqlite.Vocabularies;

/// <summary>The questions that found nothing, in <c>library.db</c>.</summary>
internal sealed class SqliteSearchLog(Database database, StoreClock clock) : ISearchLog
{
    /// <inheritdoc/>
    public Task RememberAsync(string question, IReadOnlyList<string> words, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            connection.Run(
                """
                INSERT INTO missed_search (question, words, first_at, last_at, times) VALUES ($question, $words, $now, $now, 1)
                ON CONFLICT (question) DO UPDATE SET words = $words, last_at = $now, times = times + 1
                """,
                ("$question", question),
                ("$words", string.Join('\n', words.Select(word => word.ReplaceLineEndings(" ")))),
                ("$now", clock.TodayText));
            return connection.Run(
                "DELETE FROM missed_search WHERE question IN (SELECT question FROM missed_search ORDER BY last_at DESC, question LIMIT -1 OFFSET $most)",
                ("$most", ISearchLog.MostQuestions));
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<MissedSearch>> ReadAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<MissedSearch>>(
        connection => connection.Rows(
            "SELECT question, words, first_at, last_at, times FROM missed_search ORDER BY last_at DESC, question",
            row => new MissedSearch(
                row.GetString(0), row.GetString(1).Split('\n', StringSplitOptions.RemoveEmptyEntries), StoreClock.Read(row.GetString(2)), StoreClock.Read(row.GetString(3)), row.GetInt64(4))),
        cancellationToken);

    /// <inheritdoc/>
    public Task<int> ForgetAsync(string? word, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            if (word is null)
            {
                return connection.Run("DELETE FROM missed_search");
            }

            var folded = FieldText.Folded(word);
            var those = connection.Rows("SELECT question, words FROM missed_search", row => (Question: row.GetString(0), Words: row.GetString(1).Split('\n')))
                .FindAll(missed => missed.Words.Any(one => FieldText.Folded(one) == folded));
            return those.Sum(missed => connection.Run("DELETE FROM missed_search WHERE question = $question", ("$question", missed.Question)));
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task ShowWordsAsync(NearWords near, CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            foreach (var (word, things) in SearchIndex.Of(connection).Words(connection))
            {
                cancellationToken.ThrowIfCancellationRequested();
                near.Offer(word, things);
            }

            return true;
        },
        cancellationToken);
}
