using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Access;

/// <summary>The open file: many read it at once, one writes.</summary>
/// <remarks>SQLite's calls block, so work runs on the thread pool; cancelling interrupts the statement that is running.</remarks>
internal sealed class Database : IDisposable
{
    private readonly ConnectionPool _connections;
    private readonly GroupCommit _writer;

    public Database(string file, LibrarySettings settings)
    {
        SqliteEngine.Describe();
        _connections = new ConnectionPool(file, settings);
        _writer = new GroupCommit(_connections);
        try
        {
            Refusal.Told(file, () => _connections.Lend(connection => new Migration(connection, file).Run()));
        }
        catch
        {
            _connections.Dispose();
            throw;
        }
    }

    /// <summary>Runs work that reads one consistent state of the library.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) => Task.Run(
        () => Refusal.Told(_connections.File, () => _connections.Lend(connection => Read(connection, work, cancellationToken))),
        cancellationToken);

    /// <summary>Runs work in one transaction: all of it is durable when the task completes, or none of it happened.</summary>
    /// <remarks>
    /// Others may be written in the same transaction, so the work must be free to run twice: it acts on the connection
    /// alone, and only what it returns the last time counts.
    /// </remarks>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) =>
        _writer.WriteAsync(work, cancellationToken);

    /// <summary>Overwrites everything that was deleted, in the file and in the write-ahead log, and deletes backups of older versions.</summary>
    /// <remarks>
    /// "secure_delete" is not enough: it zeroes what is deleted, but copies that pages left behind when they were split
    /// stay in their unused parts. So the file is written anew from what is alive, which takes time in proportion to it.
    /// </remarks>
    /// <returns><see langword="false"/> when readers kept the log in use for longer than the patience of a connection.</returns>
    public Task<bool> SweepAsync(CancellationToken cancellationToken) => _writer.WriteAloneAsync(
        connection =>
        {
            Migration.DeleteBackups(_connections.File);
            connection.Run("VACUUM");
            return connection.Number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        },
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _connections.Dispose();

    private static T Read<T>(SqliteConnection connection, Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        T? answer = default;
        using var transaction = connection.BeginTransaction(deferred: true);
        Interruption.Heed(connection, () => answer = work(connection), cancellationToken);
        transaction.Commit();
        return answer!;
    }
}
