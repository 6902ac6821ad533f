using System.Diagnostics;
using VideoIndex.Inference;
using VideoIndex.Onnx.Tests.Making;

namespace VideoIndex.Onnx.Tests.Binding;

/// <summary>The memory of the process is measured, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(LifetimeTests), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Sessions are shared, closed while they run, and leave nothing behind.</summary>
[Collection(nameof(LifetimeTests))]
public sealed class LifetimeTests : IDisposable
{
    private readonly TinyModels _models = new();

    public void Dispose() => _models.Dispose();

    [OnnxFact]
    public async Task Many_threads_share_a_session_and_each_gets_its_own_answer()
    {
        using var session = _models.Open(TinyModels.Doubling);

        await Task.WhenAll(Enumerable.Range(1, 16).Select(number => Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                Assert.Equal(2f * number, Double(session, number));
            }
        })));
    }

    [OnnxFact]
    public async Task Closing_under_load_lets_runs_end_and_refuses_later_ones()
    {
        for (var round = 0; round < 5; round++)
        {
            var session = _models.Open(TinyModels.Doubling);
            using var running = new CountdownEvent(16);
            var threads = Enumerable.Range(1, 16).Select(number => Task.Factory.StartNew(
                () => RunUntilClosed(session, number, running), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();

            running.Wait();
            session.Dispose();

            Assert.All(await Task.WhenAll(threads), refusal => Assert.Equal(("closed-model", "The model was closed, and is run no more."), (refusal.Code, refusal.Message)));
        }
    }

    [OnnxFact]
    public void A_binding_outlives_its_session_in_memory_but_is_run_no_more()
    {
        var session = _models.Open(TinyModels.Doubling);
        using var binding = session.Bind([new Tensor<float>(new float[4], 1, 4)], [new Tensor<float>(new float[4], 1, 4)]);
        binding.Run();

        session.Dispose();

        Assert.Equal("closed-model", Assert.Throws<ModelException>(binding.Run).Code);
        Assert.Equal("closed-model", Assert.Throws<ModelException>(() => session.Bind([new Tensor<float>(new float[4], 1, 4)], [new Tensor<float>(new float[4], 1, 4)])).Code);
    }

    [OnnxFact]
    public void A_bound_run_reads_what_is_there_now_and_allocates_nothing()
    {
        using var session = _models.Open(TinyModels.Doubling);
        var (given, gotten) = (new Tensor<float>(new float[4], 1, 4), new Tensor<float>(new float[4], 1, 4));
        using var binding = session.Bind([given], [gotten]);
        binding.Run();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var same = true;
        for (var i = 0; i < 1000; i++)
        {
            given.Span.Fill(i);
            binding.Run();
            same &= gotten.Span[3] == 2 * i;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(same);
    }

    [OnnxFact]
    public void A_run_allocates_what_it_gives_and_little_else()
    {
        using var session = _models.Open(TinyModels.Doubling);
        var given = new Tensor<float>(new float[4000], 1000, 4);
        _ = session.Run(given);

        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = session.Run(given);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 16_000, 16_500);
    }

    [OnnxFact]
    public void Ten_thousand_runs_and_a_thousand_bindings_leave_nothing_behind()
    {
        using var session = _models.Open(TinyModels.Doubling);
        var given = new Tensor<float>(new float[40_000], 10_000, 4);
        var gotten = new Tensor<float>(new float[40_000], 10_000, 4);
        Work(session, given, gotten, rounds: 200);
        var before = Resident();

        Work(session, given, gotten, rounds: 1000);

        // Each run gives 160 KB: were one in a hundred kept, 16 MB would be.
        Assert.InRange(Resident() - before, long.MinValue, 16_000_000);
    }

    [OnnxFact]
    public void What_nobody_closed_is_let_go_of_by_the_collector()
    {
        using var session = _models.Open(TinyModels.Doubling);
        var forgotten = Forget(session);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(forgotten.IsAlive);
        Assert.Equal(6, Double(session, 3));
    }

    // A memory that a lost binding held in its place would never be given back.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Forget(IModelSession session)
    {
        var values = new float[4];
        session.Bind([new Tensor<float>(values, 1, 4)], [new Tensor<float>(new float[4], 1, 4)]).Run();
        return new WeakReference(values);
    }

    private static void Work(IModelSession session, Tensor given, Tensor gotten, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < 10; i++)
            {
                _ = session.Run(given);
            }

            using var binding = session.Bind([given], [gotten]);
            binding.Run();
        }
    }

    // The collector gives back what it holds in reserve, too: that would be taken for what was left behind.
    private static long Resident()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }

    private static float Double(IModelSession session, float number) =>
        ((Tensor<float>)session.Run(new Tensor<float>(new[] { number, 0, 0, number }, 1, 4))[0]).Span[3];

    private static ModelException RunUntilClosed(IModelSession session, int number, CountdownEvent running)
    {
        Assert.Equal(2f * number, Double(session, number));
        try
        {
            running.Signal();
            while (true)
            {
                Assert.Equal(2f * number, Double(session, number));
            }
        }
        catch (ModelException refusal)
        {
            return refusal;
        }
    }
}
