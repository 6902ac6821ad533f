using System.Text.Json.Nodes;
using VideoIndex.Cli.Tests.Answers;
using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Importing;

public sealed class ImportTests
{
    [Fact]
    public async Task What_is_taken_in_is_found_shown_judged_and_taken_out_again()
    {
        using var shelf = await Shelf.CopyAsync();
        var reel = await Reels.PathAsync(Reels.Match);
        var file = await ImportJsonTests.FileAsync(shelf);

        var added = await shelf.RunAsync("import", "add", file, "--video", reel);
        Assert.Matches("^[0-9a-f]{8}  taken.json \\(azure-insights\\): 1 tag, 1 transcript with 1 utterance\n$", added.Output);
        Assert.Equal("Note: 1 span ends before it begins and was left out: label 'okapi' at 0:00:02.5.\n", added.Errors);
        Assert.Equal(["say 1 2", "tag 1/2 1"], [.. await FoundAsync(shelf, "zebra"), .. await FoundAsync(shelf, "okapi")]);
        Assert.Contains("okapi", (await shelf.RunAsync("show", reel)).Output, StringComparison.Ordinal);

        await shelf.RunAsync("tag", "reject", reel, "label:okapi", "--by", "Ada");
        Assert.Empty(await FoundAsync(shelf, "okapi"));

        Assert.Equal(ExitCodes.Ok, (await shelf.RunAsync("import", "remove", reel, "taken.json")).ExitCode);
        Assert.Empty(await FoundAsync(shelf, "zebra"));
        Assert.Equal("3 videoindex: Nothing that was taken in is 'taken.json'. See: videoindex import list VIDEO", (await shelf.RunAsync("import", "remove", reel, "taken.json")).Ending);
    }

    [Fact]
    public async Task It_outlives_a_new_decision_on_the_shots_and_a_new_analysis()
    {
        using var shelf = await Shelf.CopyAsync();
        var reel = await Reels.PathAsync(Reels.Match);
        await shelf.RunAsync("import", "add", await ImportJsonTests.FileAsync(shelf), "--video", reel);

        Assert.Equal(ExitCodes.Ok, (await shelf.RunAsync("retune", reel, "--threshold", "40")).ExitCode);
        Assert.Equal(["say 1 2", "tag 1/2 1"], [.. await FoundAsync(shelf, "zebra"), .. await FoundAsync(shelf, "okapi")]);
        Assert.Equal(ExitCodes.Ok, (await shelf.RunAsync("index", reel, "--force")).ExitCode);
        Assert.Equal(["say 1 2", "tag 1/2 1"], [.. await FoundAsync(shelf, "zebra"), .. await FoundAsync(shelf, "okapi")]);
    }

    [Fact]
    public async Task Taken_in_again_with_an_offset_it_stands_in_the_place_of_the_first()
    {
        using var shelf = await Shelf.CopyAsync();
        var reel = await Reels.PathAsync(Reels.Match);
        var file = await ImportJsonTests.FileAsync(shelf);
        await shelf.RunAsync("import", "add", file, "--video", reel);

        var again = await shelf.RunAsync("import", "add", file, "--video", reel, "--offset", "-1/4");

        Assert.Contains(", taken in again", again.Output, StringComparison.Ordinal);
        Assert.Equal(["tag 1/4 3/4"], await FoundAsync(shelf, "okapi"));
        Assert.Single((await shelf.RunAsync("import", "list", reel, "--json")).Json()["imports"]!.AsArray());
    }

    [Fact]
    public async Task What_was_taken_in_leaves_as_insights_and_comes_in_again()
    {
        using var shelf = await Shelf.CopyAsync();
        var reel = await Reels.PathAsync(Reels.Match);
        await shelf.RunAsync("import", "add", await ImportJsonTests.FileAsync(shelf), "--video", reel);
        var out1 = Path.Combine(shelf.Folder, "out.json");

        var exported = await shelf.RunAsync("export", "okapi", "--format", "azure-insights", "-o", out1);

        Assert.Equal(ExitCodes.Ok, exported.ExitCode);
        var insights = JsonNode.Parse(await File.ReadAllTextAsync(out1))!["videos"]![0]!["insights"]!;
        Assert.Equal(("okapi", "0:00:00.5"), ($"{insights["labels"]![0]!["name"]}", $"{insights["labels"]![0]!["instances"]![0]!["start"]}"));
        Assert.Equal(3, insights["shots"]!.AsArray().Count);
        Assert.Equal(ExitCodes.Ok, (await shelf.RunAsync("import", "add", out1, "--video", reel)).ExitCode);
    }

    [Theory]
    [InlineData("taken.json", "[]", 4, "bad-import")]
    [InlineData("taken.json", "{}", 2, "unknown-format")]
    [InlineData("taken.xyz", "x", 2, "unknown-format")]
    public async Task What_cannot_be_taken_in_is_refused_with_a_sentence(string name, string text, int exitCode, string code)
    {
        using var shelf = await Shelf.CopyAsync();
        var path = Path.Combine(shelf.Folder, name);
        await File.WriteAllTextAsync(path, text);

        var ran = await shelf.RunAsync(["import", "add", path, "--video", await Reels.PathAsync(Reels.Match), .. exitCode == 4 ? (string[])["--format", "azure-insights"] : [], "--json"]);

        Assert.Equal((exitCode, code), (ran.ExitCode, $"{ran.Json()["error"]!["code"]}"));
    }

    [Theory]
    [InlineData("bad-time", "--offset", "soon")]
    [InlineData("bad-rate", "--rate", "29,97")]
    [InlineData("no-such-file")]
    public async Task Options_that_say_nothing_are_refused(string code, params string[] options)
    {
        var shelf = await Shelf.FullAsync();
        var ran = await shelf.RunAsync(["import", "add", "/nowhere/at-all.json", "--video", await Reels.PathAsync(Reels.Match), .. options, "--json"]);
        Assert.Equal(code, $"{ran.Json()["error"]!["code"]}");
    }

    [Fact]
    public async Task A_file_that_could_not_be_read_has_no_timeline()
    {
        using var shelf = await Shelf.CopyAsync();
        var ran = await shelf.RunAsync("import", "add", await ImportJsonTests.FileAsync(shelf), "--video", await Reels.PathAsync(Reels.Broken));
        Assert.Equal(ExitCodes.NotOk, ran.ExitCode);
        Assert.Contains("it has no timeline to put anything on", ran.Errors, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(Shelf shelf, string question)
    {
        var moments = (await shelf.RunAsync("search", question, "--json")).Json()["moments"]!.AsArray();
        return [.. moments.Select(moment => $"{moment!["kind"]} {moment["start"]} {moment["end"]}")];
    }
}
