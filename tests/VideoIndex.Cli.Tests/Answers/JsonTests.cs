using System.Runtime.CompilerServices;
using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Answers;

/// <summary>What programs build on. The examples in docs/json.md are cut from these files.</summary>
public sealed class JsonTests
{
    [Fact]
    public async Task Index_answers_one_record_a_file() => Golden.Verify(await (await Shelf.FillingAsync()).GoldenJsonAsync());

    [Fact]
    public Task Search_answers_what_was_said() => VerifyAsync(["search", "say:kick"]);

    [Fact]
    public Task Search_answers_with_the_evidence_of_every_term() => VerifyAsync(["search", "say:perfect", "tag:goal"]);

    [Fact]
    public Task Search_answers_tags() => VerifyAsync(["search", "tag:goal"]);

    [Fact]
    public Task Search_answers_shots() => VerifyAsync(["search", "\"shot 2\""]);

    [Fact]
    public Task Search_answers_videos() => VerifyAsync(["search", "video:\"harbour broadcasting\""]);

    [Fact]
    public Task Search_answers_no_moments_where_nothing_is_found() => VerifyAsync(["search", "zebra"]);

    [Fact]
    public async Task Reindex_answers_how_much_can_be_found() => await VerifyAsync(["reindex"], await Shelf.CopyAsync());

    [Fact]
    public Task List_answers_every_video() => VerifyAsync(["list"]);

    [Fact]
    public async Task Show_answers_everything_known() => await VerifyAsync(["show", await Reels.PathAsync(Reels.Match)]);

    [Fact]
    public async Task Show_answers_why_a_file_was_rejected() => await VerifyAsync(["show", await Reels.PathAsync(Reels.Broken)]);

    [Fact]
    public async Task Transcript_answers_which_it_wrote_as_what() =>
        await VerifyAsync(["transcript", await Reels.PathAsync(Reels.Match), "--format", "vtt", "--language", "en"]);

    [Fact]
    public async Task Frame_answers_which_frame_it_wrote() =>
        await VerifyAsync(["frame", await Reels.PathAsync(Reels.Match), "10:00:01;00", "-o", "frame.png"]);

    [Fact]
    public async Task Clip_answers_what_it_cut() =>
        await VerifyAsync(["clip", await Reels.PathAsync(Reels.Match), "10:00:00;20", "10:00:01;10", "-o", "exact.mp4"]);

    [Fact]
    public async Task Clip_without_encoding_answers_where_it_had_to_start() =>
        await VerifyAsync(["clip", await Reels.PathAsync(Reels.Match), "10:00:00;20", "10:00:01;10", "-o", "fast.mov", "--fast"]);

    [Fact]
    public Task Export_answers_which_files_it_wrote() => VerifyAsync(["export", "corner", "-o", "corners.csv"]);

    [Fact]
    public async Task Remove_answers_what_is_gone() => await VerifyAsync(["remove", await Reels.PathAsync(Reels.Match)], await Shelf.CopyAsync());

    [Fact]
    public async Task Retune_answers_how_many_shots_there_are() =>
        await VerifyAsync(["retune", await Reels.PathAsync(Reels.Match), "--threshold", "100"], await Shelf.CopyAsync());

    [Fact]
    public async Task Similar_answers_what_is_alike() => await VerifyAsync(["similar", await Reels.PathAsync(Reels.Match)]);

    [Fact]
    public Task Doctor_answers_what_is_here() => VerifyAsync(["doctor"]);

    [Fact]
    public Task A_failure_has_a_code() => VerifyAsync(["show", "nowhere.mov"]);

    [Fact]
    public Task A_failure_in_a_question_points_at_the_character() => VerifyAsync(["search", "kick", "sya:goal"]);

    [Fact]
    public Task A_mistyped_command_line_fails_in_JSON_too() => VerifyAsync(["list", "--jsno"]);

    [Fact]
    public async Task Text_in_any_script_is_written_as_it_is() =>
        Assert.Contains("\"text\":\"見事なフリーキックです\"", (await (await Shelf.FullAsync()).RunAsync("search", "フリーキック", "--json")).Output, StringComparison.Ordinal);

    private static async Task VerifyAsync(string[] arguments, Shelf? own = null, [CallerMemberName] string test = "")
    {
        var shelf = own ?? await Shelf.FullAsync();
        var ran = await shelf.RunAsync([.. arguments.Select(argument => shelf.Placed(argument)), "--json"]);
        own?.Dispose();
        Golden.Verify(await ran.GoldenJsonAsync(), test: test);
    }
}
