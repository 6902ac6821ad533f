using VideoIndex.Jobs;

namespace VideoIndex.Pipeline.Running;

/// <summary>What a worker is given of the world around it.</summary>
/// <param name="Doorbell">Wakes it.</param>
/// <param name="Owners">Names it, and tells who has died.</param>
/// <param name="FreeBytes">Says how much room the library's disk has.</param>
/// <param name="Notices">Is told what happens, from several threads.</param>
/// <param name="Clock">All its waiting goes by this.</param>
public sealed record WorkerSurroundings(IDoorbell Doorbell, IOwners Owners, Func<long> FreeBytes, IProgress<WorkerNotice> Notices, TimeProvider Clock)
{
    // Goes on through the clock: in a program on a thread of the pool, in a simulation when virtual time says.
    internal Task HopAsync() => PauseAsync(TimeSpan.Zero, CancellationToken.None);

    // Ends early, and without an exception, when it is cancelled. Unlike Task.Delay it goes on right where it was cancelled:
    // nothing a worker does ever leaves the threads its clock and its callers give it, so that one thread can simulate many.
    internal async Task PauseAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource();
        await using var timer = Clock.CreateTimer(End, over, time, Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        await using var cancelled = cancellationToken.UnsafeRegister(End, over).ConfigureAwait(false);
        await over.Task.ConfigureAwait(false);

        static void End(object? state) => ((TaskCompletionSource)state!).TrySetResult();
    }
}

/// <summary>The runner: takes jobs out of queues, has stages do them, and sees to it that every one ends once.</summary>
/// <remarks>
/// It owns everything stages know nothing of: queues, leases, heartbeats, retries, budgets, traces. Any number may be at work
/// on one library, in one program or many; they meet only in the store.
/// </remarks>
public sealed class Worker
{
    private readonly StageTable _stages;
    private readonly IJobStore _store;
    private readonly WorkerSurroundings _around;
    private readonly WorkerOptions _options;
    private readonly StorePatience _patience;
    private readonly ClaimGate _gate;

    /// <summary>Creates a worker.</summary>
    public Worker(StageTable stages, IJobStore store, WorkerSurroundings around, WorkerOptions options)
    {
        (_stages, _store, _around, _options) = (stages, store, around, options);
        _patience = new StorePatience(around, SpreadOf(around.Owners.Owner));
        _gate = new ClaimGate(around.FreeBytes, options, around.Notices, around.Clock);
    }

    /// <summary>Works until stopped. Then nothing more is begun, what is at work may end within the grace, and the rest is given back uncounted.</summary>
    /// <exception cref="StoreException">The store cannot be used, and will not be by waiting.</exception>
    public Task RunAsync(CancellationToken stop) => RunUntilAsync(_ => Task.FromResult(false), stop);

    /// <summary>Works until nothing waits or is at work, here or at another worker's.</summary>
    /// <exception cref="StoreException">The store cannot be used, and will not be by waiting.</exception>
    public Task RunUntilIdleAsync(CancellationToken stop) =>
        RunUntilAsync(async token => await _patience.AskAsync(_store.NextDueAsync, token).ConfigureAwait(false) is null, stop);

