using System.Runtime.CompilerServices;
using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Answers;

/// <summary>What programs build on. The examples in docs/json.md are cut from these files.</summary>
public sealed class VocabularyJsonTests : IDisposable
{
    private readonly Shelf _shelf = new();

    [Fact]
    public async Task Vocabulary_show_answers_every_concept()
    {
        await FillAsync();
        await VerifyAsync(await _shelf.RunAsync("vocabulary", "show", "--json"));
    }

    [Fact]
    public async Task Vocabulary_add_answers_what_is_new()
    {
        await FillAsync();
        await VerifyAsync(await _shelf.RunAsync("vocabulary", "add", "truck", "camion", "lorry", "--by", "Ada", "--json"));
    }

    [Fact]
    public async Task Vocabulary_export_answers_where_it_is()
    {
        await FillAsync();
        await VerifyAsync(await _shelf.RunAsync("vocabulary", "export", Path.Combine(_shelf.Folder, "words.csv"), "--json"));
    }

    [Fact]
    public async Task Vocabulary_history_answers_who_changed_what()
    {
        await FillAsync();
        await VerifyAsync(await _shelf.RunAsync("vocabulary", "history", "--limit", "2", "--json"));
    }

    [Fact]
    public async Task Vocabulary_misses_answers_what_may_have_been_meant()
    {
        await FillAsync();
        await _shelf.RunAsync("search", "say:lory");
        await _shelf.RunAsync("search", "say:lory");
        await VerifyAsync(await _shelf.RunAsync("vocabulary", "misses", "--json"));
    }

    [Fact]
    public async Task Vocabulary_misses_answers_how_many_were_forgotten()
    {
        await FillAsync();
        await _shelf.RunAsync("search", "lory");
        await VerifyAsync(await _shelf.RunAsync("vocabulary", "misses", "--forget", "--json"));
    }

    public void Dispose() => _shelf.Dispose();

    private static async Task VerifyAsync(Ran ran, [CallerMemberName] string test = "") => Golden.Verify(await ran.GoldenJsonAsync(), test: test);

    private async Task FillAsync()
    {
        await _shelf.RunAsync("vocabulary", "add", "vehicle", "--by", "Ada");
        await _shelf.RunAsync("vocabulary", "add", "truck", "lorry", "--under", "vehicle", "--note", "It carries goods.", "--by", "Ada");
        await _shelf.RunAsync("vocabulary", "map", "motor_17", "--to", "lorry", "--by", "Ada");
        await _shelf.RunAsync("vocabulary", "ignore", "blur", "--by", "Bob");
    }
}
