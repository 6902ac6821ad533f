using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Postings.Segments;
using VideoIndex.Sqlite.Search.Things;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Search;

/// <summary>Keeps what is found by words in step with the catalogue: each video is in it whole, or marked as not in it yet.</summary>
internal static class SearchIndex
{
    /// <summary>What is in the index is of this version. A change to what a word is, or to what is kept of things, raises it.</summary>
    public const int Version = 1;

    private const string Missing = "SELECT ordinal FROM video WHERE searchable <> $version ORDER BY ordinal LIMIT 1";

    /// <summary>Returns what finds things by a connection.</summary>
    public static ISpanIndex Of(SqliteConnection connection) => ((LibraryConnection)connection).Spans;

    /// <summary>Makes a video found by what is in the tables now, and by nothing else. Whoever changes what is found in a video calls this last, in the same transaction.</summary>
    /// <returns>How many things that are.</returns>
    public static int Update(SqliteConnection connection, long ordinal)
    {
        var things = new ThingReader(connection, ordinal).ReadAll();
        Of(connection).Replace(connection, ordinal, things);
        connection.Run("UPDATE video SET searchable = $version WHERE ordinal = $ordinal", ("$version", Version), ("$ordinal", ordinal));
        return things.Count;
    }

    /// <summary>Takes a video out, and every word of it off the pages.</summary>
    public static void Remove(SqliteConnection connection, long ordinal)
    {
        Of(connection).Remove(connection, ordinal);
        Of(connection).Purge(connection);
    }

    /// <summary>Compares the index with the catalogue, and says what is wrong, a sentence each.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="spans">The index.</param>
    public static IEnumerable<string> Check(SqliteConnection connection, ISpanIndex spans) => spans.Check(
        connection,
        connection.Rows("SELECT ordinal FROM video WHERE searchable = $version ORDER BY ordinal", row => row.GetInt64(0), ("$version", Version))
            .Select(video => (video, new ThingReader(connection, video).ReadAll())));

    /// <summary>Returns whether every video is in the index.</summary>
    public static bool IsComplete(SqliteConnection connection) => connection.Rows(Missing, row => row.GetInt64(0), ("$version", Version)) is [];

    /// <summary>Takes along what an older program left, one video in one transaction, until nothing is left. Others may do the same at the same time.</summary>
    /// <returns>How many videos and things that were.</returns>
    public static async Task<(int Videos, long Things)> CompleteAsync(Database database, CancellationToken cancellationToken)
    {
        var (videos, things) = (0, 0L);
        while (await database.WriteAsync(TakeAlong, cancellationToken).ConfigureAwait(false) is { } found)
        {
            (videos, things) = (videos + 1, things + found);
        }

        return (videos, things);
    }

    /// <summary>Writes anew what is kept of one video after another, each in one transaction. Whenever it is cut short, every video is found as before or as after.</summary>
    /// <remarks>An index that cannot be read is thrown away whole; searches then wait until every video is back.</remarks>
    /// <returns>How many videos and things that were.</returns>
    public static async Task<(int Videos, long Things)> RebuildAsync(Database database, CancellationToken cancellationToken)
    {
        try
        {
            var (videos, things, last) = (0, 0L, 0L);
            while (await database.WriteAsync(connection => Rebuild(connection, last), cancellationToken).ConfigureAwait(false) is { } done)
            {
                (videos, things, last) = (videos + 1, things + done.Things, done.Ordinal);
            }

            await database.WriteAsync(Settle, cancellationToken).ConfigureAwait(false);
            return (videos, things);
        }
        catch (LibraryException unreadable) when (unreadable.Code == "library-damaged")
        {
            await database.WriteAsync(Forget, cancellationToken).ConfigureAwait(false);
            return await CompleteAsync(database, cancellationToken).ConfigureAwait(false);
        }
    }

    // Until words of what was replaced are merged away they are counted, and how common a word is weighs in the order of answers.
    private static bool Settle(SqliteConnection connection)
    {
        Of(connection).Purge(connection);
        return true;
    }

    private static bool Forget(SqliteConnection connection)
    {
        foreach (var table in new[] { "posting_segment", "posting_page", "posting_dead", "posting_merge" })
        {
            connection.Run($"DELETE FROM {table}");
        }

        SegmentTable.Change(connection);
        return connection.Run("UPDATE video SET searchable = 0") > 0;
    }

    private static int? TakeAlong(SqliteConnection connection) =>
        connection.Rows(Missing, row => row.GetInt64(0), ("$version", Version)) is [var ordinal] ? Update(connection, ordinal) : null;

    private static (long Ordinal, int Things)? Rebuild(SqliteConnection connection, long after)
    {
        var next = connection.Rows("SELECT ordinal FROM video WHERE ordinal > $after ORDER BY ordinal LIMIT 1", row => row.GetInt64(0), ("$after", after));
        return next is [var ordinal] ? (ordinal, Update(connection, ordinal)) : null;
    }
}
