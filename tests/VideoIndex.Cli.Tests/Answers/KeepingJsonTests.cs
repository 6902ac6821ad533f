using System.Runtime.CompilerServices;
using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Answers;

/// <summary>What programs build on. The examples in docs/json.md are cut from these files.</summary>
public sealed class KeepingJsonTests
{
    [Fact]
    public Task Field_define_answers_every_field() =>
        VerifyAsync(["field", "define", "takes", "number"], ["field", "define", "mood", "multi", "calm", "happy", "--json"]);

    [Fact]
    public async Task Set_answers_what_is_kept_and_every_change() => await VerifyAsync(
        ["field", "define", "mood", "multi", "calm", "happy"],
        ["field", "define", "takes", "number"],
        ["collection", "add", "Cup finals", await Reels.PathAsync(Reels.Match), "--by", "Ada"],
        ["set", await Reels.PathAsync(Reels.Match), "mood=happy,calm", "takes=3.50", "--by", "Ada", "--json"]);

    [Fact]
    public async Task Set_from_a_table_answers_what_was_taken_and_what_was_not()
    {
        using var shelf = await Shelf.CopyAsync();
        await shelf.RunAsync("field", "define", "takes", "number");
        await File.WriteAllTextAsync(Path.Combine(shelf.Folder, "a.csv"), $"video,takes\n\"{await Reels.PathAsync(Reels.Match)}\",3\nnowhere.mov,2\n\"{await Reels.PathAsync(Reels.Sound)}\",three\n");
        await VerifyAsync(await shelf.RunAsync("set", "--csv", Path.Combine(shelf.Folder, "a.csv"), "--json"));
    }

    [Fact]
    public async Task Collection_list_answers_every_collection_with_its_videos() => await VerifyAsync(
        ["collection", "add", "Cup finals", await Reels.PathAsync(Reels.Match), await Reels.PathAsync(Reels.Sound)], ["collection", "list", "--json"]);

    [Fact]
    public async Task Tag_add_answers_the_tag() => await VerifyAsync(
        ["tag", "add", await Reels.PathAsync(Reels.Match), "Pit stop", "--from", "10:00:01;00", "--to", "2.002", "--kind", "scene-of-note", "--box", "0.25,0.5,0.2,0.1", "--note", "in the rain", "--by", "Ada", "--json"]);

    [Fact]
    public async Task Tag_reject_answers_how_the_tag_stands() => await VerifyAsync(
        ["tag", "reject", await Reels.PathAsync(Reels.Match), "chapter:goal", "--note", "no goal", "--by", "Ada", "--json"]);

    [Fact]
    public async Task Tag_list_answers_every_tag() => await VerifyAsync(
        ["tag", "verify", await Reels.PathAsync(Reels.Match), "kick off", "--by", "Ada"], ["tag", "list", await Reels.PathAsync(Reels.Match), "--kind", "chapter", "--json"]);

    private static async Task VerifyAsync(string[][] commands, string test)
    {
        using var shelf = await Shelf.CopyAsync();
        foreach (var command in commands[..^1])
        {
            Assert.Equal(ExitCodes.Ok, (await shelf.RunAsync(command)).ExitCode);
        }

        await VerifyAsync(await shelf.RunAsync(commands[^1]), test);
    }

    private static Task VerifyAsync(string[] command, [CallerMemberName] string test = "") => VerifyAsync([command], test);

    private static Task VerifyAsync(string[] first, string[] second, [CallerMemberName] string test = "") => VerifyAsync([first, second], test);

    private static Task VerifyAsync(string[] first, string[] second, string[] third, string[] fourth, [CallerMemberName] string test = "") => VerifyAsync([first, second, third, fourth], test);

    private static async Task VerifyAsync(Ran ran, [CallerMemberName] string test = "") => Golden.Verify(await ran.GoldenJsonAsync(), test: test);
}
