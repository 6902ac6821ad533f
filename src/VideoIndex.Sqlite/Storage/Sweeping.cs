using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Access;

namespace VideoIndex.Sqlite.Storage;

/// <summary>Sees to it that what was removed is overwritten. Due until done, so that a removal cut short by a crash is finished by the next.</summary>
internal static class Sweeping
{
    /// <summary>Notes, in the transaction that is open, that something was removed.</summary>
    public static void IsDue(SqliteConnection connection) => connection.Run("UPDATE sweep SET due = 1");

    /// <summary>Overwrites what was removed, where anything is due.</summary>
    /// <param name="database">The library.</param>
    /// <param name="done">What was done before, for the sentence of a refusal: <c>The video is removed</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="LibraryException">Another program is reading; it stays due.</exception>
    public static async Task FinishAsync(Database database, string done, CancellationToken cancellationToken)
    {
        if (await database.ReadAsync(connection => connection.Number("SELECT due FROM sweep"), cancellationToken).ConfigureAwait(false) == 0)
        {
            return;
        }

        if (!await database.SweepAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new LibraryException(
                "removal-unfinished",
                $"{done}, but another program is still reading the library, so its words are still on disk: remove it again when that has ended.");
        }

        await database.WriteAsync(connection => connection.Run("UPDATE sweep SET due = 0"), cancellationToken).ConfigureAwait(false);
    }
}
