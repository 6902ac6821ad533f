using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Access;

/// <summary>
/// Writes for everybody: all that waits is done in one transaction and synced once, since a sync takes as long for one
/// write as for many. Each write stands or falls alone; nobody is told before the sync.
/// </summary>
internal sealed class GroupCommit(ConnectionPool connections)
{
    private const int MostTogether = 64; // so that the first does not wait for an endless queue

    private readonly ConcurrentQueue<PendingWrite> _waiting = new();
    private int _isWriting;

    /// <summary>Runs work in a transaction, beside others. It may be run more than once, and only the last time counts.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) =>
        EnqueueAsync(new PendingWrite<T>(work, isAlone: false, cancellationToken));

    /// <summary>Runs work that must not be in a transaction.</summary>
    public Task<T> WriteAloneAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) =>
        EnqueueAsync(new PendingWrite<T>(work, isAlone: true, cancellationToken));

    private Task<T> EnqueueAsync<T>(PendingWrite<T> write)
    {
        _waiting.Enqueue(write);
        if (Interlocked.Exchange(ref _isWriting, 1) == 0)
        {
            _ = Task.Run(WriteWhatWaits, CancellationToken.None);
        }

        return write.WaitAsync();
    }

    private void WriteWhatWaits()
    {
        do
        {
            while (TakeTogether() is { Count: > 0 } writes)
            {
                Write(writes);
            }

            Volatile.Write(ref _isWriting, 0);
        }
        while (!_waiting.IsEmpty && Interlocked.Exchange(ref _isWriting, 1) == 0); // one that came in between
    }

    private List<PendingWrite> TakeTogether()
    {
        var together = new List<PendingWrite>();
        while (together.Count < MostTogether && _waiting.TryPeek(out var next) && !(next.IsAlone && together.Count > 0))
        {
            _waiting.TryDequeue(out _);
            together.Add(next);
            if (next.IsAlone)
            {
                break;
            }
        }

        return together;
    }

    // Whatever is thrown is told to those who wait, so nothing is thrown here.
    private void Write(List<PendingWrite> writes)
    {
        try
        {
            while (writes.Exists(write => !write.IsTold))
            {
                var done = connections.Lend(connection => writes is [{ IsAlone: true } alone]
                    ? Alone(connection, alone)
                    : Together(connection, writes.Where(write => !write.IsTold)));
                done.ForEach(write => write.Complete()); // with the connection given back, so that the library may be closed
            }
        }
        catch (Exception e)
        {
            var why = Refusal.Of(e, connections.File);
            writes.ForEach(write => write.Fail(why));
        }
    }

    private static List<PendingWrite> Alone(SqliteConnection connection, PendingWrite write)
    {
        if (!write.TryBegin())
        {
            return [];
        }

        Interruption.Heed(connection, () => write.Run(connection), write.CancellationToken);
        return [write];
    }

    // Returns what is durable now. A write that is interrupted may take the transaction down; the others are then written again.
    private List<PendingWrite> Together(SqliteConnection connection, IEnumerable<PendingWrite> writes)
    {
        connection.Run("BEGIN IMMEDIATE");
        try
        {
            var done = writes.Where(write => write.TryBegin() && Succeeds(connection, write)).ToList();
            if (!IsInTransaction(connection))
            {
                return [];
            }

            connection.Run("COMMIT");
            return done;
        }
        finally
        {
            if (IsInTransaction(connection))
            {
                connection.Run("ROLLBACK");
            }
        }
    }

    // A full disk is everybody's failure; any other is of the write alone.
    private bool Succeeds(SqliteConnection connection, PendingWrite write)
    {
        if (!IsInTransaction(connection))
        {
            return false;
        }

        connection.Run("SAVEPOINT one");
        try
        {
            Interruption.Heed(connection, () => write.Run(connection), write.CancellationToken);
            connection.Run("RELEASE one");
            return true;
        }
        catch (Exception e) when (e is not SqliteException refused || !Refusal.IsFull(refused))
        {
            write.Fail(Refusal.Of(e, connections.File));
            if (IsInTransaction(connection))
            {
                connection.Run("ROLLBACK TO one; RELEASE one");
            }

            return false;
        }
    }

    private static bool IsInTransaction(SqliteConnection connection) => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0;
}
