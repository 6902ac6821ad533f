using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Keeping;

public sealed class TagTests
{
    [Fact]
    public async Task What_people_say_is_on_the_page_of_the_video()
    {
        using var shelf = await Shelf.CopyAsync();
        var reel = await Reels.PathAsync(Reels.Match);

        await shelf.RunAsync("tag", "add", reel, "Pit stop", "--from", "1.001", "--to", "10:00:02;00", "--by", "Ada", "--note", "wet");
        await shelf.RunAsync("tag", "reject", reel, "chapter:goal", "--by", "Bob");
        await shelf.RunAsync("tag", "verify", reel, "a perfect free kick@2.5", "--by", "Ada");

        Golden.Verify(await (await shelf.RunAsync("show", reel)).GoldenWordsAsync());
    }

    [Fact]
    public async Task A_tag_begins_and_ends_with_the_frames_that_are_meant()
    {
        using var shelf = await Shelf.CopyAsync();
        var reel = await Reels.PathAsync(Reels.Match);

        var added = (await shelf.RunAsync("tag", "add", reel, "whole", "--from", "0.334", "--to", "3.003", "--json")).Json()["tags"]![0]!;

        Assert.Equal(("1001/3000", "3003/1000"), ($"{added["start"]}", $"{added["end"]}")); // the tenth frame begins a sliver before .334
    }

    [Fact]
    public async Task A_tag_is_corrected_named_by_its_id_and_withdrawn()
    {
        using var shelf = await Shelf.CopyAsync();
        var reel = await Reels.PathAsync(Reels.Match);
        var id = $"{(await shelf.RunAsync("tag", "add", reel, "pit", "--from", "0", "--to", "1", "--json")).Json()["tags"]![0]!["id"]}";

        await shelf.RunAsync("tag", "correct", reel, id[..6], "--label", "pit stop", "--to", "2", "--by", "Bob");
        Assert.Equal("pit stop 0 2 verified Bob", await MineAsync(shelf, reel));
        Assert.Equal($"3 videoindex: Nothing of this video is '{id[..6]}'. See: videoindex tag list VIDEO", (await shelf.RunAsync("tag", "verify", reel, id[..6])).Ending);
        await shelf.RunAsync("tag", "withdraw", reel, "pit stop");
        Assert.Equal("", await MineAsync(shelf, reel));
    }

    [Fact]
    public async Task What_was_found_is_corrected_by_a_tag_beside_it_and_what_was_said_is_taken_back()
    {
        using var shelf = await Shelf.CopyAsync();
        var reel = await Reels.PathAsync(Reels.Match);

        var corrected = await shelf.RunAsync("tag", "correct", reel, "chapter:goal", "--label", "No goal", "--by", "Ada");
        Assert.Equal(["Goal rejected", "Kick-off unreviewed", "No goal verified"], await ChaptersAsync(shelf, reel));
        Assert.StartsWith("2 tags corrected:\n", corrected.Output, StringComparison.Ordinal);
        await shelf.RunAsync("tag", "withdraw", reel, "Goal", "No goal");

        Assert.Equal(["Goal unreviewed", "Kick-off unreviewed"], await ChaptersAsync(shelf, reel));
        Assert.Equal("2 videoindex: Nobody has said anything of 'Goal' yet, so there is nothing to take back.", (await shelf.RunAsync("tag", "withdraw", reel, "goal")).Ending);
    }

    [Fact]
    public async Task A_name_that_several_bear_is_answered_with_their_ids_and_a_time_tells_them_apart()
    {
        using var shelf = await Shelf.CopyAsync();
        var reel = await Reels.PathAsync(Reels.Match);
        await shelf.RunAsync("tag", "add", reel, "rain", "--from", "0", "--to", "1");
        await shelf.RunAsync("tag", "add", reel, "rain", "--from", "2", "--to", "3");

        Assert.Matches(@"^2 videoindex: 'rain' may be any of 2: [0-9a-f]{8} \(tag, 0 s\), [0-9a-f]{8} \(tag, (2|\d+/\d+) s\)\. Name it by its id, or by a time: LABEL@TIME\.$", (await shelf.RunAsync("tag", "reject", reel, "rain")).Ending);
        Assert.Equal(ExitCodes.Ok, (await shelf.RunAsync("tag", "reject", reel, "tag:Rain@2.5")).ExitCode);
        Assert.Equal("rejected", $"{(await shelf.RunAsync("tag", "list", reel, "--status", "rejected", "--json")).Json()["tags"]!.AsArray().Single()!["status"]}");
    }

