using System.Text.Json.Nodes;
using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Logos;

public sealed class ExposureTests : IDisposable
{
    private readonly Shelf _first = new(), _later = new();

    [Fact]
    public async Task A_logo_added_later_is_found_as_one_that_was_there_though_the_video_is_gone()
    {
        var (mark, video) = await DrawnAsync(_first);
        await _first.RunAsync("brand", "add", "Acme", mark);
        await _first.RunAsync("index", video);
        await _later.RunAsync("index", video);
        File.Delete(video);
        await _later.RunAsync("brand", "add", "Acme", mark);

        var (known, added) = ((await _first.RunAsync("exposure", "--json")).Json(), (await _later.RunAsync("exposure", "--json")).Json());

        Assert.Equal(known.ToJsonString(), added.ToJsonString());
        var one = Assert.Single(added["appearances"]!.AsArray())!;
        Assert.Equal(("Acme", "middle-right"), ($"{one["brand"]}", $"{one["zone"]}"));
        Assert.Equal("2", $"{added["brands"]![0]!["net"]}"); // from 1 s to 3 s, each end half a look off at most
        Assert.Equal(("6/25", "6/25"), ($"{one["startWithin"]}", $"{one["endWithin"]}"));
        Assert.InRange((decimal)one["meanAreaPercent"]!, 2.9m, 3.4m); // 120 x 60 of 640 x 360 are 3.125 %
    }

    [Fact]
    public async Task Another_brand_changes_nothing_of_what_is_found_of_the_first()
    {
        var (mark, video) = await DrawnAsync(_first);
        await _first.RunAsync("index", video);
        await _first.RunAsync("brand", "add", "Acme", mark, "--group", "Cup");
        var alone = (await _first.RunAsync("exposure", "--group", "Cup", "--json")).Output;
        var other = _first.Placed("other.png");
        await Reels.DrawMarkAsync(other, _first.Placed("unused.mp4"));
        await _first.RunAsync("brand", "add", "Other", other);

        Assert.Equal(2, (await _first.RunAsync("exposure", "--json")).Json()["brands"]!.AsArray().Count);
        await _first.RunAsync("brand", "retire", "Other");

        Assert.Equal(alone, (await _first.RunAsync("exposure", "--group", "Cup", "--json")).Output);
    }

    [Fact]
    public async Task The_figures_of_a_brand_follow_from_the_rows_of_its_appearances()
    {
        var (mark, video) = await DrawnAsync(_first);
        await _first.RunAsync("index", video);
        await _first.RunAsync("brand", "add", "Acme", mark);

        var ran = await _first.RunAsync("exposure", "--output", _first.Placed("report"));

        Assert.Equal(ExitCodes.Ok, ran.ExitCode);
        var (rows, brands) = (await File.ReadAllLinesAsync(_first.Placed("report/appearances.csv")), await File.ReadAllLinesAsync(_first.Placed("report/brands.csv")));
        Assert.Equal(2, rows.Length);
        Assert.Equal(rows[1].Split(',')[5], brands[1].Split(',')[3]); // the seconds of the only appearance are the net seconds
        Assert.Contains("mrc-50-2/1", ran.Output);
    }

    [Fact]
    public async Task A_removed_video_takes_its_keypoints_and_stills_with_it()
    {
        var (_, video) = await DrawnAsync(_first);
        await _first.RunAsync("index", video);
        Assert.Equal((1, 1), (Kept(_first, "features").Length, Kept(_first, "stills").Length));

        await _first.RunAsync("remove", video);

        Assert.Equal((0, 0), (Kept(_first, "features").Length, Kept(_first, "stills").Length));
    }

    [Theory]
    [InlineData(0)]   // no longer a file of keypoints
    [InlineData(170)] // damaged within
    public async Task A_video_whose_keypoints_are_damaged_is_said_to_need_indexing_again(int at)
    {
        var (mark, video) = await DrawnAsync(_first);
        await _first.RunAsync("index", video);
        await _first.RunAsync("brand", "add", "Acme", mark);
        var file = Kept(_first, "features").Single();
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[at] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        var ran = await _first.RunAsync("exposure");

        Assert.Equal(ExitCodes.Ok, ran.ExitCode);
        Assert.Contains("has no keypoints to look for logos in. Index it again with: videoindex index --force", ran.Output);
    }

    [Theory]
    [InlineData("no-brands")]
    [InlineData("no-such-rule", "--rule", "guess")]
    [InlineData("no-such-group", "--group", "Cup")]
    public async Task What_cannot_be_answered_is_said(string code, params string[] options)
    {
        await _first.RunAsync("index", await Reels.PathAsync(Reels.Sound));
        if (code != "no-brands")
        {
            var (mark, _) = await DrawnAsync(_first);
            await _first.RunAsync("brand", "add", "Acme", mark);
        }

        Assert.Equal(code, $"{JsonNode.Parse((await _first.RunAsync(["exposure", .. options, "--json"])).Output)!["error"]!["code"]}");
    }

    [Fact]
    public async Task Damaged_stills_are_done_without()
    {
        var (mark, video) = await DrawnAsync(_first);
        await _first.RunAsync("index", video);
        await _first.RunAsync("brand", "add", "Acme", mark);
        await File.WriteAllTextAsync(Kept(_first, "stills").Single(), "These are no stills.");

        var ran = await _first.RunAsync("exposure", "--json");

        Assert.Equal(ExitCodes.Ok, ran.ExitCode);
        Assert.Single(ran.Json()["appearances"]!.AsArray());
    }

    [Fact]
    public async Task What_is_kept_is_what_the_last_indexing_was_asked_to_keep()
    {
        var (_, video) = await DrawnAsync(_first);
        var kept = new List<(int Keypoints, int Stills)>();
        foreach (var what in (string[])["full-stills", "stills", "keypoints", "off"])
        {
            Assert.Equal(ExitCodes.Ok, (await _first.RunAsync("index", "--force", "--logo-evidence", what, video)).ExitCode);
            var (files, stills) = (Kept(_first, "features"), Kept(_first, "stills"));
            kept.Add((files.Length, stills.Length));
            var shown = (await _first.RunAsync("show", video, "--json")).Json()["logoEvidence"];
            Assert.Equal(files.Sum(file => new FileInfo(file).Length), (long?)shown?["keypointBytes"] ?? 0);
            Assert.Equal(stills.Sum(file => new FileInfo(file).Length), (long?)shown?["stillBytes"] ?? 0);
        }

        Assert.Equal([(1, 1), (1, 1), (1, 0), (0, 0)], kept);
        Assert.Contains("bad-logo-evidence", (await _first.RunAsync("index", "--logo-evidence", "all", video, "--json")).Output);
    }

    public void Dispose()
    {
        _first.Dispose();
        _later.Dispose();
    }

    private static string[] Kept(Shelf shelf, string folder) =>
        Directory.Exists(Path.Combine(shelf.Library, folder)) ? Directory.GetFiles(Path.Combine(shelf.Library, folder), "*", SearchOption.AllDirectories) : [];

    private static async Task<(string Mark, string Video)> DrawnAsync(Shelf shelf)
    {
        var (mark, video) = (shelf.Placed("mark.png"), shelf.Placed("match.mp4"));
        await Reels.DrawMarkAsync(mark, video);
        return (mark, video);
    }
}
