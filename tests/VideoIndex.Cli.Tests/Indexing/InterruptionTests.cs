using System.Diagnostics;
using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Indexing;

/// <summary>The program itself, started as a user starts it.</summary>
public sealed class InterruptionTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task What_is_interrupted_goes_on_with_the_next_run(string signal)
    {
        using var shelf = new Shelf();
        var reels = Directory.CreateDirectory(Path.Combine(shelf.Folder, "reels")).FullName;
        File.Copy(await Reels.PathAsync(Reels.Sound), Path.Combine(reels, "a.wav"));
        await Reels.DrawMinuteAsync(Path.Combine(reels, "b.mp4"));
        using var first = Start(["index", reels, "--library", shelf.Library]);
        await UntilDecodingAsync(shelf, first);
        using (var kill = Process.Start("kill", ["-" + signal, $"{first.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        var said = await first.StandardError.ReadToEndAsync();
        await first.WaitForExitAsync();
        Assert.Equal(ExitCodes.Interrupted, first.ExitCode);
        Assert.EndsWith("videoindex: Stopped. What was finished is kept; run the same command again to go on.\n", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(shelf.Library, "work"), "*.*", SearchOption.AllDirectories));
        Assert.Empty(ProgramsReading(reels));
        var second = await shelf.RunAsync("index", reels, "--json");
        var files = second.Lines.Select(line => System.Text.Json.Nodes.JsonNode.Parse(line)!).ToList();
        Assert.Equal(["ok", "ok"], files.Select(file => $"{file["state"]}"));
        Assert.False(files[1]["alreadyKnown"]!.GetValue<bool>());
        Assert.Equal(1800, await FramesAsync(shelf, reels));
    }

    [Fact]
    public async Task Without_FFmpeg_the_program_says_what_to_install()
    {
        using var shelf = new Shelf();
        using var program = Start(["index", await Reels.PathAsync(Reels.Sound), "--library", shelf.Library], path: "/nowhere");
        var said = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        Assert.Equal(ExitCodes.ToolMissing, program.ExitCode);
        Assert.Equal("videoindex: 'ffmpeg' is not installed. Run: apt-get install ffmpeg bubblewrap\n", said);
    }

    private static Process Start(string[] arguments, string? path = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments]) { RedirectStandardError = true };
        if (path is not null)
        {
            start.FileName = Environment.ProcessPath!;
            start.Environment["PATH"] = path;
        }

        return Process.Start(start)!;
    }

    private static async Task UntilDecodingAsync(Shelf shelf, Process program)
    {
        var work = Path.Combine(shelf.Library, "work");
        while (!Directory.Exists(work) || !Directory.GetDirectories(work).Any(video => Directory.Exists(Path.Combine(video, "1")) && Directory.GetDirectories(Path.Combine(video, "1")) is not []))
        {
            Assert.False(program.HasExited, "It ended before it could be interrupted.");
            await Task.Delay(20);
        }
    }

    private static async Task<int> FramesAsync(Shelf shelf, string reels) =>
        (await shelf.RunAsync("show", Path.Combine(reels, "b.mp4"), "--json")).Json()["video"]!["frames"]!.GetValue<int>();

    private static IEnumerable<string> ProgramsReading(string folder) =>
        from process in Directory.GetDirectories("/proc")
        where int.TryParse(Path.GetFileName(process), out _)
        let command = CommandOf(process)
        where command.Contains(folder, StringComparison.Ordinal)
        select command;

    private static string CommandOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return ""; // it ended in the meantime
        }
    }
}
