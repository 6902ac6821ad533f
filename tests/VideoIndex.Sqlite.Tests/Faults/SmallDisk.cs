using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using VideoIndex.Jobs;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Sqlite.Tests.Faults;

/// <summary>Runs on a small disk of its own: a mount that only one process and its children see.</summary>
public static class SmallDisk
{
    private const string Ballast = "ballast";

    /// <summary>What the tests start on the small disk.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        Console.WriteLine(arguments switch
        {
            ["fill", var folder] => await FillAsync(folder),
            ["migrate", var folder] => Migrate(folder),
            _ => "Say: fill FOLDER, or migrate FOLDER",
        });
        return 0;
    }

    /// <summary>Runs a shell's command where <c>$1</c> is an empty disk of a size and <c>$2</c> this program. Returns what was said, and how it ended.</summary>
    public static async Task<(string Said, int ExitCode)> RunAsync(string command, string size)
    {
        using var folder = new LibraryFolder();
        var script = $"mount -t tmpfs -o size={size} tmpfs \"$1\" && {command}";
        var start = new ProcessStartInfo("unshare", ["-Urm", "sh", "-c", script, "sh", folder.Path, typeof(SmallDisk).Assembly.Location])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (said.Trim() + await errors, process.ExitCode);
    }

    // Works until the disk is full, again when there is room, and says what became of what was acknowledged.
    private static async Task<string> FillAsync(string folder)
    {
        var ballast = Path.Combine(folder, Ballast);
        await File.WriteAllBytesAsync(ballast, new byte[2_000_000]);
        using var library = SqliteLibrary.Open(folder);
        var done = new List<JobKey>();
        var refusals = new List<string>();
        for (var round = 0; round < 3; round++) // full once, and it stays full; then there is room
        {
            if (round == 2)
            {
                File.Delete(ballast);
            }

            refusals.Add(await WorkUntilRefusedAsync(library.Jobs, done, most: round == 2 ? done.Count + 5 : int.MaxValue));
        }

        var found = 0;
        foreach (var key in done)
        {
            found += await library.Jobs.ReadFindingAsync(key, default) is { Length: 20_000 } ? 1 : 0;
        }

        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, SqliteLibrary.FileName)};Pooling=False");
        connection.Open();
        var integrity = connection.Rows("PRAGMA integrity_check", row => row.GetString(0))[0];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(", ", refusals)}; {(done.Count > 50 ? "many" : "few")} done, {done.Count - found} lost, integrity {integrity}");
    }

    // Opens an old library where there is no room for its backup, and again where there is.
    private static string Migrate(string folder)
    {
        var (file, ballast) = (Path.Combine(folder, SqliteLibrary.FileName), Path.Combine(folder, Ballast));
        OldLibrary.Create(file);
        var room = new DriveInfo(folder).AvailableFreeSpace;
        File.WriteAllBytes(ballast, new byte[room - (new FileInfo(file).Length / 2)]);
        var refused = Record.Exception(() => SqliteLibrary.Open(folder)) as LibraryException;
        var left = string.Join(' ', Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order());
        File.Delete(ballast);
        using var library = SqliteLibrary.Open(folder);
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return $"{refused?.Code}; {left}; {OldLibrary.Describe(connection)}";
    }

    private static async Task<string> WorkUntilRefusedAsync(IJobStore jobs, List<JobKey> done, int most)
    {
        try
        {
            await jobs.AbandonAsync("me", default); // the job whose end was refused
            while (done.Count < most)
            {
                var key = new JobKey("work", A.Id("film"), 1, $"{done.Count}");
                await jobs.SubmitAsync(new Effects { Orders = [new JobOrder(key, "work", "{}")] }, default);
                var lease = (await jobs.ClaimAsync(new Claim("me", TimeSpan.FromMinutes(1)), default))[0];
                await jobs.CompleteAsync(lease, new Effects { Finding = Encoding.UTF8.GetBytes(new string('x', 20_000)) }, default);
                done.Add(lease.Order.Key);
            }

            return "resumed";
        }
        catch (LibraryException refused)
        {
            return $"{refused.Code} ({refused.Kind})";
        }
    }
}

/// <summary>A test that needs a disk of its own, which not every system lets an unprivileged user have.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = Answer.Value;

    private static Lazy<string?> Answer { get; } = new(() =>
    {
        try
        {
            using var trial = Process.Start(new ProcessStartInfo("unshare", ["-Urm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]) { RedirectStandardError = true })!;
            trial.WaitForExit();
            return trial.ExitCode == 0 ? null : "This system lets no unprivileged user mount a small disk.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "There is no 'unshare' here to mount a small disk with.";
        }
    });
}
