using System.Text.Json.Nodes;
using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Exporting.Media;

public sealed class MediaExportTests
{
    [Fact]
    public async Task Every_shot_is_a_clip_named_after_it()
    {
        using var out_ = new Shelf();
        var ran = await (await Shelf.FullAsync()).RunAsync("export", "--shots", "--video", await Reels.PathAsync(Reels.Match), "-f", "clips", "-o", Path.Combine(out_.Folder, "clips"), "--burn-in", "--json");

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(["0001-match-day-shot-1.mp4", "0002-match-day-shot-2.mp4", "0003-match-day-shot-3.mp4"], Names(Path.Combine(out_.Folder, "clips")));
        Assert.Equal(["30", "30", "30"], await FramesAsync(out_, Directory.GetFiles(Path.Combine(out_.Folder, "clips"))));
    }

    [Fact]
    public async Task A_copied_clip_says_what_it_was_rounded_to()
    {
        using var out_ = new Shelf();
        var full = await Shelf.FullAsync();
        var match = await Reels.PathAsync(Reels.Match);

        var ran = await full.RunAsync("export", "--transcript", "--language", "en", "--video", match, "-f", "clips", "-o", Path.Combine(out_.Folder, "clips"), "--fast", "--handles", "5f", "--json");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains(ran.Json()["notes"]!.AsArray().Select(note => $"{note}"), note => note.Contains(".mov: holds 10:00:00;00 - ", StringComparison.Ordinal) && note.Contains("and not 10:00:00;10 - 10:00:01;20 alone", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("clips", "clips", "fast-burn-in", "--fast", "--burn-in")]
    [InlineData("reel", "reel.mp4", "fast-reel", "--fast")]
    [InlineData("contact-sheet", "sheet.png", "bad-usage", "--burn-in")]
    [InlineData("storyboard", "board.html", "bad-usage", "--fast")]
    public async Task Options_that_cannot_be_had_are_refused(string format, string file, string code, params string[] options)
    {
        using var out_ = new Shelf();
        var ran = await (await Shelf.FullAsync()).RunAsync(["export", "--shots", "-f", format, "-o", Path.Combine(out_.Folder, file), "--json", .. options]);

        Assert.Equal((2, code), (ran.ExitCode, $"{ran.Json()["error"]!["code"]}"));
        Assert.Empty(Directory.GetFileSystemEntries(out_.Folder));
    }

    [Fact]
    public async Task A_reel_has_every_frame_of_every_video_and_a_chapter_a_moment()
    {
        using var out_ = new Shelf();
        var reel = Path.Combine(out_.Folder, "reel.mov");
        var ran = await (await Shelf.FullAsync()).RunAsync("export", "--shots", "-f", "reel", "-o", reel, "--burn-in", "--json");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("varies", ran.Output, StringComparison.Ordinal);
        var shown = await ShownAsync(out_, reel);
        Assert.Equal("01:00:00;00", $"{shown["video"]!["startTimecode"]}");
        Assert.Equal($"{ran.Json()["files"]![0]!["moments"]}", $"{Chapters(shown).Count}");
    }

    [Fact]
    public async Task A_video_that_is_gone_is_told_of_and_the_others_go_on()
    {
        using var shelf = await OwnAsync("first.mp4", "second.mp4");
        File.Delete(Path.Combine(shelf.Folder, "first.mp4"));

        foreach (var (format, file) in new[] { ("clips", "clips"), ("reel", "reel.mp4"), ("contact-sheet", "sheet.png"), ("storyboard", "board.html") })
        {
            var ran = await shelf.RunAsync("export", "--shots", "-f", format, "-o", Path.Combine(shelf.Folder, file), "--json");
            Assert.Equal((4, "file-gone"), (ran.ExitCode, $"{Assert.Single(ran.Json()["failures"]!.AsArray())!["code"]}"));
            Assert.True(Path.Exists(Path.Combine(shelf.Folder, file)), format);
        }

        Assert.Equal(["0002-second-shot-1.mp4", "0003-second-shot-2.mp4", "0004-second-shot-3.mp4"], Names(Path.Combine(shelf.Folder, "clips")));
    }

    [Fact]
    public async Task A_clip_is_not_written_over_a_video_of_the_library()
    {
        using var shelf = await OwnAsync("a.mp4");
        var clips = Path.Combine(shelf.Folder, "clips");
        await shelf.RunAsync("export", "--shots", "-f", "clips", "-o", clips);
        var clip = Path.Combine(clips, "0001-a-shot-1.mp4");
        await shelf.RunAsync("index", clip);
        var before = await File.ReadAllBytesAsync(clip);

        var ran = await shelf.RunAsync("export", "--shots", "--video", Path.Combine(shelf.Folder, "a.mp4"), "-f", "clips", "-o", clips, "--json");

        Assert.Equal((4, "bad-output"), (ran.ExitCode, $"{ran.Json()["failures"]![0]!["code"]}"));
        Assert.Equal(before, await File.ReadAllBytesAsync(clip));
    }

    [Fact]
    public async Task A_contact_sheet_and_a_storyboard_show_every_moment()
    {
        using var out_ = new Shelf();
        var full = await Shelf.FullAsync();
        var (sheet, board) = (Path.Combine(out_.Folder, "sheet.png"), Path.Combine(out_.Folder, "board.html"));

        var drawn = await full.RunAsync("export", "--shots", "-f", "contact-sheet", "-o", sheet, "--json");
        var written = await full.RunAsync("export", "--shots", "-f", "storyboard", "-o", board, "--json");

        Assert.Equal((0, 0), (drawn.ExitCode, written.ExitCode));
        var page = await File.ReadAllTextAsync(board);
        Assert.Equal(written.Json()["files"]![0]!["moments"]!.GetValue<int>(), page.Split("data:image/jpeg;base64,").Length - 1);
        Assert.Equal(["board.html", "sheet.png"], Names(out_.Folder));
    }

    [Fact]
    public async Task Chapters_are_put_into_a_copy_of_the_one_video()
    {
        using var out_ = new Shelf();
        var full = await Shelf.FullAsync();
        var copy = Path.Combine(out_.Folder, "chapters.mov");

        var ran = await full.RunAsync("export", "--shots", "--video", await Reels.PathAsync(Reels.Match), "-f", "mp4-chapters", "-o", copy, "--json");
        var several = await full.RunAsync("export", "--shots", "-f", "mp4-chapters", "-o", copy, "--json");

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(["shot 1", "shot 2", "shot 3"], Chapters(await ShownAsync(out_, copy)));
        Assert.Equal((2, "several-videos"), (several.ExitCode, $"{several.Json()["error"]!["code"]}"));
    }

    private static async Task<Shelf> OwnAsync(params string[] names)
    {
        var shelf = new Shelf();
        foreach (var (at, name) in names.Index())
        {
            File.Copy(await Reels.PathAsync(at == 0 ? Reels.Varying : Reels.Match), Path.Combine(shelf.Folder, name));
        }

        await shelf.RunAsync(["index", .. names.Select(name => Path.Combine(shelf.Folder, name))]);
        return shelf;
    }

    private static IEnumerable<string?> Names(string folder) => Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private static async Task<JsonNode> ShownAsync(Shelf shelf, string path)
    {
        await shelf.RunAsync("index", path);
        return (await shelf.RunAsync("show", path, "--json")).Json();
    }

    private static async Task<IEnumerable<string>> FramesAsync(Shelf shelf, IEnumerable<string> paths)
    {
        var frames = new List<string>();
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            frames.Add($"{(await ShownAsync(shelf, path))["video"]!["frames"]}");
        }

        return frames;
    }

    private static List<string> Chapters(JsonNode shown) =>
        [.. shown["tags"]!.AsArray().Where(tag => $"{tag!["kind"]}" == "chapter").Select(tag => $"{tag!["label"]}")];
}