    /// <summary>Works until a condition holds, or until stopped.</summary>
    /// <param name="isDone">Asked between two looks for work.</param>
    /// <param name="stop">Stops the work.</param>
    /// <exception cref="StoreException">The store cannot be used, and will not be by waiting.</exception>
    public async Task RunUntilAsync(Func<CancellationToken, Task<bool>> isDone, CancellationToken stop)
    {
        var stopped = new TaskCompletionSource();
        await using var stopping = stop.Register(() => stopped.TrySetResult()).ConfigureAwait(false);
        using var giveBack = new CancellationTokenSource();
        using var abort = new CancellationTokenSource();
        var running = new List<Task>();
        try
        {
            await WorkAsync(running, lease => RunJobAsync(lease, giveBack.Token, abort.Token), isDone, stopped.Task, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped while it asked the store for something.
        }
        finally
        {
            await WindDownAsync(running, giveBack, abort).ConfigureAwait(false);
        }
    }

    private async Task WorkAsync(
        List<Task> running, Func<Lease, Task> start, Func<CancellationToken, Task<bool>> isDone, Task stopped, CancellationToken stop)
    {
        Task? ring = null;
        var (rollCalled, isQuiet) = (long.MinValue, false);
        while (!stop.IsCancellationRequested)
        {
            var left = running.Where(job => job.IsCompleted).ToList();
            foreach (var job in left)
            {
                running.Remove(job);
                await job.ConfigureAwait(false); // what a job throws is a mistake of the runner, and must not be lost
            }

            if (rollCalled == long.MinValue || _around.Clock.GetElapsedTime(rollCalled) >= _options.BetweenRollCalls)
            {
                rollCalled = _around.Clock.GetTimestamp();
                await CallTheRollAsync(stop).ConfigureAwait(false);
            }

            if (await HoldsAsync(isDone, stop).ConfigureAwait(false))
            {
                return;
            }

            var leases = await TakeAsync(_options.Slots - running.Count, isQuiet && left.Count == 0, stop).ConfigureAwait(false);
            if (stop.IsCancellationRequested)
            {
                await GiveBackAsync(leases).ConfigureAwait(false);
                return;
            }

            running.AddRange(leases.Select(start));
            isQuiet = leases.Count == 0;

            ring = ring is { IsCompleted: false } ? ring : WaitForRingAsync(stop);
            await Task.WhenAny([ring, stopped, .. running]).ConfigureAwait(false);
        }
    }

    private async Task RunJobAsync(Lease lease, CancellationToken giveBack, CancellationToken abort)
    {
        using var job = new JobRun(lease, _store, _patience, _around, _options, _gate);
        await job.RunAsync(_stages, giveBack, abort).ConfigureAwait(false);
    }

    private async Task WaitForRingAsync(CancellationToken stop)
    {
        try
        {
            await _around.Doorbell.WaitAsync(_options.BetweenLooks, stop).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is not OperationCanceledException) // a broken bell must not make its worker run in circles
        {
            await _around.PauseAsync(_options.BetweenLooks, stop).ConfigureAwait(false);
        }
    }

    private static async Task<bool> HoldsAsync(Func<CancellationToken, Task<bool>> isDone, CancellationToken stop)
    {
        try
        {
            return await isDone(stop).ConfigureAwait(false);
        }
        catch (StoreException refused) when (refused.Kind == FailureKind.Transient)
        {
            return false;
        }
    }

    // After a look that found nothing, the next only reads: claiming writes, and an idle worker should not.
    private async Task<IReadOnlyList<Lease>> TakeAsync(int free, bool isQuiet, CancellationToken stop)
    {
        if (free <= 0 || !_gate.IsOpen())
        {
            return [];
        }

        var leases = new List<Lease>();
        try
        {
            if (!isQuiet || await _patience.AskAsync(_store.NextDueAsync, stop).ConfigureAwait(false) == TimeSpan.Zero)
            {
                await ClaimAsync(leases, free, stop).ConfigureAwait(false);
            }

            _gate.Passed();
        }
        catch (StoreException refused) when (refused.Kind == FailureKind.Transient)
        {
            _gate.Close(Failures.Of(refused));
        }

        return leases;
    }

    private async Task ClaimAsync(List<Lease> leases, int free, CancellationToken stop)
    {
        foreach (var (length, names) in _stages.Queues)
        {
            var queues = _options.Queues.Count == 0 ? names : names.Intersect(_options.Queues).ToList();
            if (queues.Count > 0 && leases.Count < free)
            {
                var claim = new Claim(_around.Owners.Owner, length, free - leases.Count) { Queues = queues };
                leases.AddRange(await _patience.AskAsync(_ => _store.ClaimAsync(claim, CancellationToken.None), stop).ConfigureAwait(false));
            }
        }
    }

    // Handed out while the worker was told to stop. A claim is not cancelled on the way: what it had taken would be held by nobody.
    private async Task GiveBackAsync(IReadOnlyList<Lease> leases)
    {
        using var longest = new CancellationTokenSource(_options.LetGoAfter, _around.Clock);
        foreach (var lease in leases)
        {
            await _patience.TellAsync(token => _store.ReleaseAsync(lease, token), longest.Token).ConfigureAwait(false);
        }
    }

    private async Task CallTheRollAsync(CancellationToken stop)
    {
        try
        {
            await _around.Owners.FindDeadAsync(owner => _patience.AskAsync(token => _store.AbandonAsync(owner, token), stop).AsTask(), stop).ConfigureAwait(false);
        }
        catch (StoreException refused) when (refused.Kind == FailureKind.Transient)
        {
            // There will be another roll call.
        }
    }

    private async Task WindDownAsync(List<Task> running, CancellationTokenSource giveBack, CancellationTokenSource abort)
    {
        var all = Task.WhenAll(running);
        await SuppressedAsync(all, _options.Grace).ConfigureAwait(false);
        JobRun.CancelQuietly(giveBack);
        await SuppressedAsync(all, _options.LetGoAfter * 2).ConfigureAwait(false);
        abort.Cancel();
        await all.ConfigureAwait(false);
    }

    private async Task SuppressedAsync(Task task, TimeSpan longest) =>
        await task.WaitAsync(longest, _around.Clock, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static long SpreadOf(string owner) => owner.Aggregate(17L, (sum, letter) => unchecked((sum * 31) + letter));
}
