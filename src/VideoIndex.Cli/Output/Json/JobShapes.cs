using System.Text.Json.Nodes;
using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Output.Json;

internal sealed record JobListShape(IReadOnlyList<JobShape> Jobs);

internal sealed record JobVerdictShape(string Verdict, IReadOnlyList<long> Jobs);

internal sealed record JobFailureShape(string? At, string Kind, string Code, string Sentence, string Fingerprint)
{
    public static JobFailureShape Of(Failure failure, DateTimeOffset? at) =>
        new(at?.ToString("O", null), Spelled(failure.Kind), failure.Code, failure.Sentence, failure.Fingerprint);

    public static string Spelled(FailureKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>A job in a list.</summary>
internal sealed record JobShape
{
    public required long Job { get; init; }

    public required string Stage { get; init; }

    public required string Video { get; init; }

    public required int Run { get; init; }

    public required string Unit { get; init; }

    public required string Queue { get; init; }

    public required int Priority { get; init; }

    public required string State { get; init; }

    public required int Deliveries { get; init; }

    public required int Failures { get; init; }

    public required string Ordered { get; init; }

    public string? Owner { get; init; }

    public required long Progress { get; init; }

    public JobFailureShape? LastFailure { get; init; }

    public static string Spelled(JobState state) => state.ToString().ToLowerInvariant();

    public static JobShape Of(Job job) => new()
    {
        Job = job.Number,
        Stage = job.Order.Key.Stage,
        Video = job.Order.Key.Video.ToString(),
        Run = job.Order.Key.Run,
        Unit = job.Order.Key.Unit,
        Queue = job.Order.Queue,
        Priority = job.Order.Priority,
        State = Spelled(job.State),
        Deliveries = job.Deliveries,
        Failures = job.Failures,
        Ordered = job.Ordered.ToString("O", null),
        Owner = job.Owner,
        Progress = job.Progress,
        LastFailure = job.LastFailure is { } failure ? JobFailureShape.Of(failure, at: null) : null,
    };
}

internal sealed record JobPageShape(
    JobShape Job, string? Path, JsonNode? Command, string? FanIn, string? Trace, IReadOnlyList<JobFailureShape> History, string? Retry)
{
    public static JobPageShape Of(Job job, Video? video) => new(
        JobShape.Of(job),
        video?.Path,
        JsonNode.Parse(job.Order.Payload),
        job.Order.FanIn,
        job.Order.Trace,
        [.. job.History.Select(past => JobFailureShape.Of(past.Failure, past.At))],
        JobPage.RetryOf(job));
}
