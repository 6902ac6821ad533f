using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Failures;

/// <summary>What people mistype, and the one sentence they get.</summary>
public sealed class MistakeTests
{
    [Theory]
    [InlineData("serch kick", "There is no command 'serch'. Did you mean search? Run: videoindex --help")]
    [InlineData("delete kick", "There is no command 'delete'. Run: videoindex --help")]
    [InlineData("search", "search needs QUERY. Run: videoindex search --help")]
    [InlineData("search kick --jsno", "There is no option '--jsno'; what starts with a dash and is none goes after --. Run: videoindex search --help")]
    [InlineData("search kick --limit many", "--limit takes a whole number from 1 to 100000, not 'many'. Run: videoindex search --help")]
    [InlineData("search kick --limit 0", "--limit takes a whole number from 1 to 100000, not '0'. Run: videoindex search --help")]
    [InlineData("retune x --threshold 101", "--threshold takes a whole number from 30 to 100, not '101'. Run: videoindex retune --help")]
    [InlineData("retune x --threshold", "--threshold needs a value after it. Run: videoindex retune --help")]
    [InlineData("work --workers 0", "--workers takes a whole number from 1 to 256, not '0'. Run: videoindex work --help")]
    [InlineData("work --memory much", "--memory takes a size such as 512MB, 4GB or 4GiB, not 'much'. Run: videoindex work --help")]
    [InlineData("list all", "list does not take 'all'. Run: videoindex list --help")]
    [InlineData("frame x", "frame needs TIME. Run: videoindex frame --help")]
    [InlineData("frame x 1", "frame needs --output FILE. Run: videoindex frame --help")]
    [InlineData("frame x 1 -o a.gif", "The file to write must end in .png or .jpg or .jpeg; 'a.gif' does not.")]
    [InlineData("clip x 1 2 -o a.avi", "The file to write must end in .mp4 or .mov; 'a.avi' does not.")]
    [InlineData("search ...", "There is nothing to search for: type a word, or \"a phrase\".")]
    public async Task A_mistake_gets_one_sentence(string line, string sentence)
    {
        var ran = await (await Shelf.FullAsync()).RunAsync(line.Split(' '));
        Assert.Equal(ExitCodes.Usage, ran.ExitCode);
        Assert.Equal($"videoindex: {sentence}", ran.Errors.Split('\n')[0]);
        Assert.Equal("", ran.Output);
    }

    [Theory]
    [InlineData("noon", "'noon' is not a time in this video. Give seconds (9009/250 or 36.036), clock time (1:02.5), or a timecode from 10:00:00;00 on.")]
    [InlineData("-1", "'-1' is not a time in this video. Give seconds (9009/250 or 36.036), clock time (1:02.5), or a timecode from 10:00:00;00 on.")]
    [InlineData("10:01:00;00", "'10:01:00;00' is not a time in this video. Give seconds (9009/250 or 36.036), clock time (1:02.5), or a timecode from 10:00:00;00 on.")]
    [InlineData("3003/1000", "The video ends at 3003/1000 s.")]
    [InlineData("09:00:00;00", "The video ends at 3003/1000 s.")]
    public async Task A_time_that_is_none_is_refused(string time, string sentence)
    {
        var ran = await (await Shelf.FullAsync()).RunAsync("frame", await Reels.PathAsync(Reels.Match), time, "-o", "never.png");
        Assert.Equal($"{ExitCodes.Usage} videoindex: {sentence}", ran.Ending);
    }

    [Theory]
    [InlineData("2", "1")]
    [InlineData("1", "1")]
    [InlineData("4", "5")]
    public async Task A_clip_of_nothing_is_refused(string start, string end)
    {
        var ran = await (await Shelf.FullAsync()).RunAsync("clip", await Reels.PathAsync(Reels.Match), start, end, "-o", "never.mp4");
        Assert.Equal("2 videoindex: The clip would be empty: END must come after START, and the video ends at 3003/1000 s.", ran.Ending);
    }

    [Fact]
    public async Task A_varying_rate_has_no_timecodes_but_exact_times()
    {
        using var shelf = new Shelf();
        var full = await Shelf.FullAsync();
        var reel = await Reels.PathAsync(Reels.Varying);
        var refused = await full.RunAsync("clip", reel, "00:00:00:10", "1", "-o", shelf.Placed("never.mp4"));
        Assert.Equal(
            "2 videoindex: '00:00:00:10' is not a time in this video. Give seconds (9009/250 or 36.036), clock time (1:02.5); this video's rate varies, so it has no timecode.",
            refused.Ending);
        var cut = await full.RunAsync("clip", reel, "1/3", "2/3", "-o", shelf.Placed("third.mp4"), "--json");
        Assert.Equal(("0", "333/1000", "7/10"), ($"{cut.ExitCode}", $"{cut.Json()["start"]}", $"{cut.Json()["end"]}"));
    }

    [Fact]
    public async Task A_file_to_write_needs_a_folder()
    {
        var ran = await (await Shelf.FullAsync()).RunAsync("frame", await Reels.PathAsync(Reels.Match), "1", "-o", "/nowhere/at/all.png");
        Assert.Equal("3 videoindex: There is no folder '/nowhere/at'.", ran.Ending);
    }

    [Fact]
    public async Task Footage_is_never_written_over()
    {
        using var shelf = new Shelf();
        var (full, reel) = (await Shelf.FullAsync(), await Reels.PathAsync(Reels.Match));
        File.CreateSymbolicLink(shelf.Placed("link.mov"), reel);
        var (before, refused) = (await File.ReadAllBytesAsync(reel), $"2 videoindex: '{reel}' is a video of the library, and is not written over.");
        Assert.Equal(refused, (await full.RunAsync("clip", reel, "0", "1", "-o", reel)).Ending);
        Assert.Equal(refused, (await full.RunAsync("clip", reel, "0", "1", "-o", shelf.Placed("link.mov"))).Ending);
        Assert.Equal(refused, (await full.RunAsync("clip", await Reels.PathAsync(Reels.Varying), "0", "1", "-o", reel)).Ending);
        Assert.Equal(before, await File.ReadAllBytesAsync(reel));
    }
}
