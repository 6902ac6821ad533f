using VideoIndex.Features;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Recognition;
using VideoIndex.Pipeline.Logos;
using VideoIndex.Pipeline.Logos.Keeping;

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

    [Theory]
    [InlineData(999)]
    [InlineData(300)]
    [InlineData(1)]
    [InlineData(0)]
    public void Of_more_than_there_is_room_for_those_worth_most_are_kept(int most)
    {
        var (tracks, path) = Written(1_000, most);

        using var open = Open(path, out var evidence);

        var kept = Enumerable.Range(0, 16).SelectMany(word => evidence.Of(word).ToArray()).ToList();
        Assert.Equal(most, kept.Count);
        var worths = tracks.Select(track => track.Worth).OrderDescending().Take(most);
        Assert.Equal(worths, kept.Select(track => track.Worth).OrderDescending());
    }

    [Fact]
    public void Of_those_worth_the_same_some_of_all_parts_are_kept()
    {
        var (tracks, path) = Written(1_000, most: 250, background: 5);

        using var open = Open(path, out var evidence);

        var kept = Enumerable.Range(0, 16).SelectMany(word => evidence.Of(word).ToArray()).ToHashSet();
        Assert.Equal(tracks.Where((_, at) => at % 4 == 3).ToHashSet(), kept); // every fourth
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

    private (FeatureTrack[] Tracks, string Path) Written(int count, int most = FeatureFile.Most, byte? background = null)
    {
        var random = new Random(count);
        FeatureTrack[] tracks = [.. Enumerable.Range(0, count).Select(_ => new FeatureTrack(
            new SeenFeature(new FeatureCode((ulong)random.NextInt64(), (ulong)random.NextInt64()), 1, 2, 3, 4, background ?? (byte)random.Next(60)), (uint)random.Next(2), (byte)(background is null ? random.Next(1, 256) : 1)))];
        var path = Path.Combine(_folder, Path.GetRandomFileName());
        var spool = new TrackSpool(new MemoryStream());
        spool.Add(tracks);
        spool.Thin(most);
        FeatureFile.Write(path, (640, 360), "made-up 1", new SixteenWords(), spool, [LookPose.Start(5), LookPose.Start(6)]);
        return (tracks, path);
    }

    [Theory]
    [InlineData(7_200, 0, 7_142_857)]          // 200 MB an hour
    [InlineData(7_200, 100_000_000, 3_571_428)] // half of it is stills'
    [InlineData(7_200, 190_000_000, 2_857_142)] // two fifths are keypoints' in any case
    [InlineData(72, 0, 71_428)]
    [InlineData(1_000_000, 0, FeatureFile.Most)]
    public void How_many_tracks_are_kept_follows_from_the_bytes_an_hour(int looks, long stillBytes, long most) =>
        Assert.Equal(most, new FeatureKeeping("made-up 1", new SixteenWords(), "none").MostTracks(looks, stillBytes));

    [Fact]
    public void Long_tracks_are_worth_more_than_short_ones_and_rare_ones_more_than_common_ones()
    {
        FeatureTrack Track(byte background, byte count) => new(new SeenFeature(default, 0, 0, 0, 0, background), 0, count);

        Assert.Equal(0, Track(0, 1).Worth);
        Assert.Equal(FeatureTrack.MostWorth, Track(255, 255).Worth);
        Assert.True(Track(40, 10).Worth > Track(40, 9).Worth && Track(41, 10).Worth > Track(40, 10).Worth);
        Assert.InRange(Track(40, 30).Worth - Track(48, 11).Worth, -2, 2);
    }

    private sealed class SixteenWords : ICodeWords
    {
        public int Count => 16;

        public int WordOf(FeatureCode code) => (int)(code.Low & 15);

        public IReadOnlyList<int> Near(FeatureCode code) => [WordOf(code)];
    }
}
