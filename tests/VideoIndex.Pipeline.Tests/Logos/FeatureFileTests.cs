using System.Runtime.InteropServices;
using VideoIndex.Features;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Recognition;
using VideoIndex.Pipeline.Logos;

namespace VideoIndex.Pipeline.Tests.Logos;

public sealed class FeatureFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("features-").FullName;

    [Fact]
    public void Tracks_come_back_by_their_word_in_the_order_they_ended()
    {
        var (tracks, path) = Written(1_000);

        using var open = Open(path, out var evidence);

        Assert.Equal((640, 360, 1_000), (evidence.Width, evidence.Height, evidence.Count));
        Assert.Equal([LookPose.Start(5), LookPose.Start(6)], evidence.Looks.ToArray());
        for (var word = 0; word < 16; word++)
        {
            Assert.Equal(tracks.Where(track => (int)(track.Feature.Code.Low & 15) == word), evidence.Of(word).ToArray());
        }
    }

    [Fact]
    public void A_video_without_keypoints_has_a_file_without_tracks()
    {
        using var open = Open(Written(0).Path, out var evidence);

        Assert.Equal(0, evidence.Count);
        Assert.True(evidence.Of(7).IsEmpty);
    }

    [Fact]
    public void A_file_of_another_extractor_is_not_compared() => Assert.Null(FeatureFile.Open(Written(10).Path, "another"));

    [Theory]
    [InlineData(0)]    // the magic
    [InlineData(12)]   // a size
    [InlineData(20)]   // how many there are
    [InlineData(170)]  // a pose
    [InlineData(250)]  // the directory
    public void A_damaged_file_is_found_out(int at)
    {
        var (_, path) = Written(100);
        var bytes = File.ReadAllBytes(path);
        bytes[at] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.Throws<InvalidDataException>(() => FeatureFile.Open(path, "made-up 1"));
    }

    [Fact]
    public void Of_more_than_a_file_can_hold_some_of_all_parts_are_kept()
    {
        var (tracks, path) = Written(1_000, most: 300);

        using var open = Open(path, out var evidence);

        Assert.Equal(250, evidence.Count); // every fourth
        var kept = Enumerable.Range(0, 16).SelectMany(word => evidence.Of(word).ToArray()).ToHashSet();
        Assert.Equal(tracks.Where((_, at) => at % 4 == 0).ToHashSet(), kept);
    }

    [Fact]
    public void A_file_cut_short_is_found_out()
    {
        var (_, path) = Written(100);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);

        Assert.Throws<InvalidDataException>(() => FeatureFile.Open(path, "made-up 1"));
    }

    [Fact]
    public void The_same_tracks_are_the_same_bytes() => Assert.Equal(File.ReadAllBytes(Written(300).Path), File.ReadAllBytes(Written(300).Path));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IDisposable Open(string path, out FeatureEvidence evidence)
    {
        (var file, evidence) = FeatureFile.Open(path, "made-up 1")!.Value;
        return file;
    }

    private (FeatureTrack[] Tracks, string Path) Written(int count, int most = FeatureFile.Most)
    {
        var random = new Random(count);
        FeatureTrack[] tracks = [.. Enumerable.Range(0, count).Select(_ => new FeatureTrack(
            new SeenFeature(new FeatureCode((ulong)random.NextInt64(), (ulong)random.NextInt64()), 1, 2, 3, 4, 5), (uint)random.Next(2), 1))];
        var path = Path.Combine(_folder, Path.GetRandomFileName());
        using var spool = new MemoryStream(MemoryMarshal.AsBytes(tracks.AsSpan()).ToArray());
        FeatureFile.Write(path, (640, 360), "made-up 1", new SixteenWords(), spool, [LookPose.Start(5), LookPose.Start(6)], most);
        return (tracks, path);
    }

    private sealed class SixteenWords : ICodeWords
    {
        public int Count => 16;

        public int WordOf(FeatureCode code) => (int)(code.Low & 15);

        public IReadOnlyList<int> Near(FeatureCode code) => [WordOf(code)];
    }
}
