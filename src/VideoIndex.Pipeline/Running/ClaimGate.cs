using System.Globalization;
using VideoIndex.Jobs;

namespace VideoIndex.Pipeline.Running;

/// <summary>Whether jobs may be begun. It closes while the disk has no room to spare, and for a while after the store was full; it opens by itself.</summary>
internal sealed class ClaimGate(Func<long> freeBytes, WorkerOptions options, IProgress<WorkerNotice> notices, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private WorkerNotice.Paused? _pause;
    private (WorkerNotice.Paused Why, long Since)? _refused;

    /// <summary>Closes the gate for a while after a failure that more work would only repeat.</summary>
    public void Close(Failure failure)
    {
        lock (_gate)
        {
            _refused = (new WorkerNotice.Paused(failure.Code, failure.Sentence), clock.GetTimestamp());
        }
    }

    /// <summary>Looks whether jobs may be begun, and says so when they may not.</summary>
    public bool IsOpen()
    {
        lock (_gate)
        {
            if (WhyNot() is not { } pause)
            {
                return true;
            }

            if (pause.Code != _pause?.Code)
            {
                notices.Report(pause);
            }

            _pause = pause;
            return false;
        }
    }

    /// <summary>Notes that the store has answered: only that shows that a pause is over, not that its time has passed.</summary>
    public void Passed()
    {
        lock (_gate)
        {
            if (_pause is not null && WhyNot() is null)
            {
                _pause = null;
                notices.Report(new WorkerNotice.Resumed());
            }
        }
    }

    private WorkerNotice.Paused? WhyNot()
    {
        if (_refused is { } refused && clock.GetElapsedTime(refused.Since) < options.Pause)
        {
            return refused.Why;
        }

        var free = freeBytes();
        return free >= options.DiskReserve
            ? null
            : new WorkerNotice.Paused("disk-reserve", string.Create(
                CultureInfo.InvariantCulture,
                $"The library's disk has {free / 1_000_000:N0} MB left, less than the reserve of {options.DiskReserve / 1_000_000:N0} MB. Work goes on when there is room."));
    }
}
