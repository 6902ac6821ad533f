using System.Globalization;
using VideoIndex.Durability.Faults;
using VideoIndex.Jobs;
using VideoIndex.Media;
using VideoIndex.Pipeline;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Running;

namespace VideoIndex.Durability.Work;

/// <summary>The stages: each job behaves as its nature is, then does what the real stage of its name does, in small.</summary>
internal sealed class TreeStages(Trial trial, IJobStore jobs, LibraryFolder library, FaultPoints points)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    private const int SlowSteps = 15; // 0.75 s, more than a lease

    /// <summary>Binds the stages to their queues. The commands are only names here.</summary>
    public IReadOnlyList<StageBinding> Bind() =>
    [
        Of(Stages.Probe, typeof(ProbeTree), (tree, _) => Known(tree.NatureOf(tree.Probe) == Nature.Refuses ? Flow.Refuse(tree) : Flow.AfterProbe(tree))),
        Of(Stages.Plan, typeof(PlanTree), (tree, _) => Known(Flow.AfterPlan(tree))),
        Of(Stages.Survey, typeof(SurveyTree), (tree, _) => Known(Flow.AfterSurvey(tree))),
        Of(Stages.Part, typeof(WorkOnPart), (tree, key) => Known(Flow.AfterPart(new PartFile(library, points).Write(tree, key)))),
        Of(Stages.Assemble, typeof(AssembleTree), AssembleAsync),
        Of(Stages.Index, typeof(IndexTree), IndexAsync),
    ];

    private StageBinding Of(string stage, Type command, Func<Tree, JobKey, Task<Effects>> work) =>
        new(stage, command, stage == Stages.Part ? "parts" : "quick", async (order, progress, cancellationToken) =>
        {
            var tree = trial.Forest[int.Parse(order.Payload, CultureInfo.InvariantCulture)];
            await BehaveAsync(tree, order.Key, progress, cancellationToken).ConfigureAwait(false);
            var effects = await work(tree, Variants.KeyOf(order.Key)).ConfigureAwait(false);
            CostMeter.Current?.AddBytes(tree.WeightOf(Variants.KeyOf(order.Key)));
            return effects;
        })
        {
            LeaseLength = Trial.LeaseLength,
        };

    private async Task BehaveAsync(Tree tree, JobKey key, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        switch (tree.NatureOf(key))
        {
            case Nature.Throws:
                throw new InvalidOperationException("It was made to fail.");
            case Nature.Permanent:
                throw new MediaRefusedException("made-to-fail", "It was made to fail for good.");
            case Nature.Crashes:
                Signals.Crash();
                break;
            case Nature.Hangs:
                await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
                break;
            case Nature.Transient when IsFirstTry(key):
                throw new IOException("It was made to fail once.");
            case Nature.Slow:
                for (var step = 1; step <= SlowSteps; step++)
                {
                    await Task.Delay(Step, cancellationToken).ConfigureAwait(false);
                    progress.Report(new StageProgress(step, SlowSteps));
                }

                break;
            default:
                await Task.Delay(tree.LengthOf(key), cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private bool IsFirstTry(JobKey key)
    {
        var note = Path.Combine(trial.TriesFolder, key.ToString().Replace('/', '-'));
        if (File.Exists(note))
        {
            return false;
        }

        File.WriteAllText(note, "");
        return true;
    }

    private async Task<Effects> AssembleAsync(Tree tree, JobKey key) =>
        Flow.AfterAssemble(tree, await jobs.ReadFindingsAsync(Stages.Part, tree.Id, key.Run, CancellationToken.None).ConfigureAwait(false));

    private async Task<Effects> IndexAsync(Tree tree, JobKey key)
    {
        if (key == tree.FirstIndex)
        {
            return Flow.AfterFirstIndex(tree);
        }

        var finding = await jobs.ReadFindingAsync(tree.Assemble, CancellationToken.None).ConfigureAwait(false)
            ?? throw new InvalidOperationException("What was assembled is gone.");
        var parts = Flow.ReadAssembled(finding);
        foreach (var (unit, file) in parts)
        {
            points.Pass("keep.before");
            if (!library.Keep(file, Flow.PlaceOf(tree, unit)))
            {
                throw new InvalidOperationException($"'{file}' is gone.");
            }

            points.Pass("keep.after");
        }

        library.MakeSure(tree.Id);
        return Flow.AfterIndex(tree, [.. parts.Select(part => part.Unit)]);
    }

    private static Task<Effects> Known(Effects effects) => Task.FromResult(effects);

    private sealed record ProbeTree;

    private sealed record PlanTree;

    private sealed record SurveyTree;

    private sealed record WorkOnPart;

    private sealed record AssembleTree;

    private sealed record IndexTree;
}
