using System.Runtime.CompilerServices;
using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Answers;

/// <summary>What programs build on. The examples in docs/json.md are cut from these files.</summary>
public sealed class ImportJsonTests
{
    private const string Insights =
        """
        {"isBase":true,"videos":[{"id":"v","insights":{"version":"1.0","duration":"0:00:03","language":"en-US",
          "transcript":[{"id":1,"text":"A zebra on the pitch","confidence":0.9,"instances":[{"start":"0:00:01","end":"0:00:02"}]}],
          "labels":[{"id":1,"name":"okapi","instances":[{"confidence":0.75,"start":"0:00:02.5","end":"0:00:01"},{"confidence":0.75,"start":"0:00:00.5","end":"0:00:01"}]}]}}]}
        """;

    [Fact]
    public Task Import_add_answers_what_came_in_and_what_was_left_out() => VerifyAsync(path => ["import", "add", path, "--video", Reels.Match, "--json"]);

    [Fact]
    public Task Import_list_answers_every_import() => VerifyAsync(path => ["import", "add", path, "--video", Reels.Match], ["import", "list", Reels.Match, "--json"]);

    [Fact]
    public Task Import_remove_answers_what_is_gone() => VerifyAsync(path => ["import", "add", path, "--video", Reels.Match], ["import", "remove", Reels.Match, "taken.json", "--json"]);

    /// <summary>Runs the commands, reels named by their names, and verifies what the last answers.</summary>
    private static async Task VerifyAsync(Func<string, string[]> first, string[]? second = null, [CallerMemberName] string test = "")
    {
        using var shelf = await Shelf.CopyAsync();
        var path = await FileAsync(shelf);
        var ran = await RunAsync(shelf, first(path));
        ran = second is null ? ran : await RunAsync(shelf, second);
        Golden.Verify(await ran.GoldenJsonAsync(), test: test);
    }

    internal static async Task<string> FileAsync(Shelf shelf)
    {
        var path = Path.Combine(shelf.Folder, "taken.json");
        await File.WriteAllTextAsync(path, Insights);
        return path;
    }

    private static async Task<Ran> RunAsync(Shelf shelf, string[] command) =>
        await shelf.RunAsync([.. await Task.WhenAll(command.Select(async word => word == Reels.Match ? await Reels.PathAsync(Reels.Match) : word))]);
}
