using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Logos;

public sealed class LogoSearchTests : IDisposable
{
    private readonly Shelf _shelf = new();

    [Fact]
    public async Task A_brand_on_screen_is_found_under_the_name_it_has_now_for_as_long_as_it_is_looked_for()
    {
        var (mark, video) = (_shelf.Placed("mark.png"), _shelf.Placed("match.mp4"));
        await Reels.DrawMarkAsync(mark, video);
        await _shelf.RunAsync("index", video);
        await _shelf.RunAsync("brand", "add", "Acme", mark);
        Assert.Contains("Nothing in this library has logos yet.", (await _shelf.RunAsync("search", "logo:acme")).Output);

        await _shelf.RunAsync("exposure");
        var found = (await _shelf.RunAsync("search", "logo:acme", "--json")).Json()["moments"]!.AsArray();
        var moment = Assert.Single(found)!;
        Assert.Equal(("logo", "Acme"), ($"{moment["kind"]}", $"{moment["label"]}"));
        Assert.InRange((double)moment["confidence"]!, 0.5, 1);
        Assert.Contains("looks, at the best in", $"{moment["how"]}");

        await _shelf.RunAsync("brand", "edit", "Acme", "--name", "Ajax");
        Assert.Equal((0, 1), (await CountAsync("logo:acme"), await CountAsync("logo:ajax")));
        await _shelf.RunAsync("retune", video, "--threshold", "30");
        Assert.Equal(1, await CountAsync("ajax"));
        await _shelf.RunAsync("brand", "retire", "Ajax");
        Assert.Equal(0, await CountAsync("logo:ajax"));
        await _shelf.RunAsync("brand", "restore", "Ajax");
        Assert.Equal(1, await CountAsync("logo:ajax"));
    }

    public void Dispose() => _shelf.Dispose();

    private async Task<int> CountAsync(string question) => (await _shelf.RunAsync("search", question, "--json")).Json()["moments"]!.AsArray().Count;
}
