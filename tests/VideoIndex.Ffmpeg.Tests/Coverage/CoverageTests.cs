using System.Collections.Concurrent;
using System.Globalization;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Ffmpeg.Tests.Hostile;
using VideoIndex.Videos;

namespace VideoIndex.Ffmpeg.Tests.Coverage;

/// <summary>What is said of how much could be read is true.</summary>
public sealed class CoverageTests : IAsyncLifetime
{
    private const int Frames = 250;
    private const string Source = "-f lavfi -i testsrc2=s=160x90:r=25:d=10 -f lavfi -i sine=d=10 -pix_fmt yuv420p -c:v libx264 -preset ultrafast -g 25 -threads 1 -c:a aac -ac 1";
    private const string Varying = "-f lavfi -i testsrc2=s=160x90:r=25:d=10,settb=1/1000,setpts=40*N+3*mod(N*N\\,11) -vsync passthrough -enc_time_base 1:1000 -pix_fmt yuv420p -c:v libx264 -preset ultrafast -g 25 -threads 1";
    private readonly string _library = Directory.CreateTempSubdirectory("coverage-").FullName;
    private Workshop _shop = null!;
    private MediaTools _tools = null!;

    public async Task InitializeAsync() => (_shop, _tools) = (await Workshop.OpenAsync(), await MediaTools.DiscoverAsync(default));

    public Task DisposeAsync()
    {
        _shop.Dispose();
        Directory.Delete(_library, recursive: true);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("whole.mp4", Source, "-movflags +faststart")]
    [InlineData("reordered.mp4", Source, "-bf 3 -b_strategy 0 -movflags +faststart")]
    [InlineData("varying.mp4", Varying, "-movflags +faststart")]
    [InlineData("whole.mkv", Source, "-shortest")]
    [InlineData("varying.mkv", Varying, "-shortest")]
    public async Task A_cut_file_is_degraded_and_its_coverage_is_within_2_percent_of_the_truth(string name, string source, string more)
    {
        var whole = await File.ReadAllBytesAsync(await _shop.MakeAsync(name, $"{source} {more}"));
        foreach (var percent in (int[])[10, 25, 50, 90])
        {
            var cut = _shop.Write($"cut-{percent}-{name}", whole[..(whole.Length * percent / 100)]);
            var truth = (double)await PresentAsync(cut) / Frames;

            var video = await ReadAsync(cut);

            Assert.Equal((percent, VideoState.Degraded), (percent, video.State));
            Assert.InRange(video.Coverage!.Value.ToDouble(), truth - 0.02, truth + 0.02);
        }
    }

    [Theory]
    [InlineData("mp4")]
    [InlineData("mkv")]
    [InlineData("ts")]
    public async Task What_is_damaged_in_the_middle_is_never_ok(string extension)
    {
        var bytes = await File.ReadAllBytesAsync(await _shop.MakeAsync($"damage.{extension}", Source));
        for (var seed = 0; seed < 4; seed++)
        {
            var damaged = (byte[])bytes.Clone();
            var random = new Random(seed);
            for (var i = 0; i < 100; i++)
            {
                damaged[random.Next(damaged.Length / 4, damaged.Length * 3 / 4)] ^= (byte)random.Next(1, 256);
            }

            var video = await ReadAsync(_shop.Write($"damaged-{seed}.{extension}", damaged));
            Assert.NotEqual((seed, VideoState.Ok), (seed, video.State));
        }
    }

    [Fact]
    public async Task A_hole_in_the_middle_is_not_covered()
    {
        var whole = await File.ReadAllBytesAsync(await _shop.MakeAsync("hole.ts", Source));
        var third = whole.Length / 3 / 188 * 188;
        var cut = _shop.Write("cut-hole.ts", [.. whole[..third], .. whole[(2 * third)..]]);
        var truth = (double)await PresentAsync(cut) / Frames;

        var video = await ReadAsync(cut);

        Assert.Equal(VideoState.Degraded, video.State);
        Assert.InRange(video.Coverage!.Value.ToDouble(), truth - 0.02, truth + 0.02);
    }

    [Theory]
    [InlineData(Source, "mp4")]
    [InlineData(Source, "mkv")]
    [InlineData(Source, "ts")]
    [InlineData(Varying, "mp4")]
    [InlineData(Varying, "mkv")]
    public async Task What_is_whole_is_ok_and_covered_whole(string source, string extension)
    {
        var video = await ReadAsync(await _shop.MakeAsync($"sound.{extension}", source));
        Assert.Equal((VideoState.Ok, null, 1.0, Frames), (video.State, video.Sentence, video.Coverage!.Value.ToDouble(), video.Frames));
    }

    [FixtureFact]
    [Trait("Speed", "Slow")]
    public async Task Of_the_real_clips_only_the_corrupted_one_is_not_ok()
    {
        var clips = Directory.EnumerateFiles(Fixtures.Video(""), "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) != ".json").ToList();
        var notOk = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(clips, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (clip, _) =>
        {
            if (await ReadAsync(clip) is { State: not VideoState.Ok } video)
            {
                notOk.Add($"{Path.GetRelativePath(Fixtures.Video(""), clip)} {video.State} {video.Code}");
            }
        });
        Assert.Equal("dmlc__decord/corrupted.mp4 Degraded damaged", string.Join('\n', notOk.Order(StringComparer.Ordinal)));
    }

    // A library for each: what belongs to no run of its store, a library sweeps away.
    private async Task<Video> ReadAsync(string path) => (await new WholeIngest(_tools, Path.Combine(_library, Path.GetRandomFileName())).ReadAsync(path)).Video;

    // By another road than the product's: ffprobe decodes and counts.
    private static async Task<int> PresentAsync(string path)
    {
        var (_, said) = await Workshop.RunAsync(["ffprobe", "-v", "quiet", "-count_frames", "-select_streams", "v", "-show_entries", "stream=nb_read_frames", "-of", "csv=p=0", path]);
        return int.Parse(said.Trim().Split(',', '\n')[0], CultureInfo.InvariantCulture);
    }
}
