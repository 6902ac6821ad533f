using VideoIndex.Media;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Timing;

namespace VideoIndex.Pipeline.Tests.Frames;

public sealed class SegmentPlanTests
{
    [Fact]
    public void Segments_touch_cover_everything_and_begin_at_sync_frames()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var timeline = A(random.Next(1, 3000), random.Next(1, 90), random);
            var segments = SegmentPlan.CutAt(timeline, new Rational(1, 25), timeline.SyncFrames.Where(_ => random.Next(3) == 0));

            Assert.Null(segments[0].From);
            Assert.Null(segments[^1].Until);
            Assert.Null(segments[^1].RunsTo);
            Assert.Equal(segments.Skip(1).Select(segment => segment.From), segments.SkipLast(1).Select(segment => segment.Until));
            Assert.Equal(segments.Count, segments.Select(segment => segment.Unit).Distinct().Count());
            Assert.Equal(segments.Select(segment => segment.Unit).Order(StringComparer.Ordinal), segments.Select(segment => segment.Unit));
            Assert.All(segments.Skip(1), segment => Assert.Contains(timeline.SyncFrames, sync => timeline.Timestamps[sync] == segment.From));
            Assert.All(segments.Skip(1), segment => Assert.Equal(After(timeline, segment.From!.Value), segment.NextSync));
            Assert.All(segments.SkipLast(1), segment => Assert.True(segment.RunsTo is null || Between(timeline, segment.Until, segment.RunsTo) >= Segment.Overlap));
            Assert.All(segments.SkipLast(1), segment => Assert.True(segment.RunsTo is null || HasLook(timeline, segment.Until!.Value, segment.RunsTo.Value)));
            Assert.All(segments.Zip(segments.Skip(1)), pair => Assert.True(pair.Second.Until is null || pair.First.RunsTo <= pair.Second.Until));
            Assert.True(segments is [{ IsWhole: true }] || segments.All(segment => segment.Frames >= Segment.FewestFrames));
            Assert.True(segments is [{ IsWhole: true }] || segments.Sum(segment => segment.Frames) == timeline.Timestamps.Count);
        }
    }

    [Theory]
    [InlineData(250, 2, 1)] // 10 s of 1080p: starting another process costs more than it gains
    [InlineData(1500, 1, 1)] // a lone core
    [InlineData(1500, 2, 2)]
    [InlineData(1500, 16, 2)] // no shorter than that, however many cores
    [InlineData(15_000, 2, 8)]
    [InlineData(15_000, 16, 16)]
    [InlineData(360_000, 2, 212)]
    public void A_video_is_cut_so_that_all_cores_are_busy_and_none_is_busy_starting(int frames, int cores, int segments) =>
        Assert.Equal(segments, SegmentPlan.Of(FullHd, A(frames, 50, new Random(1)), cores).Count);

    [Fact]
    public void Segments_take_about_equally_long()
    {
        var timeline = A(15_000, 50, new Random(3));
        var segments = SegmentPlan.Of(FullHd, timeline, 4);
        Assert.All(segments, segment => Assert.InRange(segment.Frames, 0.85 * 15_000 / segments.Count, 1.15 * 15_000 / segments.Count));
    }

    [Fact]
    public void A_video_with_one_sync_frame_stays_whole() =>
        Assert.Equal([Segment.Whole], SegmentPlan.Of(FullHd, A(15_000, 20_000, new Random(1)), 4));

    private static PictureTrack FullHd { get; } =
        new() { Index = 0, Codec = "h264", Width = 1920, Height = 1080, TimeBase = new Rational(1, 12_800) };

    private static PictureTimeline A(int frames, int betweenSync, Random random)
    {
        var at = random.Next(-5000, 5000);
        return new PictureTimeline(
            [.. Enumerable.Range(0, frames).Select(_ => (long)(at += random.Next(1, 1000)))],
            [.. Enumerable.Range(0, frames).Where(frame => frame % betweenSync == 0)],
            [.. Enumerable.Range(0, frames).Select(_ => random.Next(100, 9000))]);
    }

    private static long? After(PictureTimeline timeline, long timestamp) =>
        timeline.SyncFrames.Select(sync => (long?)timeline.Timestamps[sync]).FirstOrDefault(time => time > timestamp);

    private static bool HasLook(PictureTimeline timeline, long from, long until) => timeline.Timestamps.Zip(timeline.Timestamps.Skip(1))
        .Any(pair => pair.Second >= from && pair.Second < until && PictureGrid.IsFirst(pair.First, pair.Second, new Rational(1, 25)));

    private static int Between(PictureTimeline timeline, long? from, long? until) =>
        timeline.Timestamps.Count(time => time >= from && !(time >= until));
}
