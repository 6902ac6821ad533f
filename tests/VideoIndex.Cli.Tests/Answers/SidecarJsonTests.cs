using System.Runtime.CompilerServices;
using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Answers;

/// <summary>What programs build on. The examples in docs/json.md are cut from these files.</summary>
public sealed class SidecarJsonTests : IDisposable
{
    private readonly Shelf _shelf = new();

    [Fact]
    public async Task Sidecar_write_answers_what_it_wrote()
    {
        using var full = await Shelf.CopyAsync();
        await VerifyAsync(await full.RunAsync("sidecar", "write", await Reels.PathAsync(Reels.Sound), "-o", Path.Combine(full.Folder, "cars"), "--json"));
    }

    [Fact]
    public async Task Sidecar_read_answers_what_became_of_each()
    {
        await WriteAsync();
        await VerifyAsync(await _shelf.RunAsync("sidecar", "read", Cars, "--json"));
    }

    [Fact]
    public async Task Sidecar_check_answers_what_is_wrong_and_where()
    {
        await WriteAsync();
        string[] names = [await (await Shelf.FullAsync()).IdAsync(Reels.Sound), await (await Shelf.FullAsync()).IdAsync(Reels.Varying), "zebra"];
        await VerifyAsync(await _shelf.RunAsync(["sidecar", "check", .. names.Select(name => Path.Combine(Cars, $"{name}.videoindex.json")), "--json"]));
    }

    public void Dispose() => _shelf.Dispose();

    private string Cars => Path.Combine(_shelf.Folder, "cars");

    // One as it was written, one in which a person made a mistake, one that is nothing of the kind.
    private async Task WriteAsync()
    {
        var full = await Shelf.FullAsync();
        await full.RunAsync("sidecar", "write", await Reels.PathAsync(Reels.Sound), await Reels.PathAsync(Reels.Varying), "-o", Cars);
        var spoilt = Path.Combine(Cars, await full.IdAsync(Reels.Varying) + ".videoindex.json");
        var text = await File.ReadAllTextAsync(spoilt);
        await File.WriteAllTextAsync(spoilt, text.Replace("\"start\":\"0\"", "\"start\":\"0/0\"", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(Cars, "zebra.videoindex.json"), "{}");
    }

    private static async Task VerifyAsync(Ran ran, [CallerFilePath] string source = "", [CallerMemberName] string test = "") =>
        Golden.Verify(await ran.GoldenJsonAsync(), source, test);
}
