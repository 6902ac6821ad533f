using Microsoft.Data.Sqlite;

namespace VideoIndex.Sqlite.Access;

/// <summary>Makes SQLite's blocking calls end when they are cancelled.</summary>
internal static class Interruption
{
    /// <summary>Runs work; cancelling interrupts the statement that is running.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before the end: nothing of it may be kept.</exception>
    public static void Heed(SqliteConnection connection, Action work, CancellationToken cancellationToken)
    {
        try
        {
            using var interrupt = cancellationToken.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
            work();
        }
        catch (SqliteException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
