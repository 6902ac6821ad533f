using System.Runtime.CompilerServices;
using VideoIndex.Cli.Tests.Footage;
using VideoIndex.Testing.Clips;

namespace VideoIndex.Cli.Tests.Answers;

/// <summary>What programs build on. The examples in docs/json.md are cut from these files.</summary>
public sealed class BrandJsonTests : IDisposable
{
    private readonly Shelf _shelf = new();

    [Fact]
    public async Task Brand_add_answers_the_brand() => await VerifyAsync(await AddAsync());

    [Fact]
    public async Task Brand_show_answers_everything_known()
    {
        using var copy = await Shelf.CopyAsync();
        await copy.RunAsync("brand", "add", "Bars", "--from", await Reels.PathAsync(Reels.Match), "10:00:02;10", "40,20,120,60", "--by", "Ada");
        await VerifyAsync(await copy.RunAsync("brand", "show", "bars", "--json"));
    }

    [Fact]
    public async Task Brand_list_answers_every_brand()
    {
        await AddAsync();
        await VerifyAsync(await _shelf.RunAsync("brand", "list", "--group", "CUP", "--json"));
    }

    [Fact]
    public async Task Brand_edit_answers_the_brand_as_it_stands()
    {
        await AddAsync();
        await VerifyAsync(await _shelf.RunAsync("brand", "edit", "acme", "--name", "Acme Corp", "--no-group", "cup", "--attribute", "tier=silver", "--by", "Bob", "--json"));
    }

    [Fact]
    public async Task Brand_import_answers_what_was_taken_and_what_was_not()
    {
        await File.WriteAllTextAsync(In("list.csv"), "brand,file\nAcme,a.png\nBeta,list.csv\n");
        await File.WriteAllBytesAsync(In("a.png"), DrawnPicture.Png(DrawnPicture.Mark(80, 50, 1)));
        await VerifyAsync(await _shelf.RunAsync("brand", "import", In("list.csv"), "--group", "Cup", "--by", "Ada", "--json"));
    }

    public void Dispose() => _shelf.Dispose();

    private async Task<Ran> AddAsync()
    {
        await File.WriteAllBytesAsync(In("a.png"), DrawnPicture.Png(DrawnPicture.Mark(80, 50, 1)));
        return await _shelf.RunAsync("brand", "add", "Acme", In("a.png"), "--logo", "wordmark", "--group", "Cup", "--attribute", "tier=gold", "--by", "Ada", "--json");
    }

    private string In(string name) => Path.Combine(_shelf.Folder, name);

    private static async Task VerifyAsync(Ran ran, [CallerMemberName] string test = "") => Golden.Verify(await ran.GoldenJsonAsync(), test: test);
}
