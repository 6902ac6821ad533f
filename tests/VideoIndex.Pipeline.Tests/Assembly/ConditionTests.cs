using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Tests.Assembly;

public sealed class ConditionTests : IDisposable
{
    private readonly Studio _studio = new();

    public void Dispose() => _studio.Dispose();

    [Theory]
    [InlineData("4", 100, 0, "Ok 1")]
    [InlineData("4", 90, 0, "Ok 9/10")] // 0.4 s are no great loss
    [InlineData("8", 100, 0, "Degraded truncated 1/2")]
    [InlineData("2", 100, 0, "Degraded longer-than-declared 1")]
    [InlineData("4", 100, 3, "Degraded damaged 1")]
    [InlineData("8", 100, 3, "Degraded truncated 1/2")] // the greater loss is named
    [InlineData(null, 100, 0, "Ok -")] // nothing to measure against
    [InlineData("0", 100, 0, "Degraded longer-than-declared 1")]
    public async Task A_video_is_as_whole_as_its_frames(string? declaredSeconds, int frames, int complaints, string expected)
    {
        _studio.Film.Probe = Film.Of(Film.Pictures(seconds: declaredSeconds));
        _studio.Film.Timestamps = [.. Enumerable.Range(0, frames).Select(frame => (long)frame)];
        _studio.Film.Complaints = complaints;

        Assert.Equal(expected, Written(await _studio.IngestAsync(_studio.FileOf("a.mp4"))));
    }

    [Fact]
    public async Task Frames_lost_in_the_middle_count_against_coverage()
    {
        _studio.Film.Timestamps = [.. Enumerable.Range(0, 100).Where(frame => frame % 25 != 3).Select(frame => (long)frame)];
        _studio.Film.Complaints = 1;

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal("Degraded damaged 24/25", Written(video));
        Assert.Equal("The decoder reported an error, the first: bad slice.", video.Sentence);
    }

    [Fact]
    public async Task The_extent_runs_from_the_first_frame_to_the_end_of_the_last()
    {
        _studio.Film.Probe = Film.Of(Film.Pictures(start: 25)) with { Audio = [Film.Sound(500)] };
        _studio.Film.Timestamps = [.. Enumerable.Range(25, 100).Select(frame => (long)frame)];

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal(A.Span("1/2-9/2"), video.Extent);
        Assert.Equal("00:00:00:13", video.Timecodes!.First.ToString()); // half a second is twelve frames and a half
    }

    [Theory]
    [InlineData(1, "4", "4")] // the length as most containers count it
    [InlineData(0, "403/100", "403/100")] // a last frame somewhat longer than the others
    [InlineData(0, "9", "4")] // a word that cannot be true of the last frame
    [InlineData(0, null, "4")]
    public async Task The_last_frame_ends_where_the_container_says_if_that_can_be(long start, string? declaredSeconds, string end)
    {
        _studio.Film.Probe = Film.Of(Film.Pictures(start, declaredSeconds) with { TimeBase = new Timing.Rational(1, 100) });
        _studio.Film.Timestamps = [.. Enumerable.Range(0, 100).Select(frame => start + 4 * frame)];

        Assert.Equal(A.Time(end), (await _studio.IngestAsync(_studio.FileOf("a.mp4"))).Extent.End);
    }

    private static string Written(Video video) =>
        string.Join(' ', ((string?[])[video.State.ToString(), video.Code, video.Coverage?.ToString() ?? "-"]).Where(word => word is not null));
}