    [Fact]
    public async Task What_people_said_outlives_a_new_analysis()
    {
        using var shelf = await Shelf.CopyAsync();
        var reel = await Reels.PathAsync(Reels.Match);
        await shelf.RunAsync("tag", "add", reel, "rain", "--from", "0", "--to", "1", "--by", "Ada");
        await shelf.RunAsync("tag", "reject", reel, "chapter:goal");

        await shelf.RunAsync("retune", reel, "--threshold", "90");

        Assert.Equal("rain 0 1 verified Ada", await MineAsync(shelf, reel));
        Assert.Equal(["Goal rejected", "Kick-off unreviewed"], await ChaptersAsync(shelf, reel));
    }

    [Theory]
    [InlineData("tag add {MATCH} x", "2 videoindex: tag add needs --from TIME. Run: videoindex tag add --help")]
    [InlineData("tag add {MATCH} x --from 2 --to 1", "2 videoindex: A tag holds for a while: --to must come after --from.")]
    [InlineData("tag add {MATCH} x --from 1 --to 9", "2 videoindex: The video goes from 0 s to 3003/1000 s, and the tag from 1 s to 9 s.")]
    [InlineData("tag add {MATCH} x --from noon --to 9", "2 videoindex: 'noon' is not a time in this video. Give seconds (9009/250 or 36.036), clock time (1:02.5), or a timecode from 10:00:00;00 on.")]
    [InlineData("tag add {MATCH} ! --from 1 --to 2", "2 videoindex: The label of a tag is words that can be searched for, of 500 characters at most.")]
    [InlineData("tag add {MATCH} x --from 1 --to 2 --kind shot", "2 videoindex: A person adds no tags of the kind 'shot': it is found another way.")]
    [InlineData("tag add {MATCH} x --from 1 --to 2 --box 120,40,300,90", "2 videoindex: '120,40,300,90' is no place in the picture. Give left, top, width and height as parts of it, from 0 to 1: 0.25,0.5,0.2,0.1.")]
    [InlineData("tag add {MATCH} x --from 1 --to 2 --box 0.9,0,0.2,1", "2 videoindex: The box of a tag lies inside the picture, and is not empty.")]
    [InlineData("tag verify {MATCH} nothing", "3 videoindex: Nothing of this video is 'nothing'. See: videoindex tag list VIDEO")]
    [InlineData("tag correct {MATCH} goal", "2 videoindex: tag correct needs something to change. Run: videoindex tag correct --help")]
    [InlineData("tag list {MATCH} --status good", "2 videoindex: --status takes unreviewed, verified, rejected, not 'good'.")]
    public async Task A_mistake_gets_one_sentence(string line, string ending)
    {
        var (shelf, match) = (await Shelf.FullAsync(), await Reels.PathAsync(Reels.Match));
        Assert.Equal(ending, (await shelf.RunAsync([.. line.Split(' ').Select(word => word == "{MATCH}" ? match : word)])).Ending);
    }

    private static async Task<string> MineAsync(Shelf shelf, string reel)
    {
        var tags = (await shelf.RunAsync("show", reel, "--json")).Json()["tags"]!.AsArray().Where(tag => $"{tag!["origin"]!["kind"]}" == "person");
        return string.Join("; ", tags.Select(tag => $"{tag!["label"]} {tag["start"]} {tag["end"]} {tag["status"]} {tag["origin"]!["name"]}"));
    }

    private static async Task<IEnumerable<string>> ChaptersAsync(Shelf shelf, string reel) =>
        (await shelf.RunAsync("tag", "list", reel, "--kind", "chapter", "--json")).Json()["tags"]!.AsArray().Select(tag => $"{tag!["label"]} {tag["status"]}").Order(StringComparer.Ordinal);
}
