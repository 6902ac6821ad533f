using VideoIndex.Jobs;
using VideoIndex.Testing.Memory;

namespace VideoIndex.Pipeline.Tests.Running.Simulation;

/// <summary>
/// One simulation: real workers over a store in memory, on one thread, in virtual time. Workers are killed, stalled past
/// their leases and stopped; rings are lost, doubled and late; the store fails before and after it commits; disks fill;
/// clocks jump; some jobs are poison. The same seed gives the same world.
/// </summary>
internal sealed class World
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan LongestScene = TimeSpan.FromSeconds(11);
    private static readonly TimeSpan Troubles = TimeSpan.FromSeconds(60);

    // Poison is handed out ten times before it is given up, each time for a lease or until it kills; nothing else takes long.
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(15);
    private readonly MemoryStore _store;
    private readonly Ledger _ledger;
    private readonly Dictionary<JobKey, int> _failed = [];
    private int _names;

    private World(int seed, Flaw flaw)
    {
        var random = new Random(seed);
        Plot = new Plot(random);
        Faults = new Faults(random);
        Bell = new MemoryDoorbell(Clock, new RingFaults { Lost = random.Next(3) * 0.3, Doubled = 0.2, Delayed = 0.3 }, seed);
        _store = new MemoryStore(Clock, rules: null, flaw);
        _ledger = new Ledger(_store, Plot);
    }

    public FakeTimeProvider Clock { get; } = new();

    public Plot Plot { get; }

    public Faults Faults { get; }

    public MemoryDoorbell Bell { get; }

    public List<SimulatedWorker> Workers { get; } = [];

    private IEnumerable<SimulatedWorker> Alive => Workers.Where(worker => !worker.IsDead && !worker.Running.IsCompleted);

    /// <summary>Plays one seed to its end.</summary>
    /// <returns>What was not as it must be, and how often the fence refused somebody.</returns>
    public static (IReadOnlyList<string> Violations, int Refused) Play(int seed, Flaw flaw = Flaw.None)
    {
        // With a context of the test runner's, awaits would go on elsewhere.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var world = new World(seed, flaw);
            var playing = world.PlayAsync();
            world._ledger.Expect(playing.IsCompleted, "the simulation left its thread");
            world._ledger.Expect(!playing.IsFaulted, $"{playing.Exception?.InnerException}");
            return (world._ledger.Violations, world._ledger.Refused);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    public void Kill(SimulatedWorker worker)
    {
        worker.Kill();
        After(Faults.Between(100, 5000), Hire); // somebody restarts it
    }

    /// <summary>Whether a job that fails sometimes fails this time.</summary>
    public bool MayFail(JobKey key, int times)
    {
        _failed[key] = _failed.GetValueOrDefault(key) + 1;
        return _failed[key] <= times;
    }

    private async Task PlayAsync()
    {
        await _store.SubmitAsync(new Effects { Orders = Plot.Roots }, default);
        await _store.SubmitAsync(new Effects { Orders = Plot.Roots }, default); // as one does who was told that it failed
        for (var worker = 1 + Faults.Next(3); worker > 0; worker--)
        {
            Hire();
        }

        Trouble();
        Until(() => _ledger.Open == 0, Bound, () => $"{_ledger.Open} jobs were not settled in time");
        Pass(Lease * 4); // for the dead to walk

        foreach (var worker in Alive.ToList())
        {
            worker.Stop();
        }

        Until(() => !Alive.Any(), TimeSpan.FromMinutes(1), () => "a worker did not stop");
        foreach (var worker in Workers.Where(worker => worker.Running.IsCompleted))
        {
            await worker.Running; // throws what it threw
        }

        await _ledger.CheckAsync();
    }

    private void Hire() => Workers.Add(new SimulatedWorker(this, $"worker {++_names}", _store, _ledger));

    private void Trouble()
    {
        if (Faults.Accidents == 0 || Clock.Elapsed > Troubles)
        {
            Faults.IsDiskFull = false;
            return;
        }

        After(TimeSpan.FromMinutes(1) / Faults.Accidents * 2 * (Faults.Next(1000) / 1000.0), () =>
        {
            Strike();
            Trouble();
        });
    }

    private void Strike()
    {
        var alive = Alive.ToList();
        if (alive.Count == 0)
        {
            return;
        }

        var victim = alive[Faults.Next(alive.Count)];
        switch (Faults.Next(6))
        {
            case 0 when Faults.MaySpendDelivery():
                Kill(victim);
                break;
            case 1 or 2 when Faults.MaySpendDelivery():
                victim.Stall(Faults.Between(500, 12_000));
                break;
            case 3:
                victim.Stop();
                After(Faults.Between(100, 5000), Hire);
                break;
            case 4:
                Clock.Jump(TimeSpan.FromHours(Faults.Next(3) - 1));
                break;
            case 5:
                Faults.IsDiskFull = true;
                After(Faults.Between(500, 10_000), () => Faults.IsDiskFull = false);
                break;
        }
    }

    private void After(TimeSpan time, Action action) => Clock.CreateTimer(_ => action(), null, time, Timeout.InfiniteTimeSpan);

    private void Pass(TimeSpan time) => Clock.Advance(time);

    private void Until(Func<bool> holds, TimeSpan bound, Func<string> violation)
    {
        var until = Clock.Elapsed + bound;
        while (!holds() && Clock.Elapsed < until && Clock.AdvanceToNext())
        {
        }

        _ledger.Expect(holds(), violation());
    }
}
