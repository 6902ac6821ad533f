using VideoIndex.Cli.Indexing;
using VideoIndex.Jobs;
using VideoIndex.Pipeline;
using VideoIndex.Pipeline.Running;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Cli.Tests.Indexing;

public sealed class ProgressTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ProgressBoard _board;

    public ProgressTests() => _board = new ProgressBoard(_clock);

    [Fact]
    public void Before_it_is_begun_a_file_waits() => Assert.Equal("a.mp4: waiting (and 3 other files)", Line(frames: 0, others: 3));

    [Fact]
    public void Before_the_first_frame_only_the_stage_is_known()
    {
        Begin("probe");
        Assert.Equal("a.mp4: probe", Line(frames: 1000));
    }

    [Fact]
    public void Share_and_rest_follow_from_what_was_measured()
    {
        Begin("plan");
        _clock.Advance(TimeSpan.FromSeconds(60));
        Move("frames", "1", 15_000);
        Move("frames", "2", 7_500);
        Move("read-text", "1", 20, of: 20);
        Move("read-text", "2", 20, of: 20);
        Assert.Equal("a.mp4: 22,500 of 90,000 frames, 25 %, 0:03:00 left", Line(frames: 90_000));
    }

    [Fact]
    public void A_survey_is_work_too_and_does_not_make_the_beginning_look_slow()
    {
        Begin("plan");
        _clock.Advance(TimeSpan.FromSeconds(20));
        _board.Report(new WorkerNotice.Ended(Lease("survey", "1"), JobEnd.Done, null));
        Move("frames", "1", 10_000 - 600 * 10);
        var standing = Standing(frames: 100_000, surveyed: 2);
        Assert.Equal((4_000 + (0.5 * ProgressBoard.SurveyShare * 100_000)) / (100_000 * (1 + ProgressBoard.SurveyShare + ProgressBoard.ReadingShare)), standing.Share!.Value, 6);
    }

    [Fact]
    public void What_is_seen_is_done_only_when_it_is_read()
    {
        Begin("plan");
        Move("frames", "whole", 1_000);
        var seen = Standing(1_000, 0).Share!.Value;
        Move("read-text", "whole", 3, of: 4);
        var nearly = Standing(1_000, 0).Share!.Value;
        _board.Report(new WorkerNotice.Ended(Lease("read-text", "whole"), JobEnd.Done, null));

        Assert.Equal(1 / (1 + ProgressBoard.ReadingShare), seen, 6);
        Assert.Equal((1 + 0.75 * ProgressBoard.ReadingShare) / (1 + ProgressBoard.ReadingShare), nearly, 6);
        Assert.Equal(1, Standing(1_000, 0).Share!.Value, 6);
    }

    [Fact]
    public void Where_the_length_is_unknown_nothing_is_foretold()
    {
        Begin("frames");
        Move("frames", "whole", 800);
        Assert.Equal("a.mp4: 800 frames", Line(frames: 0));
    }

    private string Line(long frames, int others = 0) => ProgressLine.Of("a.mp4", Standing(frames, surveyed: 0), others);

    private Standing Standing(long frames, int surveyed) => _board.Of(A.Id("a"), 1, frames, surveyed);

    private void Begin(string stage) => _board.Report(new WorkerNotice.Begun(Lease(stage, "")));

    private void Move(string stage, string unit, long done, long of = 0) =>
        _board.Report(new WorkerNotice.Moved(Lease(stage, unit), new StageProgress(done, of)));

    private static Lease Lease(string stage, string unit) =>
        new(1, new JobOrder(new JobKey(stage, A.Id("a"), 1, unit), "quick", "{}"), 1, TimeSpan.FromSeconds(30), 1, 0);
}
