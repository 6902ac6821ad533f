using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace VideoIndex.Sqlite.Storage;

/// <summary>The open file: hands out connections, one to each piece of work, so that readers never wait for the writer.</summary>
/// <remarks>SQLite's calls block, so work runs on the thread pool; cancelling interrupts the statement that is running.</remarks>
internal sealed class Database : IDisposable
{
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
        Task.Run(() => Run(work, deferred: true, cancellationToken), cancellationToken);

    /// <summary>Runs work in one transaction: all of it is durable when the task completes, or none of it happened.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Run(work, deferred: false, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Empties the write-ahead log into the library and cuts it to nothing, so that it holds no old pages.</summary>
    /// <returns><see langword="false"/> when readers kept the log in use for longer than the patience of a connection.</returns>
    public Task<bool> EmptyLogAsync(CancellationToken cancellationToken) => Task.Run(
        () => Lend(connection => connection.Number("PRAGMA wal_checkpoint(TRUNCATE)") == 0, cancellationToken),
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

    private T Run<T>(Func<SqliteConnection, T> work, bool deferred, CancellationToken cancellationToken) => Lend(
        connection =>
        {
            using var transaction = connection.BeginTransaction(deferred);
            var result = work(connection);
            cancellationToken.ThrowIfCancellationRequested();
            transaction.Commit();
            return result;
        },
        cancellationToken);

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
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file, Pooling = false }.ToString());
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
