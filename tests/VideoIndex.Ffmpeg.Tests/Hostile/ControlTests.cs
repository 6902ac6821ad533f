using VideoIndex.Ffmpeg.Tests.Hostile.Kinds;

namespace VideoIndex.Ffmpeg.Tests.Hostile;

/// <summary>The canary can be reached: naked FFmpeg reaches it. Without this, an unseen canary would prove nothing.</summary>
public sealed class ControlTests : IAsyncLifetime
{
    private Workshop _shop = null!;
    private Canary _canary = null!;

    public async Task InitializeAsync()
    {
        _shop = await Workshop.OpenAsync();
        _canary = await Canary.PlaceAsync(_shop);
    }

    public Task DisposeAsync()
    {
        _canary.Dispose();
        _shop.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("hls-absolute-file.mp4")]
    [InlineData("hls-relative.mp4")]
    [InlineData("ffconcat-relative.mp4")]
    public async Task Naked_Ffmpeg_shows_the_canary(string kind)
    {
        var path = await Playlists.All(_canary).Single(file => file.Kind == kind).MakeAsync(_shop);
        var gray = await _shop.MakeAsync("seen.gray", $"-protocol_whitelist file -i {path} -frames:v 1 -vf scale=320:180,format=gray -f rawvideo");
        Assert.True(Canary.IsIn(await File.ReadAllBytesAsync(gray)));
    }

    [Fact]
    public async Task Naked_Ffmpeg_calls_the_canary()
    {
        await Workshop.RunAsync(["ffmpeg", "-v", "error", "-nostdin", "-i", $"{_canary.Address}/a.ts", "-f", "null", "-"]);
        Assert.NotEqual(0, _canary.Calls);
    }

    [Fact]
    public async Task The_honest_clip_does_not_look_like_the_canary()
    {
        var gray = await _shop.MakeAsync("honest.gray", $"-i {_shop.Mp4} -frames:v 1 -vf scale=320:180,format=gray -f rawvideo");
        Assert.False(Canary.IsIn(await File.ReadAllBytesAsync(gray)));
    }
}
