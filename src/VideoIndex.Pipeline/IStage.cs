using VideoIndex.Videos;

namespace VideoIndex.Pipeline;

/// <summary>One step of the pipeline: a command in, the event that answers it out.</summary>
/// <typeparam name="TCommand">What is asked, in the imperative: <c>AnalyzeFrames</c>.</typeparam>
/// <typeparam name="TEvent">What happened, in the past tense: <c>FramesAnalyzed</c>.</typeparam>
/// <remarks>
/// A stage knows nothing of queues, leases, retries or what comes next, and gives the same answer to the same command: it
/// may be run twice, by two workers, at the same time.
/// </remarks>
public interface IStage<in TCommand, TEvent>
    where TCommand : ICommand
{
    /// <summary>Does the work.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="progress">Is told how far the work has come; work that does not move on is taken from its worker.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Media.MediaRefusedException">The file is at fault; the same command will fail the same way.</exception>
    Task<TEvent> RunAsync(TCommand command, IProgress<StageProgress> progress, CancellationToken cancellationToken);
}

/// <summary>A command: a claim check, which says what to do to which part of which video, and carries no data.</summary>
public interface ICommand
{
    /// <summary>Gets the video.</summary>
    VideoId Video { get; }

    /// <summary>Gets which analysis of the video this belongs to.</summary>
    int Run { get; }

    /// <summary>Gets which part of the video is meant, as its name in keys; empty for the whole.</summary>
    string Unit { get; }
}

/// <summary>How far a stage has come with one command.</summary>
/// <param name="Done">What is done, in frames or the stage's own units; only what rises counts as progress.</param>
/// <param name="Whole">How much there is; 0 when that is not known.</param>
public readonly record struct StageProgress(long Done, long Whole);
