using System.Text.Json.Nodes;
using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Vocabularies;

public sealed class VocabularyTests : IDisposable
{
    private readonly Shelf _shelf = new();

    [Fact]
    public async Task An_empty_vocabulary_says_how_to_add_to_it()
    {
        await _shelf.RunAsync("vocabulary", "ignore", "blur");
        Assert.Equal("The vocabulary is empty. Add to it with: videoindex vocabulary add NAME LABEL\nPassed over: blur.\n", (await _shelf.RunAsync("vocabulary", "show")).Output);
    }

    [Fact]
    public async Task A_concept_is_shown_with_all_that_are_kinds_of_it()
    {
        await FillAsync();
        Assert.Equal(
            """
            vehicle
              preferred    en     vehicle
            truck, a kind of vehicle
              preferred    de     Lastwagen
              preferred    en     truck
              alternative  en     lorry

            """.ReplaceLineEndings("\n"),
            (await _shelf.RunAsync("vocabulary", "show", "VEHICLE")).Output);
    }

    [Fact]
    public async Task What_was_exported_is_imported_as_it_was()
    {
        await FillAsync();
        var before = (await _shelf.RunAsync("vocabulary", "show", "--json")).Output;
        foreach (var file in (string[])[In("v.csv"), In("v.json")])
        {
            await _shelf.RunAsync("vocabulary", "export", file);
            await _shelf.RunAsync("vocabulary", "remove", "truck");
            Assert.Equal("4 statements added, 0 removed. The vocabulary has 2 concepts.\n", (await _shelf.RunAsync("vocabulary", "import", file)).Output);
            Assert.Equal(before, (await _shelf.RunAsync("vocabulary", "show", "--json")).Output);
        }
    }

    [Fact]
    public async Task Labels_parents_and_noise_are_taken_back()
    {
        await FillAsync();
        await _shelf.RunAsync("vocabulary", "ignore", "Blur");
        Assert.Equal("0 statements added, 1 removed. The vocabulary has 2 concepts.\n", (await _shelf.RunAsync("vocabulary", "ignore", "blur", "--undo")).Output);
        Assert.Equal("0 statements added, 2 removed. The vocabulary has 2 concepts.\n", (await _shelf.RunAsync("vocabulary", "remove", "lorry", "LORRY", "--from-under", "vehicle")).Output);
        Assert.Equal("0 statements added, 1 removed. The vocabulary has 1 concept.\n", (await _shelf.RunAsync("vocabulary", "remove", "vehicle")).Output);
    }

    [Theory]
    [InlineData(2, "cycle", "vocabulary", "add", "vehicle", "--under", "truck")]
    [InlineData(2, "label-taken", "vocabulary", "add", "vehicle", "lorry")]
    [InlineData(2, "bad-language", "vocabulary", "add", "truck", "x", "--language", "English")]
    [InlineData(3, "no-such-concept", "vocabulary", "show", "boat")]
    [InlineData(3, "no-such-concept", "vocabulary", "map", "x", "--to", "boat")]
    [InlineData(3, "no-such-label", "vocabulary", "remove", "truck", "boat")]
    [InlineData(3, "no-suggestion", "vocabulary", "accept", "zeppelin")]
    [InlineData(3, "no-such-file", "vocabulary", "import", "/nowhere/v.csv")]
    [InlineData(2, "bad-output", "vocabulary", "export", "v.txt")]
    [InlineData(2, "bad-usage", "vocabulary", "accept", "x", "--as", "truck", "--new")]
    public async Task What_cannot_be_has_a_code(int exitCode, string code, params string[] arguments)
    {
        await FillAsync();
        var ran = await _shelf.RunAsync([.. arguments, "--json"]);
        Assert.Equal((exitCode, code), (ran.ExitCode, (string?)JsonNode.Parse(ran.Output)!["error"]!["code"]));
    }

    [Fact]
    public async Task A_word_that_found_nothing_is_accepted_as_what_it_is_near()
    {
        await FillAsync();
        await _shelf.RunAsync("search", "say:lory");
        Assert.Contains("  lory: perhaps lorry (concept truck)\n", (await _shelf.RunAsync("vocabulary", "misses")).Output, StringComparison.Ordinal);
        Assert.Equal("1 statement added, 0 removed. The vocabulary has 2 concepts.\n", (await _shelf.RunAsync("vocabulary", "accept", "lory")).Output);
        Assert.Equal("No search that found nothing is remembered.\n", (await _shelf.RunAsync("vocabulary", "misses")).Output);
        await _shelf.RunAsync("vocabulary", "accept", "tram", "--new");
        await _shelf.RunAsync("vocabulary", "accept", "trolley", "--as", "street car");
        Assert.Equal(["street-car", "tram", "truck", "vehicle"], Concepts((await _shelf.RunAsync("vocabulary", "show", "--json")).Output));
    }

    [Fact]
    public async Task A_search_that_is_not_to_be_remembered_is_not()
    {
        await FillAsync();
        await _shelf.RunAsync("search", "say:lory", "--no-search-log");
        await _shelf.RunAsync("search", "shot:9");
        Assert.Equal("No search that found nothing is remembered.\n", (await _shelf.RunAsync("vocabulary", "misses")).Output);
    }

    [Fact]
    public async Task A_synonym_finds_at_once_what_the_word_did_not()
    {
        using var copy = await Shelf.CopyAsync();
        Assert.Equal("Nothing found.\n", (await copy.RunAsync("search", "say:zebra")).Output);
        await copy.RunAsync("vocabulary", "add", "kick", "--by", "Ada");
        await copy.RunAsync("vocabulary", "add", "kick", "Zebra", "--language", "de", "--by", "Ada");
        Assert.Contains("A perfect free [kick]", (await copy.RunAsync("search", "say:zebra")).Output, StringComparison.Ordinal);
        await copy.RunAsync("vocabulary", "remove", "kick", "--by", "Ada");
        Assert.Equal("Nothing found.\n", (await copy.RunAsync("search", "say:zebra")).Output);
    }

    public void Dispose() => _shelf.Dispose();

    private async Task FillAsync()
    {
        await _shelf.RunAsync("vocabulary", "add", "vehicle");
        await _shelf.RunAsync("vocabulary", "add", "truck", "lorry", "--under", "vehicle");
        await _shelf.RunAsync("vocabulary", "add", "lorry", "--preferred", "Lastwagen", "--language", "de");
    }

    private static IEnumerable<string?> Concepts(string json) => JsonNode.Parse(json)!["concepts"]!.AsArray().Select(concept => (string?)concept!["id"]);

    private string In(string name) => Path.Combine(_shelf.Folder, name);
}
