using System.Text.Json.Nodes;
using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Watching;

public sealed class WatchTests
{
    [Fact]
    public async Task What_is_put_into_a_folder_is_taken_when_it_is_finished_and_once()
    {
        using var shelf = new Shelf();
        var drop = Directory.CreateDirectory(Path.Combine(shelf.Folder, "drop")).FullName;
        var late = Path.Combine(drop, "late.mp4");
        using (var program = Watch(shelf, drop))
        {
            await using (var writer = new FileStream(late, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite))
            {
                await writer.WriteAsync("This is"u8.ToArray());
                await writer.FlushAsync();
                await File.WriteAllTextAsync(Path.Combine(drop, "early.mp4"), "This is no video.");
                Assert.Equal("early.mp4", await TakenAsync(program));
                await writer.WriteAsync(" no video either."u8.ToArray());
            }

            Assert.Equal("late.mp4", await TakenAsync(program));
            var (exitCode, errors) = await program.TerminateAsync();
            Assert.Equal((ExitCodes.Ok, $"Watching {drop}. Stop with Ctrl-C.\n"), (exitCode, errors));
        }

        using (var program = Watch(shelf, drop))
        {
            await File.WriteAllTextAsync(Path.Combine(drop, "new.mp4"), "This is no video, too.");
            Assert.Equal("new.mp4", await TakenAsync(program));
            await program.TerminateAsync();
        }

        Assert.Equal(3, (await shelf.RunAsync("list", "--json")).Json()["videos"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_a_mistake()
    {
        using var shelf = new Shelf();
        Assert.Equal("3 videoindex: There is no folder '/nowhere/at/all'.", (await shelf.RunAsync("watch", "/nowhere/at/all")).Ending);
    }

    [Theory]
    [InlineData("--settle soon", "--settle takes a time from 10ms to 1d, such as 500ms, 5s or 2m, not 'soon'. Run: videoindex watch --help")]
    [InlineData("--poll 0s", "--poll takes a time from 10ms to 1d, such as 500ms, 5s or 2m, not '0s'. Run: videoindex watch --help")]
    public async Task A_time_that_is_none_is_refused(string options, string sentence)
    {
        using var shelf = new Shelf();
        Assert.Equal($"2 videoindex: {sentence}", (await shelf.RunAsync(["watch", shelf.Folder, .. options.Split(' ')])).Ending);
    }

    private static Running Watch(Shelf shelf, string drop) =>
        Running.Start(shelf, "watch", drop, "--settle", "200ms", "--poll", "50ms", "--no-work", "--json");

    private static async Task<string> TakenAsync(Running program) =>
        Path.GetFileName(JsonNode.Parse((await program.Output.ReadLineAsync())!)!["path"]!.GetValue<string>());
}
