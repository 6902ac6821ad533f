using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using VideoIndex.Performance.Searching;
using VideoIndex.Sqlite;

namespace VideoIndex.Performance.Answering;

/// <summary>How long a process that was not there yet takes to its first answer, with all facets.</summary>
internal static partial class ColdStart
{
    private const int Rounds = 5;
    private const int NotNeeded = 4; // POSIX_FADV_DONTNEED

    /// <summary>Measures, and prints.</summary>
    public static async Task PrintAsync(string folder)
    {
        foreach (var isDropped in new[] { true, false })
        {
            var runs = new List<(double Inside, double Whole)>();
            for (var round = 0; round < Rounds; round++)
            {
                runs.Add(await RunAsync(folder, SpokenLibrary.Word(900 + round), isDropped).ConfigureAwait(false));
            }

            SearchBench.Print($"cold start, {(isDropped ? "the file's pages given back to the system" : "the file's pages in memory")}: from opening to the answer {Middle(runs, run => run.Inside):0} ms, most {runs.Max(run => run.Inside):0}; the whole process {Middle(runs, run => run.Whole):0} ms, most {runs.Max(run => run.Whole):0}");
        }
    }

    /// <summary>Opens a library, asks, and prints how long that took, in milliseconds. A process of its own.</summary>
    public static async Task<int> AnswerAsync(string folder, string question)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var library = SqliteLibrary.Open(folder);
        var asking = new Asking(library, await library.Facts.ContextAsync(default).ConfigureAwait(false));
        _ = await asking.AnswerAsync(asking.Request(question, withFacets: true)).ConfigureAwait(false);
        SearchBench.Print($"{TimeProvider.System.GetElapsedTime(started).TotalMilliseconds:0.0}");
        return 0;
    }

    private static double Middle(List<(double Inside, double Whole)> runs, Func<(double Inside, double Whole), double> of) => runs.Select(of).Order().ElementAt(runs.Count / 2);

    private static async Task<(double Inside, double Whole)> RunAsync(string folder, string question, bool isDropped)
    {
        if (isDropped)
        {
            GiveBack(Path.Combine(folder, SqliteLibrary.FileName));
        }

        var command = Places.Self("answers-cold", folder, question);
        var started = TimeProvider.System.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true })!;
        var inside = double.Parse(await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false), CultureInfo.InvariantCulture);
        await process.WaitForExitAsync().ConfigureAwait(false);
        return (inside, TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
    }

    private static void GiveBack(string file)
    {
        using var handle = File.OpenHandle(file, share: FileShare.ReadWrite);
        _ = Advise((int)handle.DangerousGetHandle(), 0, 0, NotNeeded);
    }

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    private static partial int Advise(int file, long from, long length, int advice);
}
