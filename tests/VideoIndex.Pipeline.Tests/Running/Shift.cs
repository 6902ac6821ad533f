using VideoIndex.Jobs;
using VideoIndex.Pipeline.Running;
using VideoIndex.Testing.Contracts;
using VideoIndex.Testing.Memory;

namespace VideoIndex.Pipeline.Tests.Running;

/// <summary>One worker at work in virtual time, on the thread of its test, with a stage the test writes.</summary>
internal sealed class Shift : IOwners, IProgress<WorkerNotice>, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public Shift()
    {
        Store = new MemoryStore(Clock);
        Bell = new LocalDoorbell(Clock);
        Seen = Store;
    }

    public FakeTimeProvider Clock { get; } = new();

    public MemoryStore Store { get; }

    public LocalDoorbell Bell { get; }

    /// <summary>The store as the worker sees it.</summary>
    public IJobStore Seen { get; set; }

    public WorkerOptions Options { get; set; } = new() { Concurrency = 2 };

    public long FreeBytes { get; set; } = long.MaxValue;

    public List<WorkerNotice> Notices { get; } = [];

    public Func<JobOrder, IProgress<StageProgress>, CancellationToken, Task<Effects>> Stage { get; set; } = (_, _, _) => Task.FromResult(new Effects());

    public string Owner => "shift";

    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>How the jobs ended, in order: <c>Done 1</c>.</summary>
    public string Ends => string.Join(", ", Notices.OfType<WorkerNotice.Ended>().Select(ended => $"{ended.How} {ended.Lease.Order.Key.Unit}"));

    public static JobOrder Order(string unit, string stage = "cut", string queue = "frames") => new(new JobKey(stage, A.Id("film"), 1, unit), queue, "{}");

    public void Submit(params JobOrder[] orders) => Now(Store.SubmitAsync(new Effects { Orders = orders }, default));

    /// <summary>Starts the worker, and lets it come to where it waits.</summary>
    public Shift Begin(Func<Worker, CancellationToken, Task>? run = null)
    {
        var table = new StageTable([new StageBinding("cut", typeof(int), "frames", (order, progress, token) => Stage(order, progress, token))], []);
        var worker = new Worker(table, Seen, new WorkerSurroundings(Bell, this, () => FreeBytes, this, Clock), Options);
        return Here(() => Running = run is null ? worker.RunAsync(_stop.Token) : run(worker, _stop.Token)).Pass(0);
    }

    public Shift Pass(double seconds) => Here(() => Clock.Advance(TimeSpan.FromSeconds(seconds)));

    public Shift Ring() => Here(() => Bell.RingAsync("frames", default)).Pass(0);

    public Shift Stop() => Here(_stop.Cancel).Pass(0);

    public Job Job(string unit) => Assert.Single(
        Now(Store.ListAsync(new JobFilter { States = Enum.GetValues<JobState>() }, default)), job => job.Order.Key.Unit == unit);

    /// <summary>Waits in virtual time, and stops when told to.</summary>
    public Task Wait(double seconds, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromSeconds(seconds), Clock, CancellationToken.None).WaitAsync(cancellationToken);

    public Task FindDeadAsync(Func<string, Task> abandon, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Report(WorkerNotice value) => Notices.Add(value);

    public void Dispose()
    {
        Stop().Pass(120);
        _stop.Dispose();
    }

    // With the test runner's context, awaits would go on elsewhere; without, they go on where time was let pass.
    private Shift Here(Action action)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        action();
        SynchronizationContext.SetSynchronizationContext(context);
        return this;
    }

    private static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Now(Task task) => task.GetAwaiter().GetResult();
}
