using VideoIndex.Cli.Alerts;
using VideoIndex.Cli.Commands.Work;
using VideoIndex.Cli.Output;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Running;

namespace VideoIndex.Cli.Indexing;

/// <summary>Indexes files with a worker of this program's own, from the first to the last.</summary>
internal static class Indexed
{
    /// <summary>Indexes them, and returns what became of each.</summary>
    public static async Task<BatchReport> RunAsync(
        LibraryHost library, MediaTools tools, IReadOnlyList<string> files, bool force, Terminal terminal, CancellationToken cancellationToken)
    {
        var board = new ProgressBoard(TimeProvider.System);
        var report = new BatchReport(terminal, board, new RunLength(library.Jobs), TimeProvider.System);
        var batch = new Batch(library.Intake(), library.Catalog, library.Jobs, library.Similar(), report);

        // Who stops it wants it stopped; what is at work is given back at once, and goes on with the next run.
        var worker = library.Worker(tools, new WorkerOptions { Grace = TimeSpan.Zero }, board);
        await Shift.RunAsync(
            [worker.RunAsync, stop => library.Sweep().RunAsync(TimeProvider.System, stop), stop => batch.IndexAsync(files, force, stop), new AlertDesk(library, terminal).RunAsync],
            cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        await new AlertDesk(library, terminal).OnceAsync(cancellationToken).ConfigureAwait(false);
        await library.Sweep().AllAsync(cancellationToken).ConfigureAwait(false);
        return report;
    }
}
