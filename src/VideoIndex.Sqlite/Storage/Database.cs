using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace VideoIndex.Sqlite.Storage;

/// <summary>The open file: hands out connections, one to each piece of work, so that readers never wait for the writer.</summary>
/// <remarks>SQLite's calls block, so work runs on the thread pool; cancelling interrupts the statement that is running.</remarks>
internal sealed class Database : IDisposable
{
    private const int PatienceSeconds = 10; // as ConnectionSettings says to SQLite itself

    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly SemaphoreSlim _writing = new(1);
    private readonly string _file;
    private bool _disposed;

    public Database(string file)
    {
        _file = file;
        SqliteEngine.Describe();
        Refusing(() =>
        {
            var connection = Connect();
            try
            {
                Schema.Prepare(connection, _file);
            }
            catch
            {
                connection.Dispose();
                throw;
            }

            _idle.Add(connection);
            return true;
        });
    }

    /// <summary>Runs work that reads one consistent state of the library.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) =>
        Task.Run(
            () => Lend(connection => InTransaction(connection, work, deferred: true, cancellationToken), cancellationToken),
            cancellationToken);

    /// <summary>Runs work in one transaction: all of it is durable when the task completes, or none of it happened.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) =>
        WriteAloneAsync(connection => InTransaction(connection, work, deferred: false, cancellationToken), cancellationToken);

    /// <summary>Overwrites everything that was deleted, in the file and in the write-ahead log.</summary>
    /// <remarks>
    /// "secure_delete" is not enough: it zeroes what is deleted, but copies that pages left behind when they were split
    /// stay in their unused parts. So the file is written anew from what is alive, which takes time in proportion to it.
    /// </remarks>
    /// <returns><see langword="false"/> when readers kept the log in use for longer than the patience of a connection.</returns>
    public Task<bool> SweepAsync(CancellationToken cancellationToken) => WriteAloneAsync(
        connection =>
        {
            connection.Run("VACUUM");
            return connection.Number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        },
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private static T InTransaction<T>(
        SqliteConnection connection, Func<SqliteConnection, T> work, bool deferred, CancellationToken cancellationToken)
    {
        using var transaction = connection.BeginTransaction(deferred);
        var result = work(connection);
        cancellationToken.ThrowIfCancellationRequested();
        transaction.Commit();
        return result;
    }

    // One of this program's tasks writes at a time; other programs wait by the connection's patience.
    private async Task<T> WriteAloneAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Lend(work, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    private T Lend<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteLibrary));
        cancellationToken.ThrowIfCancellationRequested();
        return Refusing(() =>
        {
            var connection = _idle.TryTake(out var idle) ? idle : Connect();
            try
            {
                using var interrupt = cancellationToken.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
                return work(connection);
            }
            catch (SqliteException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
            finally
            {
                Return(connection);
            }
        });
    }

    private void Return(SqliteConnection connection)
    {
        if (_disposed)
        {
            connection.Dispose();
        }
        else
        {
            _idle.Add(connection);
        }
    }

    private SqliteConnection Connect()
    {
        var source = new SqliteConnectionStringBuilder { DataSource = _file, Pooling = false, DefaultTimeout = PatienceSeconds };
        var connection = new SqliteConnection(source.ToString());
        try
        {
            connection.Open();
            Schema.IsCurrent(connection, _file); // before anything is set: a stranger's file stays as it is
            ConnectionSettings.Apply(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private T Refusing<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw new LibraryException("not-a-library", $"{_file} is not a VideoIndex library.", e);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw new LibraryException("library-damaged", $"{_file} is damaged: restore a copy, or index the videos again.", e);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY)
        {
            throw new LibraryException("library-not-opened", $"{_file} cannot be opened for writing: {e.Message}", e);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL)
        {
            throw new LibraryException("library-full", $"The disk {_file} is on is full; what was being saved was not.", e);
        }
    }
}
