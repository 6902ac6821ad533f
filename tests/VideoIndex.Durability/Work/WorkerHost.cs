using System.Runtime.InteropServices;
using VideoIndex.Durability.Faults;
using VideoIndex.Durability.Proof;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Running;

namespace VideoIndex.Durability.Work;

/// <summary>The processes of a trial: the real library, the real worker, and a store between them that can be killed.</summary>
internal static class WorkerHost
{
    // One look and one roll call take the place of a hundred: there is less time than in life. Where all is calm, a worker
    // does one thing at a time: one that is stopped at a point is then sure not to hold the library for writing.
    private static WorkerOptions OptionsOf(Trial trial) => new()
    {
        Concurrency = trial.IsCalm ? 1 : 2,
        DiskReserve = 0,
        Grace = TimeSpan.Zero,
        LetGoAfter = TimeSpan.FromMilliseconds(300),
        BetweenLooks = TimeSpan.FromMilliseconds(60),
        BetweenRollCalls = TimeSpan.FromMilliseconds(150),
        Pause = TimeSpan.FromMilliseconds(200),
    };

    /// <summary>Works until SIGTERM, or until nobody holds the other end of the input any more.</summary>
    public static async Task WorkAsync(Trial trial, string name, Fault? fault)
    {
        using var log = new EffectLog(Path.Combine(trial.LogFolder, name + ".log"));
        var points = new FaultPoints(fault, log);
        using var stop = new CancellationTokenSource();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        _ = StopWithParentAsync(stop);

        using var library = trial.Open();
        var folder = new LibraryFolder(trial.LibraryFolder);
        using var owners = OwnerLocks.Take(folder);
        var store = new WatchedStore(Variants.Of(trial.Unsafe, library, points), points, log);
        var table = new StageTable(new TreeStages(trial, store, folder, points).Bind(), []);
        var around = new WorkerSurroundings(new LocalDoorbell(TimeProvider.System), owners, () => long.MaxValue, new Silence(), TimeProvider.System);
        await new Worker(table, store, around, OptionsOf(trial)).RunAsync(stop.Token).ConfigureAwait(false);
    }

    /// <summary>Offers videos until the input ends.</summary>
    public static async Task SubmitAsync(Trial trial, string name, Fault? fault)
    {
        using var log = new EffectLog(Path.Combine(trial.LogFolder, name + ".log"));
        var points = new FaultPoints(fault, log);
        using var library = trial.Open();
        var store = new WatchedStore(Variants.Of(trial.Unsafe, library, points), points, log);
        await new Submitter(trial, library.Catalog, store, points).RunAsync(Console.In).ConfigureAwait(false);
    }

    private static async Task StopWithParentAsync(CancellationTokenSource stop)
    {
        await Task.Yield();
        await Console.In.ReadToEndAsync().ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
    }

    private sealed class Silence : IProgress<WorkerNotice>
    {
        public void Report(WorkerNotice value)
        {
        }
    }
}
