using System.Globalization;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Output;

/// <summary>Prints everything known of a job for people.</summary>
internal static class JobPage
{
    /// <summary>Prints it.</summary>
    /// <param name="job">The job.</param>
    /// <param name="video">Its video; null when that is no longer in the library.</param>
    /// <param name="terminal">Where to.</param>
    public static void Print(Job job, Video? video, Terminal terminal)
    {
        var key = job.Order.Key;
        terminal.Say($"job {job.Number}  {key.Stage}  {JobShape.Spelled(job.State)}");
        Row("video", $"{key.Video}{(video is null ? "" : $"  {video.Path}")}");
        Row("part", key.Unit == "" ? "the whole" : key.Unit);
        Row("run", key.Run.ToString(CultureInfo.InvariantCulture));
        Row("queue", $"{job.Order.Queue}, priority {job.Order.Priority}");
        Row("ordered", Stamp(job.Ordered));
        Row("given out", $"{Counts.Of(job.Deliveries, "time")}, failed {Counts.Of(job.Failures, "time")}");
        if (job.Owner is { } owner)
        {
            Row("at work", $"{owner}, has come to {job.Progress}");
        }

        if (job.Order.FanIn is { } gathered)
        {
            Row("part of", gathered);
        }

        if (job.Order.Trace is { } trace)
        {
            Row("trace", trace);
        }

        Row("command", job.Order.Payload);
        PrintFailures(job, terminal);
        if (RetryOf(job) is { } retry)
        {
            terminal.Say();
            terminal.Say($"Have it tried again: {retry}");
        }

        void Row(string name, string text) => terminal.Say($"{name,-10}  {Marks.OneLine(text)}");
    }

    /// <summary>Returns the command that has a job tried again; null for one that is not given up.</summary>
    public static string? RetryOf(Job job) => job.State is JobState.Dead or JobState.Discarded ? $"videoindex jobs retry {job.Number}" : null;

    private static void PrintFailures(Job job, Terminal terminal)
    {
        if (job.History is [])
        {
            return;
        }

        terminal.Say();
        terminal.Say(Counts.Of(job.History.Count, "failure"));
        foreach (var (at, failure) in job.History)
        {
            terminal.Say($"  {Stamp(at)}  {JobFailureShape.Spelled(failure.Kind)}  {Marks.OneLine(failure.Sentence)} [{failure.Code}]");
            terminal.Say($"      fingerprint {failure.Fingerprint}");
        }
    }

    private static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff 'UTC'", CultureInfo.InvariantCulture);
}
