using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Answers;

public sealed partial class WordsTests
{
    private static readonly string[] Commands =
    [
        "index", "watch", "work", "search", "list", "show", "transcript", "listen", "frame", "clip", "export", "retune", "reindex", "remove",
        "field", "field define", "field list", "field choices", "field remove", "set", "collection", "collection add", "collection remove", "collection list",
        "tag", "tag add", "tag list", "tag verify", "tag reject", "tag correct", "tag withdraw",
        "import", "import add", "import list", "import remove",
        "brand", "brand add", "brand import", "brand list", "brand show", "brand edit", "brand remove-example", "brand retire", "brand restore",
        "vocabulary", "vocabulary show", "vocabulary add", "vocabulary map", "vocabulary ignore", "vocabulary remove", "vocabulary import", "vocabulary export", "vocabulary history",
        "vocabulary misses", "vocabulary accept",
        "models", "models list", "models install", "models import", "models verify", "models remove",
        "sidecar", "sidecar write", "sidecar read", "sidecar check", "jobs", "jobs list", "jobs show", "jobs retry", "jobs discard", "events", "alert", "alert add", "alert list", "alert run", "alert wake", "alert remove", "doctor", "demo",
    ];

    [Fact]
    public Task List_is_a_table() => VerifyAsync(["list"]);

    [Fact]
    public async Task Show_is_a_page() => await VerifyAsync(["show", await Reels.PathAsync(Reels.Match)]);

    [Fact]
    public async Task Show_says_why_a_file_was_rejected() => await VerifyAsync(["show", await Reels.PathAsync(Reels.Broken)]);

    [Fact]
    public async Task Show_of_a_varying_rate_gives_clock_times() => await VerifyAsync(["show", await Reels.PathAsync(Reels.Varying)]);

    [Fact]
    public Task Search_groups_moments_under_their_videos() => VerifyAsync(["search", "kick"]);

    [Fact]
    public Task Search_marks_all_that_matches_in_one_line() => VerifyAsync(["search", "perfect", "kick"]);

    [Fact]
    public Task Help_names_every_command() => VerifyAsync(["--help"]);

    [Fact]
    public async Task Help_of_every_command()
    {
        var shelf = await Shelf.FullAsync();
        var pages = await Task.WhenAll(Commands.Select(command => shelf.RunAsync([.. command.Split(' '), "--help"])));
        Golden.Verify(string.Join("----\n", pages.Select(page => page.Output.TrimEnd('\n') + "\n")));
    }

    [Fact]
    public async Task No_command_at_all_shows_the_help_and_is_a_mistake()
    {
        using var output = new StringWriter();
        Assert.Equal(ExitCodes.Usage, await CommandLine.RunAsync([], output, TextWriter.Null));
        Assert.Equal((await (await Shelf.FullAsync()).RunAsync("--help")).Output, output.ToString());
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        using var output = new StringWriter();
        await CommandLine.RunAsync(["--version"], output, TextWriter.Null);
        Assert.Matches(@"^\d+\.\d+\.\d+(\+[0-9a-f]{40})?\n$", output.ToString());
    }

    [Fact]
    public async Task An_empty_library_says_how_to_fill_it()
    {
        using var shelf = await Shelf.CopyAsync();
        foreach (var listed in (await shelf.RunAsync("list", "--json")).Json()["videos"]!.AsArray())
        {
            await shelf.RunAsync("remove", listed!["id"]!.GetValue<string>());
        }

        Assert.Equal("The library is empty. Fill it with: videoindex index FILE\n", (await shelf.RunAsync("list")).Output);
    }

    [Fact]
    public async Task A_search_that_is_cut_short_says_so() =>
        Assert.EndsWith("1 moment in 1 video.\nThese are the first; --limit shows more.\n", (await (await Shelf.FullAsync()).RunAsync("search", "kick", "--limit", "1")).Output);

