using VideoIndex.Cli.Tests.Footage;

namespace VideoIndex.Cli.Tests.Answers;

/// <summary>What programs build on. The example in docs/json.md is cut from this file.</summary>
public sealed class ExposureJsonTests : IDisposable
{
    private readonly Shelf _shelf = new();

    [Fact]
    public async Task Exposure_answers_brands_and_their_appearances()
    {
        var (mark, video) = (_shelf.Placed("mark.png"), _shelf.Placed("match.mp4"));
        await Reels.DrawMarkAsync(mark, video);
        await _shelf.RunAsync("index", video);
        await _shelf.RunAsync("brand", "add", "Acme", mark);

        Golden.Verify(await (await _shelf.RunAsync("exposure", "--json")).GoldenJsonAsync());
    }

    public void Dispose() => _shelf.Dispose();
}
