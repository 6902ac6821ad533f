using System.Globalization;
using VideoIndex.Cli.Output;
using VideoIndex.Jobs;
using VideoIndex.Pipeline.Running;

namespace VideoIndex.Cli.Commands.Work;

/// <summary>Says on standard error what this program's workers do: one line for each job that leaves them, and why they rest.</summary>
internal sealed class WorkLog(Terminal terminal) : IProgress<WorkerNotice>
{
    /// <inheritdoc/>
    public void Report(WorkerNotice value)
    {
        if (Line(value) is { } line)
        {
            terminal.Remark(line);
        }
    }

    /// <summary>Returns the line of a notice; null for one that is not worth a line.</summary>
    public static string? Line(WorkerNotice notice) => notice switch
    {
        WorkerNotice.Ended { How: JobEnd.Done } ended => $"{Name(ended.Lease)}: done",
        WorkerNotice.Ended { How: JobEnd.Failed, Failure: { } failure } ended => $"{Name(ended.Lease)}: failed: {failure.Sentence} [{failure.Code}]",
        WorkerNotice.Ended { How: JobEnd.Released } ended => $"{Name(ended.Lease)}: given back",
        WorkerNotice.Ended { How: JobEnd.Overtaken } ended => $"{Name(ended.Lease)}: taken over by another worker",
        WorkerNotice.Ended ended => $"{Name(ended.Lease)}: left to its lease; the library could not be told how it ended",
        WorkerNotice.Paused paused => $"Resting: {paused.Sentence} [{paused.Code}]",
        WorkerNotice.Resumed => "Going on.",
        _ => null,
    };

    private static string Name(Lease lease)
    {
        var key = lease.Order.Key;
        return string.Create(CultureInfo.InvariantCulture, $"job {lease.Job}, {key.Stage}{(key.Unit == "" ? "" : " " + key.Unit)} of {key.Video.ToString()[..8]}");
    }
}
