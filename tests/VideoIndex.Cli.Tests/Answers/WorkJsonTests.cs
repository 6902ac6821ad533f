using System.Runtime.CompilerServices;
using VideoIndex.Cli.Tests.Footage;
using VideoIndex.Cli.Tests.Work;

namespace VideoIndex.Cli.Tests.Answers;

/// <summary>What programs build on, of jobs and events. The examples in docs/json.md and docs/events.md are cut from these files.</summary>
public sealed class WorkJsonTests
{
    [Fact]
    public Task Jobs_list_answers_every_job() => VerifyAsync("jobs|list|--video|/films/final.mp4|--limit|2");

    [Fact]
    public Task Jobs_show_answers_everything_known_of_a_job() => VerifyAsync("jobs|show|2");

    [Fact]
    public Task Jobs_retry_answers_which_jobs() => VerifyAsync("jobs|retry|2|3");

    [Fact]
    public Task Jobs_discard_answers_which_jobs() => VerifyAsync("jobs|discard|--all-dead");

    [Fact]
    public Task Events_answers_one_event_a_line() => VerifyAsync("events|--after|0");

    [Fact]
    public Task Events_delivered_are_counted() => VerifyAsync("events|--run|cat > /dev/null");

    [Fact]
    public async Task Watch_answers_which_file_it_took()
    {
        using var shelf = new Shelf();
        var drop = Directory.CreateDirectory(Path.Combine(shelf.Folder, "drop")).FullName;
        await File.WriteAllTextAsync(Path.Combine(drop, "late.mp4"), "This is no video.");
        using var program = Running.Start(shelf, "watch", drop, "--settle", "50ms", "--poll", "50ms", "--no-work", "--json");
        var line = await program.Output.ReadLineAsync();
        await program.TerminateAsync();
        Golden.Verify(await new Ran(0, line!, "", shelf.Library).GoldenJsonAsync());
    }

    private static async Task VerifyAsync(string line, [CallerMemberName] string test = "")
    {
        using var shelf = await Backlog.MakeAsync();
        var ran = await shelf.RunAsync([.. line.Split('|'), "--json"]);
        Golden.Verify(await ran.GoldenJsonAsync(), test: test);
    }
}
