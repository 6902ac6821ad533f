using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Postings;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Access;

/// <summary>Hands out connections to one file, one to each piece of work, so that readers never wait for the writer.</summary>
internal sealed class ConnectionPool(string file, LibrarySettings settings) : IDisposable
{
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly PostingIndex _spans = new();
    private bool _disposed;

    /// <summary>Gets the file.</summary>
    public string File => file;

    /// <summary>Runs work on a connection of its own.</summary>
    /// <exception cref="ObjectDisposedException">The library was closed.</exception>
    public T Lend<T>(Func<SqliteConnection, T> work)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteLibrary));
        var connection = _idle.TryTake(out var idle) ? idle : Connect();
        try
        {
            return work(connection);
        }
        finally
        {
            Return(connection);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
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

    private LibraryConnection Connect()
    {
        var source = settings.FileSystem is { } name ? $"file:{Uri.EscapeDataString(file)}?vfs={name}" : file;
        var seconds = (int)Math.Ceiling(settings.Patience.TotalSeconds); // at least what ConnectionSettings says to SQLite itself
        var connection = new LibraryConnection(
            new SqliteConnectionStringBuilder { DataSource = source, Pooling = false, DefaultTimeout = seconds }.ToString(), _spans);
        try
        {
            connection.Open();
            Schema.VersionOf(connection, file); // before anything is set: a stranger's file stays as it is
            ConnectionSettings.Apply(connection, settings);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
