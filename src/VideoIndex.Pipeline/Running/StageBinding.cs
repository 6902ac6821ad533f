using VideoIndex.Jobs;

namespace VideoIndex.Pipeline.Running;

/// <summary>A stage as the runner sees it: a queue to serve, and a function from a job to all that it changes.</summary>
/// <param name="Stage">The stage's name in job keys: <c>analyze-frames</c>.</param>
/// <param name="Command">The type of its command.</param>
/// <param name="Queue">The queue its jobs wait in.</param>
/// <param name="RunAsync">Reads the command, runs the stage, and says what follows from its event.</param>
public sealed record StageBinding(
    string Stage, Type Command, string Queue, Func<JobOrder, IProgress<StageProgress>, CancellationToken, Task<Effects>> RunAsync)
{
    /// <summary>Gets how long a worker may keep silent before the job is given to another. The default is 30 s; it reports every third of that.</summary>
    public TimeSpan LeaseLength { get; init; } = TimeSpan.FromSeconds(30);
}
