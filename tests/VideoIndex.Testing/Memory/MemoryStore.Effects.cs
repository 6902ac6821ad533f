using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Memory;

/// <content>What follows from a job's end, and when a run is over.</content>
public sealed partial class MemoryStore
{
    public Task<ReadOnlyMemory<byte>?> ReadFindingAsync(JobKey key, CancellationToken cancellationToken) =>
        InTransaction(() => _findings.TryGetValue(key, out var finding) ? finding : (ReadOnlyMemory<byte>?)null);

    public Task<IReadOnlyList<Finding>> ReadFindingsAsync(string stage, VideoId video, int run, CancellationToken cancellationToken) =>
        InTransaction<IReadOnlyList<Finding>>(() =>
        [
            .. _findings.Where(finding => finding.Key.Stage == stage && finding.Key.Video == video && finding.Key.Run == run)
                .OrderBy(finding => finding.Key.Unit, StringComparer.Ordinal)
                .Select(finding => new Finding(finding.Key.Unit, finding.Value)),
        ]);

    /// <summary>Throws before anything is changed: what cannot be stored must not be stored in part.</summary>
    private static void Check(Effects effects)
    {
        if (effects.Change is CatalogChange.Publish { Video.Contents: var contents })
        {
            ArgumentNullException.ThrowIfNull(contents.Shots);
            ArgumentNullException.ThrowIfNull(contents.Transcripts);
            ArgumentNullException.ThrowIfNull(contents.Tags);
        }
    }

    private void Apply(Effects effects, MemoryJob? by)
    {
        if (effects.Change is { } change)
        {
            Change(change);
            EndRuns(change); // before its orders: they are of after the run
        }

        foreach (var fanIn in effects.FanIns)
        {
            _fanIns.TryAdd(fanIn.Name, new MemoryFanIn(fanIn, by?.Number));
        }

        Order(effects.Orders, by);
        foreach (var empty in effects.FanIns.Where(fanIn => fanIn.Parts == 0))
        {
            Order([empty.Then], by);
        }
    }

    private void Order(IEnumerable<JobOrder> orders, MemoryJob? by)
    {
        foreach (var order in orders)
        {
            if (!_byKey.ContainsKey(order.Key) || flaw == Flaw.NoDedupe)
            {
                var job = new MemoryJob(++_lastNumber, order, by?.Number, clock.GetUtcNow()) { Due = Now };
                _jobs.Add(job.Number, job);
                _byKey[order.Key] = job;
            }
        }
    }

    /// <summary>Counts a job that ended, and opens what waits for it when it was the last.</summary>
    private void Settle(MemoryJob job)
    {
        if (job.Order.FanIn is not { } name || !_fanIns.TryGetValue(name, out var fanIn))
        {
            return;
        }

        fanIn.Settled++;
        if (fanIn.Settled == fanIn.FanIn.Parts || (flaw == Flaw.FanInOpensTwice && fanIn.Settled == fanIn.FanIn.Parts - 1))
        {
            if (_byKey.TryGetValue(fanIn.FanIn.Then.Key, out var before) && flaw != Flaw.FanInStaysClosed)
            {
                ForgetWithAllThatFollowed(before);
            }

            var orderedBy = fanIn.OrderedBy is { } number && _jobs.TryGetValue(number, out var parent) ? parent : null;
            Order([fanIn.FanIn.Then], orderedBy);
        }
    }

    private void ForgetWithAllThatFollowed(MemoryJob job)
    {
        foreach (var fanIn in _fanIns.Values.Where(fanIn => fanIn.OrderedBy == job.Number).ToList())
        {
            _fanIns.Remove(fanIn.FanIn.Name);
        }

        foreach (var child in _jobs.Values.Where(child => child.OrderedBy == job.Number).ToList())
        {
            ForgetWithAllThatFollowed(child);
        }

        Forget(job);
    }

    private void Forget(MemoryJob job)
    {
        _jobs.Remove(job.Number);
        _byKey.Remove(job.Order.Key);
        _findings.Remove(job.Order.Key);
    }

    /// <summary>
    /// Forgets the jobs and findings of runs that a change has ended. One whose result is final but lacks what a dead or
    /// discarded job would have found is kept, so that the job can still be retried.
    /// </summary>
    private void EndRuns(CatalogChange? change)
    {
        switch (change)
        {
            case CatalogChange.Accept { Video: var video } when flaw != Flaw.EarlierRunsStay:
                ForgetRuns(video.Id, run => run < video.Run);
                break;
            case CatalogChange.Refuse { Video: var video } when flaw != Flaw.RefusedRunStays:
                ForgetRuns(video.Id, run => run <= video.Run);
                break;
            case CatalogChange.Publish { Final: true, Video.Contents.Video: var video } when flaw != Flaw.FindingsStay:
                if (!JobsOf(video.Id, run => run == video.Run).Any(job => job.State is JobState.Dead or JobState.Discarded))
                {
                    ForgetRuns(video.Id, run => run <= video.Run);
                }

                break;
        }
    }

    // A job of a run that is over, once done, is forgotten: it may be ordered anew.
    private void ForgetIfOver(JobKey key)
    {
        if (IsFinished(key.Video) && _videos[key.Video].Contents.Video.Run == key.Run && JobsOf(key.Video, run => run == key.Run).All(job => job.State == JobState.Done))
        {
            ForgetRuns(key.Video, run => run == key.Run);
        }
    }

    private void ForgetRuns(VideoId video, Func<int, bool> isOver)
    {
        foreach (var job in JobsOf(video, isOver).ToList())
        {
            Forget(job);
        }

        foreach (var key in _findings.Keys.Where(key => key.Video == video && isOver(key.Run)).ToList())
        {
            _findings.Remove(key);
        }

        foreach (var fanIn in _fanIns.Values.Where(fanIn => fanIn.FanIn.Then.Key.Video == video && isOver(fanIn.FanIn.Then.Key.Run)).ToList())
        {
            _fanIns.Remove(fanIn.FanIn.Name);
        }
    }

    private IEnumerable<MemoryJob> JobsOf(VideoId video, Func<int, bool> isWanted) =>
        _jobs.Values.Where(job => job.Order.Key.Video == video && isWanted(job.Order.Key.Run));
}
