using System.Diagnostics;
using VideoIndex.Durability.Faults;
using VideoIndex.Sqlite;

namespace VideoIndex.Durability.Tests;

/// <summary>The real program on real clips: killed again and again, it finds what it finds undisturbed, byte for byte.</summary>
public sealed class RealClipTests
{
    // A job is given up after ten deliveries, and each kill may be one.
    private const int Kills = 8;

    [FixtureTheory]
    [InlineData("sannies__mp4parser/count-video.mp4", 1)]
    public Task What_is_found_does_not_depend_on_kills(string clip, int seed) => CompareAsync(clip, seed);

    [FixtureTheory]
    [Trait("Speed", "Slow")]
    [InlineData("videojs__mux.js/sintel-captions.ts", 2)]
    [InlineData("Zulko__moviepy/smpte-2997.mp4", 3)]
    [InlineData("Breakthrough__PySceneDetect/testvideo.mp4", 4)]
    [InlineData("Breakthrough__PySceneDetect/testvideo.mp4", 5)]
    [InlineData("webrtc__samples/chrome.mp4", 6)]
    [InlineData("WyattBlue__auto-editor/example.mp4", 7)]
    public Task Nor_for_longer_clips(string clip, int seed) => CompareAsync(clip, seed);

    private static async Task CompareAsync(string clip, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("videoindex-real-");
        var (calm, wild) = (Path.Combine(folder.FullName, "calm"), Path.Combine(folder.FullName, "wild"));
        var undisturbed = TimeProvider.System.GetTimestamp();
        Assert.Equal(0, await EndAsync(Index(clip, calm)));
        var took = TimeProvider.System.GetElapsedTime(undisturbed);

        var (random, kills) = (new Random(seed), 0);
        while (kills < Kills && !await IsFinishedAsync(wild))
        {
            using var program = kills % 2 == 0 ? Index(clip, wild) : Start("work", "--library", wild);
            await Task.Delay(took * (0.2 + (0.5 * random.NextDouble())));
            program.Refresh();
            if (!program.HasExited)
            {
                Signals.Send(program.Id, Signals.Kill);
            }

            kills += await EndAsync(program) == 128 + Signals.Kill ? 1 : 0;
        }

        Assert.Equal(0, await EndAsync(Index(clip, wild)));
        Assert.InRange(kills, 2, Kills);
        Assert.Equal(await Dump.OfAsync(calm), await Dump.OfAsync(wild));
        folder.Delete(recursive: true);
    }

    private static async Task<bool> IsFinishedAsync(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return false;
        }

        using var library = SqliteLibrary.Open(folder);
        return await library.Catalog.ListAsync(default) is [{ State: not Videos.VideoState.Accepted }];
    }

    private static Process Index(string clip, string library) => Start("index", Fixtures.Video(clip), "--library", library);

    private static Process Start(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "VideoIndex.Cli.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task<int> EndAsync(Process process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }
}
