using VideoIndex.Cli.Indexing;
using VideoIndex.Pipeline.Ingest;
using VideoIndex.Timing;

namespace VideoIndex.Cli.Tests.Indexing;

public sealed class ProgressTests
{
    private static readonly MediaDuration Hour = new(new Rational(3600, 1));

    [Fact]
    public void Before_the_first_frame_only_the_stage_is_known() =>
        Assert.Equal("a.mp4: probe", Text("probe", 0, 0, Hour, 0));

    [Fact]
    public void Speed_share_and_rest_follow_from_what_was_measured() =>
        Assert.Equal("a.mp4: frames, 22,500 frames, 10.0 x real time, 25 %, 0:04:30 left", Text("frames", 22500, 900, Hour, 90_000));

    [Fact]
    public void Without_a_declared_length_nothing_is_foretold() =>
        Assert.Equal("a.mp4: frames, 22,500 frames, 10.0 x real time", Text("frames", 22500, 900, null, 90_000));

    [Fact]
    public void Beyond_the_declared_length_nothing_is_foretold() =>
        Assert.Equal("a.mp4: frames, 100,000 frames, 40.0 x real time", Text("frames", 100_000, 4000, Hour, 100_000));

    [Fact]
    public void A_wait_of_days_is_not_promised() =>
        Assert.Equal("a.mp4: frames, 1 frame, 0.0 x real time", Text("frames", 1, 1, new MediaDuration(new Rational(1L << 40, 1)), 3_600_000));

    private static string Text(string stage, long frames, long reached, MediaDuration? declared, long milliseconds) =>
        ProgressLine.Text("a.mp4", new IngestProgress(stage, frames, new MediaTime(new Rational(reached, 1)), declared, milliseconds));
}
