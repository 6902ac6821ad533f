using VideoIndex.Durability.Proof;
using VideoIndex.Durability.Work;

namespace VideoIndex.Durability.Faults;

/// <summary>The places before and after everything durable, at one of which this process may have been told to end.</summary>
internal sealed class FaultPoints(Fault? fault, EffectLog log)
{
    private int _times;

    /// <summary>Gets the points a worker passes.</summary>
    public static IReadOnlyList<string> OfWorker { get; } =
    [
        "claim.before", "claim.after", "abandon.before", "abandon.after", "release.before", "release.after",
        "file.written", "file.flushed", "file.renamed", "file.durable", "keep.before", "keep.after",
        .. Around("complete", Stages.All), .. Around("fail", Stages.Required), .. Around("heartbeat", Stages.Required),
    ];

    /// <summary>Gets the points a submitter passes.</summary>
    public static IReadOnlyList<string> OfSubmitter { get; } = ["submit.before", "submit.after", "ledger.before", "ledger.after"];

    /// <summary>Comes to a point; what was to happen there happens.</summary>
    public void Pass(string point)
    {
        if (fault is not null && fault.Points.Contains(point) && Interlocked.Increment(ref _times) == fault.Time)
        {
            log.Write(fault.Signal == Signals.Kill ? EffectLog.Killed : EffectLog.Stopped, point);
            Signals.Raise(fault.Signal);
        }
    }

    private static IEnumerable<string> Around(string action, IEnumerable<string> stages) =>
        stages.SelectMany(stage => new[] { $"{action}.before.{stage}", $"{action}.after.{stage}" });
}
