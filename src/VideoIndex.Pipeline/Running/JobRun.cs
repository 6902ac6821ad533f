using VideoIndex.Jobs;

namespace VideoIndex.Pipeline.Running;

/// <summary>Does one job: runs its stage, reports progress to the store, and tells it how the job ended.</summary>
internal sealed class JobRun(Lease lease, IJobStore store, StorePatience patience, WorkerSurroundings around, WorkerOptions options, ClaimGate gate)
    : IProgress<StageProgress>, IDisposable
{
    private readonly CancellationTokenSource _overtaken = new();
    private long _done;
    private (JobEnd How, Failure? Failure)? _end;

    /// <summary>Does the job. Returns when it has left this worker; throws only what a host must know of.</summary>
    /// <param name="stages">Which stage does it.</param>
    /// <param name="giveBack">Cancelled when the worker will wait no longer: the stage is stopped and the job released.</param>
    /// <param name="abort">Cancelled when the store is to be told nothing more.</param>
    public async Task RunAsync(StageTable stages, CancellationToken giveBack, CancellationToken abort)
    {
        await around.HopAsync().ConfigureAwait(false);
        using var span = Telemetry.Start(lease);
        var (started, meter) = (around.Clock.GetTimestamp(), CostMeter.Start());
        around.Notices.Report(new WorkerNotice.Begun(lease));

        var (effects, exception) = await DoAsync(stages, giveBack, abort).ConfigureAwait(false);
        var took = around.Clock.GetElapsedTime(started);
        var cost = new JobCost((long)took.TotalMilliseconds, (long)meter.Cpu.TotalMilliseconds, meter.BytesRead);
        effects = effects is null ? null : Telemetry.Carry(span, lease, effects with { Cost = cost });

        var (how, failure) = _end ?? await ToldAsync(() => TellAsync(effects, exception, giveBack, abort)).ConfigureAwait(false);
        Telemetry.Count(span, lease, how, failure, took);
        around.Notices.Report(new WorkerNotice.Ended(lease, how, failure));
    }

    /// <inheritdoc/>
    public void Report(StageProgress value)
    {
        var before = Volatile.Read(ref _done);
        while (value.Done > before)
        {
            var seen = Interlocked.CompareExchange(ref _done, value.Done, before);
            if (seen == before)
            {
                around.Notices.Report(new WorkerNotice.Moved(lease, value));
                return;
            }

            before = seen;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _overtaken.Dispose();

    /// <summary>Cancels. What a stage's own cleaning up throws then is of no interest: its work is not kept.</summary>
    internal static void CancelQuietly(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (AggregateException)
        {
            // It was cancelled all the same.
        }
    }

    private async Task<(Effects? Effects, Exception? Exception)> DoAsync(StageTable stages, CancellationToken giveBack, CancellationToken abort)
    {
        if (!stages.TryFind(lease.Order.Key.Stage, out var binding))
        {
            return (null, new StageUnknownException(lease.Order.Key.Stage));
        }

        using var ended = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(giveBack, _overtaken.Token);
        var beating = BeatAsync(ended.Token, abort);
        try
        {
            var work = binding.RunAsync(lease.Order, this, stop.Token);
            await ((Task)work).WaitAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return (await work.WaitAsync(options.LetGoAfter, around.Clock, CancellationToken.None).ConfigureAwait(false), null);
        }
        catch (Exception exception) // whatever a stage throws is a failure of its job, never of the worker
        {
            return (null, exception);
        }
        finally
        {
            ended.Cancel();
            await beating.ConfigureAwait(false);
        }
    }

    // Tells the store while the work moves on. When it has stood still for a whole lease, the lease has run out, and the try is
    // over whether or not somebody else is there to take the job: a hung stage must not hold its slot for ever.
    private async Task BeatAsync(CancellationToken ended, CancellationToken abort)
    {
        var (told, lastTold) = (0L, around.Clock.GetTimestamp());
        while (true)
        {
            await around.PauseAsync(lease.Length / 3, ended).ConfigureAwait(false);
            if (ended.IsCancellationRequested)
            {
                return;
            }

            var (done, now) = (Volatile.Read(ref _done), around.Clock.GetTimestamp());
            if (done > told)
            {
                switch (await HeardAsync(done, ended).ConfigureAwait(false))
                {
                    case true:
                        (told, lastTold) = (done, now);
                        break;
                    case false:
                        CancelQuietly(_overtaken);
                        return;
                }
            }
            else if (around.Clock.GetElapsedTime(lastTold, now) >= lease.Length)
            {
                _end = await ToldAsync(() => FailAsync(new StoodStillException(lease), abort)).ConfigureAwait(false);
                CancelQuietly(_overtaken);
                return;
            }
        }
    }

    // Null when the store could not be asked. There are two more beats before the lease runs out.
    private async Task<bool?> HeardAsync(long done, CancellationToken ended)
    {
        try
        {
            return await store.HeartbeatAsync(lease, done, ended).ConfigureAwait(false);
        }
        catch (Exception silent) when (silent is StoreException or OperationCanceledException)
        {
            return null;
        }
    }

    private static async Task<(JobEnd How, Failure? Failure)> ToldAsync(Func<Task<(JobEnd How, Failure? Failure)>> tell)
    {
        try
        {
            return await tell().ConfigureAwait(false);
        }
        catch (Exception untold) when (untold is StoreException or OperationCanceledException)
        {
            return (JobEnd.Untold, null);
        }
    }

    private async Task<(JobEnd How, Failure? Failure)> TellAsync(Effects? effects, Exception? exception, CancellationToken giveBack, CancellationToken abort)
    {
        if (effects is not null)
        {
            return await CompleteAsync(effects, abort).ConfigureAwait(false);
        }

        if (_overtaken.IsCancellationRequested)
        {
            return (JobEnd.Overtaken, null);
        }

        if (giveBack.IsCancellationRequested)
        {
            var released = await patience.TellAsync(token => store.ReleaseAsync(lease, token), abort).ConfigureAwait(false);
            return (released ? JobEnd.Released : JobEnd.Overtaken, null);
        }

        return await FailAsync(exception!, abort).ConfigureAwait(false);
    }

    private async Task<(JobEnd How, Failure? Failure)> CompleteAsync(Effects effects, CancellationToken abort)
    {
        bool done;
        try
        {
            done = await patience.TellAsync(token => store.CompleteAsync(lease, effects, token), abort).ConfigureAwait(false);
        }
        catch (Exception unstorable) when (unstorable is not (StoreException or OperationCanceledException))
        {
            return await FailAsync(unstorable, abort).ConfigureAwait(false);
        }

        if (!done)
        {
            return (JobEnd.Overtaken, null);
        }

        await RingAsync(effects, abort).ConfigureAwait(false);
        return (JobEnd.Done, null);
    }

    private async Task RingAsync(Effects effects, CancellationToken abort)
    {
        try
        {
            foreach (var queue in effects.Orders.Select(order => order.Queue).Distinct())
            {
                await around.Doorbell.RingAsync(queue, abort).ConfigureAwait(false);
            }
        }
        catch (Exception) // a bell that is broken is as good as one that nobody hears: what was ordered is found by looking
        {
        }
    }

    private async Task<(JobEnd How, Failure? Failure)> FailAsync(Exception exception, CancellationToken abort)
    {
        var failure = Failures.Of(exception);
        if (Failures.CallsForAPause(exception))
        {
            gate.Close(failure);
        }

        var failed = await patience.TellAsync(token => store.FailAsync(lease, failure, token), abort).ConfigureAwait(false);
        return failed ? (JobEnd.Failed, failure) : (JobEnd.Overtaken, null);
    }
}

/// <summary>This program has no such stage; another, newer or older one, ordered the job.</summary>
internal sealed class StageUnknownException(string stage) : Exception($"This program has no stage '{stage}'; the job was ordered by another version.");

/// <summary>A stage has not moved on for a whole lease.</summary>
internal sealed class StoodStillException(Lease lease) : Exception($"The stage '{lease.Order.Key.Stage}' has not moved on for {lease.Length.TotalSeconds:0} s.");
