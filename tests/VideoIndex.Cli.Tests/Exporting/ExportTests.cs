using System.Text.Json.Nodes;
using VideoIndex.Cli.Commands.Exporting;
using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Exporting;

public sealed class ExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("videoindex export ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("say A perfect free kick [60, 87)", "say:kick")]
    [InlineData("tag Kick-off [0, 30); tag Goal [30, 90)", "tag:goal", "OR", "tag:kick")]
    [InlineData("shot shot 1 [0, 30); shot shot 2 [30, 60); shot shot 3 [60, 90)", "--shots", "--video", "MATCH")]
    [InlineData("say Corner from the left [15, 45); say A perfect free kick [60, 87)", "--transcript", "--video", "MATCH", "--language", "en")]
    [InlineData("say A perfect free kick [55, 90)", "say:kick", "--handles", "5f")]
    [InlineData("say A perfect free kick [45, 90)", "say:kick", "--handles", "0.5s")]
    public async Task What_is_chosen_leaves(string moments, params string[] arguments)
    {
        var (ran, file) = await ExportAsync("json", arguments);
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(moments, Told(file));
    }

    [Fact]
    public async Task What_a_search_answered_leaves_as_it_was_found()
    {
        var shelf = await Shelf.FullAsync();
        var answered = Path.Combine(_folder, "answer.json");
        await File.WriteAllTextAsync(answered, (await shelf.RunAsync("search", "say:kick", "--json")).Output);
        var (_, searched) = await ExportAsync("json", "say:kick");
        var (_, selected) = await ExportAsync("json", "--selection", answered);
        Assert.Equal(searched["moments"]!.ToJsonString(), selected["moments"]!.ToJsonString());
    }

    [Fact]
    public async Task An_export_as_JSON_is_a_selection_again()
    {
        var (_, first) = await ExportAsync("json", "--shots", "--video", "MATCH", "--title", "Three shots");
        first["moments"]!.AsArray().RemoveAt(1);
        var kept = Path.Combine(_folder, "kept.json");
        await File.WriteAllTextAsync(kept, first.ToJsonString());
        var (_, second) = await ExportAsync("json", "--selection", kept);
        Assert.Equal("shot shot 1 [0, 30); shot shot 3 [60, 90)", Told(second));
        Assert.Equal("Three shots", $"{second["title"]}");
    }

    [Fact]
    public async Task Moments_of_videos_that_are_not_here_are_left_out_and_said()
    {
        var (_, sheet) = await ExportAsync("json", "--shots", "--video", "MATCH");
        var moments = sheet["moments"]!.AsArray();
        moments[0]!["video"]!["id"] = new string('0', 32);
        (moments[2]!["start"], moments[2]!["end"]) = ("7", "8");
        var file = Path.Combine(_folder, "elsewhere.json");
        await File.WriteAllTextAsync(file, sheet.ToJsonString());
        var (ran, left) = await ExportAsync("json", "--selection", file);
        Assert.Equal("shot shot 2 [30, 60)", Told(left));
        Assert.Equal(["1 moment is of a video that is not in this library; it was left out.", "1 moment is outside its video; it was left out."], ran.Json()["notes"]!.AsArray().Select(note => $"{note}"));
    }

    [Fact]
    public async Task Frames_bear_the_labels_that_were_chosen()
    {
        var (_, own) = await ExportAsync("json", "say:kick");
        var (_, running) = await ExportAsync("json", "say:kick", "--start", "01:00:00;00");
        Assert.Equal(["10:00:02;00", "01:00:02;00"], ((JsonNode[])[own, running]).Select(sheet => $"{sheet["moments"]![0]!["startTimecode"]}"));
    }

    [Theory]
    [InlineData("3 videoindex: Nothing was found to export, so nothing was written.", "zebra", "-o", "a.json", "-f", "json")]
    [InlineData("2 videoindex: Name the file to write with -o FILE. See: videoindex export --help", "kick")]
    [InlineData("2 videoindex: Say what to export, in one way: a question, --brand, --shots, --scenes, --transcript or --selection. See: videoindex export --help", "-o", "a.json", "-f", "json")]
    [InlineData("2 videoindex: Say what to export, in one way: a question, --brand, --shots, --scenes, --transcript or --selection. See: videoindex export --help", "kick", "--shots", "-o", "a.json", "-f", "json")]
    [InlineData("2 videoindex: Name the video whose transcript is to be exported with --video VIDEO.", "--transcript", "-o", "a.json", "-f", "json")]
    [InlineData("2 videoindex: No format's files end in '.doc'. Name the format with --format; --formats lists them.", "kick", "-o", "a.doc")]
    [InlineData("2 videoindex: Files of several formats end in .edl: edl, resolve-markers. Name one with --format.", "kick", "-o", "a.edl")]
    [InlineData("2 videoindex: --handles takes frames (12f) or seconds (0.5s), not '12x'.", "kick", "-o", "a.csv", "--handles", "12x")]
    [InlineData("2 videoindex: --rate takes frames a second, 25 or 30000/1001, not '29.97'.", "kick", "-o", "a.csv", "--rate", "29.97")]
    [InlineData("2 videoindex: --link-base takes the beginning of a web address, not 'here'.", "kick", "-o", "a.csv", "--link-base", "here")]
    [InlineData("2 videoindex: '01:01:00;00' is no timecode at 30000/1001 frames a second.", "say:kick", "-o", "a.csv", "--start", "01:01:00;00")]
    [InlineData("3 videoindex: There is no brand 'Acme'. See: videoindex brand list", "--brand", "Acme", "-o", "a.csv")]
    [InlineData("3 videoindex: Of the videos of the export, 'other.mov' is none.", "say:kick", "-o", "a.csv", "--reel", "other.mov=A001")]
    [InlineData("3 videoindex: There is no file 'none.json'.", "--selection", "none.json", "-o", "a.csv")]
    public async Task What_cannot_leave_is_said(string ending, params string[] arguments)
    {
        var ran = await (await Shelf.FullAsync()).RunAsync(["export", .. arguments.Select(argument => argument.StartsWith("a.", StringComparison.Ordinal) ? Path.Combine(_folder, argument) : argument)]);
        Assert.Equal(ending, ran.Ending);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("edl")]
    [InlineData("fcpxml")]
    [InlineData("otio")]
    public async Task A_varying_rate_names_no_frames_unless_a_rate_is_chosen(string format)
    {
        var shelf = await Shelf.FullAsync();
        var file = Path.Combine(_folder, $"varying.{format}");
        string[] arguments = ["export", "--shots", "--video", await Reels.PathAsync(Reels.Varying), "--format", format, "-o", file, "--json"];
        Assert.Equal("variable-rate", $"{(await shelf.RunAsync(arguments)).Json()["error"]!["code"]}");
        Assert.Equal(0, (await shelf.RunAsync([.. arguments, "--rate", "25"])).ExitCode);
        Assert.Contains("conform", await File.ReadAllTextAsync(file), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_format_writes_files_that_are_not_empty()
    {
        foreach (var format in ExportFormat.All.Where(format => format.Writer is not null))
        {
            var ran = await (await Shelf.FullAsync()).RunAsync("export", "--shots", "--video", await Reels.PathAsync(Reels.Match), "--format", format.Name, "-o", Path.Combine(_folder, $"{format.Name}{format.Endings[0]}"), "--json");
            Assert.True(ran.ExitCode == 0, $"{format.Name}: {ran.Errors}");
            Assert.All(ran.Json()["files"]!.AsArray(), file => Assert.NotEqual(0, new FileInfo($"{file!["path"]}").Length));
        }
    }

    [Fact]
    public void Every_format_has_its_line_in_the_document()
    {
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "export.md"));
        Assert.All(ExportFormat.All, format => Assert.Contains($"| `{format.Name}` |", document, StringComparison.Ordinal));
    }

    private async Task<(Ran Ran, JsonNode File)> ExportAsync(string format, params string[] arguments)
    {
        var match = await Reels.PathAsync(Reels.Match);
        var file = Path.Combine(_folder, $"out.{format}");
        var ran = await (await Shelf.FullAsync()).RunAsync(["export", .. arguments.Select(argument => argument == "MATCH" ? match : argument), "--format", format, "-o", file, "--json"]);
        Assert.True(ran.ExitCode == 0, ran.Errors);
        return (ran, JsonNode.Parse(await File.ReadAllTextAsync(file))!);
    }

    private static string Told(JsonNode sheet) => string.Join(
        "; ", sheet["moments"]!.AsArray().Select(moment => $"{moment!["kind"]} {moment["text"] ?? moment["label"]} [{moment["startFrame"]}, {moment["endFrame"]})"));
}
