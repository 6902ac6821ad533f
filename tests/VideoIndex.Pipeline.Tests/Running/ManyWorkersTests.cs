using System.Collections.Concurrent;
using VideoIndex.Jobs;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Running;
using VideoIndex.Testing.Memory;

namespace VideoIndex.Pipeline.Tests.Running;

/// <summary>What the simulation cannot show: real threads, real locks, the real clock.</summary>
public sealed class ManyWorkersTests : IDisposable
{
    private const int Jobs = 300;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workers-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Many_workers_on_many_threads_do_every_job_once()
    {
        var (store, done) = (new MemoryStore(TimeProvider.System), new ConcurrentBag<string>());
        await store.SubmitAsync(new Effects
        {
            Orders = [.. Enumerable.Range(0, Jobs).Select(at => Shift.Order($"{at}") with { FanIn = "all" })],
            FanIns = [new FanIn("all", Jobs, Shift.Order("last"))],
        }, default);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WorkAsync(store, done)));

        Assert.Equal(Jobs + 1, done.Count);
        Assert.Equal(Jobs + 1, done.Distinct().Count());
        var jobs = await store.ListAsync(new JobFilter { States = [JobState.Done] }, default);
        Assert.Equal(Jobs + 1, jobs.Count);
    }

    private async Task WorkAsync(MemoryStore store, ConcurrentBag<string> done)
    {
        using var owner = OwnerLocks.Take(new LibraryFolder(_folder.FullName));
        var tries = new ConcurrentDictionary<string, int>();
        var table = new StageTable(
            [
                new StageBinding("cut", typeof(int), "frames", async (order, progress, _) =>
                {
                    await Task.Yield();
                    progress.Report(new StageProgress(1, 1));
                    return order.Key.Unit.EndsWith('7') && tries.AddOrUpdate(order.Key.Unit, 1, (_, before) => before + 1) == 1
                        ? throw new InvalidOperationException("It broke.")
                        : new Effects();
                }),
            ],
            []);
        var notices = new Noted(notice =>
        {
            if (notice is WorkerNotice.Ended { How: JobEnd.Done, Lease.Order.Key.Unit: var unit })
            {
                done.Add(unit);
            }
        });
        var around = new WorkerSurroundings(new LocalDoorbell(TimeProvider.System), owner, () => long.MaxValue, notices, TimeProvider.System);
        await new Worker(table, store, around, new WorkerOptions { Concurrency = 4 }).RunUntilIdleAsync(default);
    }

    private sealed class Noted(Action<WorkerNotice> note) : IProgress<WorkerNotice>
    {
        public void Report(WorkerNotice value) => note(value);
    }
}
