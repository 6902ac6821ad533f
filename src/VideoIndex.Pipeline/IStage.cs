namespace VideoIndex.Pipeline;

/// <summary>One step of the pipeline: a command in, the event that answers it out.</summary>
/// <typeparam name="TCommand">What is asked, in the imperative: <c>AnalyzeFrames</c>.</typeparam>
/// <typeparam name="TEvent">What happened, in the past tense: <c>FramesAnalyzed</c>.</typeparam>
/// <remarks>A stage knows nothing of queues, retries or storage, and gives the same answer to the same command.</remarks>
public interface IStage<in TCommand, TEvent>
{
    /// <summary>Does the work.</summary>
    Task<TEvent> RunAsync(TCommand command, CancellationToken cancellationToken);
}
