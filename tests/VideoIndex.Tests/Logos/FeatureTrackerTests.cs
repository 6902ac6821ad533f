using VideoIndex.Features;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Geometry;

namespace VideoIndex.Tests.Logos;

public sealed class FeatureTrackerTests
{
    private const int Width = 640, Height = 360;

    [Fact]
    public void What_stands_is_kept_once()
    {
        var scene = Scene(200, 1);

        var (tracks, looks) = Follow([.. Enumerable.Repeat((scene, true), 10)]);

        Assert.Equal(200, tracks.Count);
        Assert.All(tracks, track => Assert.Equal((0u, (byte)10), (track.First, track.Count)));
        Assert.Equal(10, looks.Count);
    }

    [Fact]
    public void What_did_not_change_goes_on_without_being_seen_again()
    {
        var tracker = new FeatureTracker();
        tracker.Add(0, new LookFeatures(PictureArea.Whole(Width, Height), Scene(100, 2)), follows: false);
        tracker.Add(1, new LookFeatures(new PictureArea(Width, Height), []), follows: true);
        tracker.End();

        Assert.All(tracker.TakeEnded(), track => Assert.Equal(2, track.Count));
    }

    [Fact]
    public void What_a_pan_shows_is_followed_to_where_the_camera_brings_it()
    {
        var scene = Scene(300, 3);
        SeenFeature[] At(int look) => [.. scene.Select(feature => feature with { X = (ushort)(feature.X + (look * 16 * 9)) })];

        var (tracks, looks) = Follow([.. Enumerable.Range(0, 6).Select(look => (At(look), true))]);

        Assert.Equal(300, tracks.Count);
        var expected = looks[0].To(looks[5]).At(new Point(0, 0));
        Assert.Equal(0, expected.To(new Point(45, 0)), 1);
    }

    [Fact]
    public void A_cut_ends_all_tracks_and_begins_new_ones()
    {
        var (tracks, looks) = Follow([(Scene(150, 4), true), (Scene(150, 5), true), (Scene(150, 5), true)]);

        Assert.Equal(300, tracks.Count);
        Assert.Equal([150, 150], tracks.GroupBy(track => track.First).OrderBy(group => group.Key).Select(group => group.Count()));
        Assert.Equal(LookPose.Start(1), looks[1]);
    }

    [Fact]
    public void Nothing_goes_on_across_a_gap()
    {
        var (tracks, _) = Follow([(Scene(50, 6), true), (Scene(50, 6), false)]);

        Assert.Equal(100, tracks.Count);
    }

    [Fact]
    public void A_keypoint_that_changes_its_code_is_another()
    {
        var scene = Scene(100, 7);
        SeenFeature[] changed = [.. scene.Select((feature, at) => at == 0 ? feature with { Code = new FeatureCode(~feature.Code.Low, feature.Code.High) } : feature)];

        var (tracks, _) = Follow([(scene, true), (changed, true)]);

        Assert.Equal(101, tracks.Count);
    }

    [Fact]
    public void A_stay_longer_than_a_track_can_say_is_several()
    {
        var scene = Scene(20, 8);

        var (tracks, _) = Follow([.. Enumerable.Repeat((scene, true), 300)], standing: true);

        Assert.Equal(40, tracks.Count);
        Assert.Equal([45, 255], tracks.Select(track => (int)track.Count).Distinct().Order());
    }

    private static (List<FeatureTrack> Tracks, IReadOnlyList<LookPose> Looks) Follow((SeenFeature[] Features, bool Follows)[] looks, bool standing = false)
    {
        var tracker = new FeatureTracker();
        var tracks = new List<FeatureTrack>();
        for (var look = 0; look < looks.Length; look++)
        {
            var again = standing && look > 0;
            tracker.Add(look, new LookFeatures(again ? new PictureArea(Width, Height) : PictureArea.Whole(Width, Height), again ? [] : looks[look].Features), look > 0 && looks[look].Follows);
            tracks.AddRange(tracker.TakeEnded());
        }

        tracker.End();
        tracks.AddRange(tracker.TakeEnded());
        return (tracks, tracker.Looks);
    }

    private static SeenFeature[] Scene(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new SeenFeature(
            new FeatureCode((ulong)random.NextInt64(), (ulong)random.NextInt64()),
            (ushort)random.Next(0, 550 * 16),
            (ushort)random.Next(0, Height * 16),
            (byte)random.Next(40, 90),
            (byte)random.Next(0, 256),
            50))];
    }
}