    [Fact]
    public async Task The_next_page_goes_on_where_the_one_before_ended()
    {
        var shelf = await Shelf.FullAsync();
        var all = (await shelf.RunAsync("search", "kick", "--order", "time", "--json")).Json()["moments"]!.AsArray().Select(moment => moment!["start"]!.ToString()).ToList();
        var told = new List<string>();
        string[] after = [];
        do
        {
            var page = (await shelf.RunAsync(["search", "kick", "--order", "time", "--limit", "1", "--json", .. after])).Json();
            told.Add(page["moments"]!.AsArray().Single()!["start"]!.ToString());
            Assert.Equal(all.Count, page["total"]!.GetValue<int>());
            after = page["next"] is { } next ? ["--after", next.GetValue<string>()] : [];
        }
        while (after is not []);

        Assert.True(all.Count > 1);
        Assert.Equal(all, told);
    }

    [Theory]
    [InlineData("bad-page", "kick", "--after", "tomorrow")]
    [InlineData("unknown-facet", "kick", "--facets", "video,colour")]
    [InlineData("bad-usage", "kick", "--order", "random")]
    [InlineData("unknown-engine", "kick", "--search-engine", "lucene")]
    [InlineData("not-secure", "kick", "--search-engine", "elasticsearch:http://search.example:9200")]
    public async Task What_search_cannot_do_is_refused_with_a_code(string code, params string[] typed)
    {
        var ran = await (await Shelf.FullAsync()).RunAsync(["search", .. typed, "--json"]);

        Assert.Equal((ExitCodes.Usage, code), (ran.ExitCode, ran.Json()["error"]!["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Facets_and_an_explanation_are_given_when_asked_for()
    {
        var ran = await (await Shelf.FullAsync()).RunAsync("search", "kick", "--facets", "language,status", "--explain");

        Assert.Contains("By language: eng ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("By status: unreviewed ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Explained: Term 'kick' in everywhere plain words search: 'kick' with any ending", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reindexing_says_what_it_did()
    {
        using var shelf = await Shelf.CopyAsync();
        var before = (await shelf.RunAsync("search", "kick", "--json")).Output;

        Assert.Matches("^The search index of [1-9][0-9]* videos was made anew: [1-9][0-9]* things can be found\\.\n$", (await shelf.RunAsync("reindex")).Output);
        Assert.True((await shelf.RunAsync("reindex", "--json")).Json()["things"]!.GetValue<long>() > 10);
        Assert.Equal(before, (await shelf.RunAsync("search", "kick", "--json")).Output);
    }

    [Fact]
    public async Task Every_command_and_option_the_documents_type_is_one()
    {
        var shelf = await Shelf.FullAsync();
        string[] documents = ["README.md", "docs/cli.md", "docs/events.md", "docs/library.md", "docs/brands.md", "docs/metadata.md", "docs/alerts.md", "docs/vocabulary.md", "docs/import.md"];
        var typed = documents.SelectMany(name => Typed().Matches(File.ReadAllText(Path.Combine(Repository.Root, name)))).ToList();
        Assert.True(typed.Count > 15);
        foreach (var line in typed)
        {
            var help = (await shelf.RunAsync([.. line.Groups["command"].Value.Split(' '), "--help"])).Output;
            Assert.StartsWith("Description:", help, StringComparison.Ordinal);
            Assert.All(Option().Matches(line.Groups["rest"].Value), option => Assert.Contains(option.Value, help, StringComparison.Ordinal));
        }
    }

    // A line of a shell block, or a whole line in backticks.
    [GeneratedRegex(@"(?m)(?:^|\./|`)videoindex (?<command>(?:jobs|brand|field|collection|tag|import|vocabulary|alert) [a-z-]+|[a-z]+)(?<rest>[^`|#\n]*)")]
    private static partial Regex Typed();

    [GeneratedRegex("(?<![\\w-])--[a-z][a-z-]+")]
    private static partial Regex Option();

    private static async Task VerifyAsync(string[] arguments, [CallerMemberName] string test = "") =>
        Golden.Verify(await (await (await Shelf.FullAsync()).RunAsync(arguments)).GoldenWordsAsync(), test: test);
}
