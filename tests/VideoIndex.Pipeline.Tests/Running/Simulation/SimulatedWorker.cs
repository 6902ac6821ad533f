using VideoIndex.Jobs;
using VideoIndex.Media;
using VideoIndex.Pipeline.Running;
using VideoIndex.Testing.Memory;

namespace VideoIndex.Pipeline.Tests.Running.Simulation;

/// <summary>A real worker in a world of its own: its time, its view of the store, its bell, its end.</summary>
internal sealed class SimulatedWorker : IOwners, IDoorbell, IProgress<WorkerNotice>
{
    private static readonly Type[] Stubs = [typeof(bool), typeof(byte), typeof(short), typeof(int), typeof(long), typeof(float), typeof(double), typeof(char)];
    private readonly World _world;
    private readonly StallableTime _time;
    private readonly CancellationTokenSource _stop = new();

    public SimulatedWorker(World world, string name, MemoryStore store, Ledger ledger)
    {
        (_world, Owner, _time) = (world, name, new StallableTime(world.Clock));
        var table = new StageTable([.. Plot.Stages.Select((stage, at) => new StageBinding(stage, Stubs[at], world.Plot.Scenes.Values.FirstOrDefault(scene => scene.Order.Key.Stage == stage)?.Order.Queue ?? Plot.Quick, PlayAsync) { LeaseLength = World.Lease })], []);
        var around = new WorkerSurroundings(this, this, () => world.Faults.IsDiskFull ? 0 : long.MaxValue, this, _time);
        var worker = new Worker(table, new ShakyStore(store, ledger, world, _time), around, new WorkerOptions
        {
            Concurrency = 1 + world.Faults.Next(4),
            Grace = TimeSpan.FromSeconds(2),
            LetGoAfter = TimeSpan.FromMilliseconds(500),
            Pause = TimeSpan.FromSeconds(1),
        });
        Running = worker.RunAsync(_stop.Token);
    }

    public string Owner { get; }

    public Task Running { get; }

    public bool IsDead { get; private set; }

    /// <summary>Whether somebody may find out that it is dead before its leases run out.</summary>
    public bool IsFound { get; private set; }

    public void Kill()
    {
        (IsDead, IsFound) = (true, _world.Faults.Strikes(0.6));
        _time.End();
    }

    public void Stall(TimeSpan time) => _time.Stall(time);

    public void Stop() => _stop.Cancel();

    public async Task FindDeadAsync(Func<string, Task> abandon, CancellationToken cancellationToken)
    {
        foreach (var dead in _world.Workers.Where(worker => worker.IsFound).ToList())
        {
            await abandon(dead.Owner);
            dead.IsFound = false;
        }
    }

    public Task RingAsync(string queue, CancellationToken cancellationToken) => _world.Bell.RingAsync(queue, cancellationToken);

    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        await _world.Bell.WaitAsync(longest, cancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(1), _time, CancellationToken.None); // whoever rang, it is in this worker's own time that it wakes
    }

    public void Report(WorkerNotice value)
    {
    }

    public void Dispose() => _stop.Dispose();

    private async Task<Effects> PlayAsync(JobOrder order, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        var scene = _world.Plot.Scenes[order.Key];
        var heard = scene.IsDeaf ? CancellationToken.None : cancellationToken;
        for (var step = 1; step <= scene.Steps; step++)
        {
            await Task.Delay(scene.Step, _time, CancellationToken.None).WaitAsync(heard); // a delay that is cancelled would go on elsewhere
            progress.Report(new StageProgress(step, scene.Steps));
        }

        switch (scene.Vice)
        {
            case Vice.FailsSometimes when _world.MayFail(order.Key, times: 2):
            case Vice.AlwaysFails:
                throw new InvalidOperationException("It broke.");
            case Vice.MeetsAFullDisk when _world.MayFail(order.Key, times: 1):
                throw new IOException("No space left on device", hresult: 28);
            case Vice.Refuses:
                throw new MediaRefusedException("unreadable", "It cannot be read.");
            case Vice.KillsItsWorker:
                for (var second = 1; second <= World.LongestScene.TotalSeconds; second++) // its neighbours of that moment are done by then
                {
                    await Task.Delay(TimeSpan.FromSeconds(1), _time, CancellationToken.None).WaitAsync(heard);
                    progress.Report(new StageProgress(scene.Steps + second, 0));
                }

                _world.Kill(this);
                await new TaskCompletionSource().Task;
                break;
            case Vice.Hangs:
                await new TaskCompletionSource().Task.WaitAsync(heard);
                break;
        }

        return scene.Effects with { Finding = new byte[1] };
    }
}
