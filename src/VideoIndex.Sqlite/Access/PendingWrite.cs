using Microsoft.Data.Sqlite;

namespace VideoIndex.Sqlite.Access;

/// <summary>A write that waits for its turn, and who waits for it.</summary>
internal abstract class PendingWrite
{
    private const int Waiting = 0, Begun = 1, Cancelled = 2;
    private int _stage;

    /// <summary>Gets whether it must run outside any transaction, with no other beside it.</summary>
    public required bool IsAlone { get; init; }

    /// <summary>Gets what stops it.</summary>
    public required CancellationToken CancellationToken { get; init; }

    /// <summary>Gets whether those who wait know how it ended.</summary>
    public abstract bool IsTold { get; }

    /// <summary>Begins, unless it was cancelled while it waited. What was begun may be begun again.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref _stage, Begun, Waiting) != Cancelled;

    /// <summary>Runs the work. Nobody is told yet.</summary>
    public abstract void Run(SqliteConnection connection);

    /// <summary>Says that it is durable.</summary>
    public abstract void Complete();

    /// <summary>Says that nothing of it happened, and why.</summary>
    public abstract void Fail(Exception why);

    /// <summary>Cancels it if it has not begun.</summary>
    protected bool TryCancel() => Interlocked.CompareExchange(ref _stage, Cancelled, Waiting) == Waiting;
}

/// <summary>A write with an answer.</summary>
internal sealed class PendingWrite<T> : PendingWrite
{
    private readonly TaskCompletionSource<T> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<SqliteConnection, T> _work;
    private readonly CancellationTokenRegistration _cancelling;
    private T? _answer;

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public PendingWrite(Func<SqliteConnection, T> work, bool isAlone, CancellationToken cancellationToken)
    {
        (_work, IsAlone, CancellationToken) = (work, isAlone, cancellationToken);
        _cancelling = cancellationToken.Register(() =>
        {
            if (TryCancel())
            {
                _told.TrySetCanceled(cancellationToken);
            }
        });
    }

    /// <summary>Waits until it is durable, or known to have failed.</summary>
    public Task<T> WaitAsync() => _told.Task;

    public override bool IsTold => _told.Task.IsCompleted;

    public override void Run(SqliteConnection connection) => _answer = _work(connection);

    public override void Complete()
    {
        _cancelling.Dispose();
        _told.TrySetResult(_answer!);
    }

    public override void Fail(Exception why)
    {
        _cancelling.Dispose();
        if (why is OperationCanceledException)
        {
            _told.TrySetCanceled(CancellationToken);
        }
        else
        {
            _told.TrySetException(why);
        }
    }
}
