using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Work;

public sealed class JobsTests : IAsyncLifetime
{
    private Shelf _shelf = null!;

    public async Task InitializeAsync() => _shelf = await Backlog.MakeAsync();

    public Task DisposeAsync()
    {
        _shelf.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task List_is_a_table_that_says_why_jobs_failed() => Golden.Verify(await (await RunAsync("jobs list")).GoldenWordsAsync());

    [Fact]
    public async Task Show_tells_a_job_s_history_and_how_to_try_it_again() => Golden.Verify(await (await RunAsync("jobs show 2")).GoldenWordsAsync());

    [Fact]
    public async Task Show_tells_who_is_at_work() => Golden.Verify(await (await RunAsync("jobs show 4")).GoldenWordsAsync());

    [Theory]
    [InlineData("jobs list --state dead", "2 3")]
    [InlineData("jobs list --state ready", "1 5")]
    [InlineData("jobs list --state leased", "4")]
    [InlineData("jobs list --state discarded", "")]
    [InlineData("jobs list --video /films/final.mp4", "1 2 3 4 5")]
    [InlineData("jobs list --limit 2", "1 2")]
    public async Task A_list_holds_what_was_asked_for(string line, string numbers) => Assert.Equal(numbers, await NumbersAsync(line));

    [Fact]
    public async Task A_list_can_be_of_one_cause() =>
        Assert.Equal("3", Numbers((await _shelf.RunAsync("jobs", "list", "--json", "--fingerprint", "FormatException at Wire.Read")).Json()["jobs"]!));

    [Fact]
    public async Task What_is_retried_is_due_again_and_its_history_is_kept()
    {
        Assert.Equal("2 jobs to be tried again.\n", (await RunAsync("jobs retry 2 3")).Output);
        Assert.Equal("", await NumbersAsync("jobs list --state dead"));
        var shown = (await RunAsync("jobs show 2 --json")).Json();
        Assert.Equal(("ready", 0, 1), ($"{shown["job"]!["state"]}", shown["job"]!["failures"]!.GetValue<int>(), shown["history"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("retry", "ready")]
    [InlineData("discard", "discarded")]
    public async Task All_dead_jobs_of_one_cause_can_be_judged_at_once(string verdict, string state)
    {
        var ran = await _shelf.RunAsync("jobs", verdict, "--all-dead", "--fingerprint", "OverflowException at Rational.Add", "--json");
        Assert.Equal("2", Numbers(ran.Json()["jobs"]!, whole: true));
        Assert.Equal(state, $"{(await RunAsync("jobs show 2 --json")).Json()["job"]!["state"]}");
        Assert.Equal("3", await NumbersAsync("jobs list --state dead"));
        Assert.Equal("3", Numbers((await RunAsync($"jobs {verdict} --all-dead --json")).Json()["jobs"]!, whole: true));
        Assert.Equal("There are no such dead jobs.\n", (await RunAsync($"jobs {verdict} --all-dead")).Output);
    }

    [Fact]
    public async Task What_is_discarded_can_still_be_retried_by_its_number()
    {
        await RunAsync("jobs discard 2");
        Assert.Equal("3 videoindex: Job 2 is discarded, not dead, so nothing was changed.", (await RunAsync("jobs discard 2")).Ending);
        Assert.Equal("1 job to be tried again.\n", (await RunAsync("jobs retry 2")).Output);
    }

    [Theory]
    [InlineData("jobs show 99", "3 videoindex: There is no job 99; jobs of a finished run are forgotten. See: videoindex jobs list")]
    [InlineData("jobs retry 2 99", "3 videoindex: There is no job 99, so nothing was changed. See: videoindex jobs list")]
    [InlineData("jobs retry 2 4", "3 videoindex: Job 4 is leased, not dead, so nothing was changed.")]
    [InlineData("jobs discard 2 1", "3 videoindex: Job 1 is ready, not dead, so nothing was changed.")]
    [InlineData("jobs retry", "2 videoindex: jobs retry takes either numbers of jobs or --all-dead. Run: videoindex jobs retry --help")]
    [InlineData("jobs retry 2 --all-dead", "2 videoindex: jobs retry takes either numbers of jobs or --all-dead. Run: videoindex jobs retry --help")]
    [InlineData("jobs discard 2 --fingerprint x", "2 videoindex: --fingerprint goes with --all-dead. Run: videoindex jobs discard --help")]
    [InlineData("jobs list --state lost", "2 videoindex: --state is ready, leased, dead or discarded, not 'lost'. Run: videoindex jobs list --help")]
    [InlineData("jobs show twelve", "2 videoindex: JOB is a whole number from 0, not 'twelve'. Run: videoindex jobs show --help")]
    [InlineData("jobs retry 1 two", "2 videoindex: JOB is a whole number from 0, not 'two'. Run: videoindex jobs retry --help")]
    [InlineData("jobs", "2 videoindex: Say what to do with jobs: list, show, retry, discard. Run: videoindex jobs --help")]
    [InlineData("jobs lst", "2 videoindex: There is no command 'jobs lst'. Did you mean jobs list? Run: videoindex jobs --help")]
    [InlineData("jobs show", "2 videoindex: jobs show needs JOB. Run: videoindex jobs show --help")]
    [InlineData("jobs list all", "2 videoindex: jobs list does not take 'all'. Run: videoindex jobs list --help")]
    public async Task A_mistake_gets_one_sentence_and_changes_nothing(string line, string ending)
    {
        Assert.Equal(ending, (await RunAsync(line)).Ending);
        Assert.Equal("2 3", await NumbersAsync("jobs list --state dead"));
    }

    [Fact]
    public async Task No_jobs_at_all_are_said()
    {
        using var empty = new Shelf();
        Sqlite.SqliteLibrary.Open(empty.Library).Dispose();
        Assert.Equal("There are no such jobs.\n", (await empty.RunAsync("jobs", "list")).Output);
    }

    private Task<Ran> RunAsync(string line) => _shelf.RunAsync(line.Split(' '));

    private async Task<string> NumbersAsync(string line) => Numbers((await RunAsync(line + " --json")).Json()["jobs"]!);

    private static string Numbers(System.Text.Json.Nodes.JsonNode jobs, bool whole = false) =>
        string.Join(' ', jobs.AsArray().Select(job => whole ? $"{job}" : $"{job!["job"]}"));
}
