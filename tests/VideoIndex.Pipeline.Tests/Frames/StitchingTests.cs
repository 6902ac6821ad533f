using VideoIndex.Media;
using VideoIndex.Pipeline.Frames;

namespace VideoIndex.Pipeline.Tests.Frames;

public sealed class StitchingTests : IDisposable
{
    private readonly string _library = Directory.CreateTempSubdirectory("stitching-").FullName;

    [Theory]
    [InlineData(3)] // a film that changes all the time
    [InlineData(25)]
    [InlineData(200)]
    [InlineData(int.MaxValue)] // one long still shot
    public async Task However_a_film_is_cut_one_decode_is_what_comes_out(int liveliness)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var (random, film) = (new Random(seed), new PlayedFilm(seed, 500 + seed, 1 + seed) { Liveliness = liveliness });
            var inOne = (await film.StitchAsync(_library, [Segment.Whole])).Frames!;
            var often = random.NextDouble();
            var segments = SegmentPlan.CutAt(film.Timeline, film.TimeBase, film.Timeline.SyncFrames.Where(_ => random.NextDouble() < often));

            var stitch = await film.StitchAsync(_library, segments);

            Assert.Null(stitch.Distrust);
            Assert.Equal(film.Describe(_library, inOne), film.Describe(_library, stitch.Frames!));
            Assert.Equal(film.DescribeLooks(_library, inOne), film.DescribeLooks(_library, stitch.Frames!));
        }
    }

    [Fact]
    public async Task A_long_still_shot_leaves_few_pictures_behind_each_segment()
    {
        var film = new PlayedFilm(1, 8_000, 250) { Liveliness = int.MaxValue };

        await film.StitchAsync(_library, SegmentPlan.CutAt(film.Timeline, film.TimeBase, [4_000]));

        var left = Directory.GetFiles(_library, "*.jpg", SearchOption.AllDirectories).Length;
        Assert.InRange(left, 2, 12);
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "complaint", "error while decoding MB 3 4" },
        { "repaired", "timestamps are missing or out of order" },
        { "refused", "no-frames" },
        { "first frame missing", "its first frame did not come" },
        { "ends early", "it did not run on into the next" },
        { "other frame at the seam", "frame 0 is another" },
        { "other past at the seam", "frame 4 is another" },
        { "nearly nothing", "too few frames came" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_segment_that_saw_something_else_is_found_out(string fault, string reason)
    {
        const int cut = 100;
        var film = new PlayedFilm(7, 300, 50)
        {
            Fault = (segment, report) => (fault, segment.From) switch
            {
                ("complaint", not null) => report with { Complaints = 1, FirstComplaint = "error while decoding MB 3 4" },
                ("repaired", not null) => report with { Repaired = true },
                ("refused", not null) => throw new MediaRefusedException("no-frames", "Nothing came."),
                _ => report,
            },
            Seen = (segment, frame) => (fault, segment.From is null, frame) switch
            {
                ("first frame missing", false, cut) => -1,
                ("ends early", true, >= cut + 5) => -1,
                ("other frame at the seam", false, cut) => 5000,
                ("other past at the seam", true, cut + 3) => cut + 2, // the frame itself is not compared by all its parts: the next ones tell
                ("nearly nothing", false, > cut + 10) => -1,
                _ => frame,
            },
        };

        var stitch = await film.StitchAsync(_library, SegmentPlan.CutAt(film.Timeline, film.TimeBase, [cut]));

        Assert.Null(stitch.Frames);
        Assert.Contains(fault == "other past at the seam" ? "is another when decoded" : reason, stitch.Distrust, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_decode_of_the_whole_is_believed_whatever_it_complains_of()
    {
        var film = new PlayedFilm(7, 300, 50) { Fault = (_, report) => report with { Complaints = 3, FirstComplaint = "damaged", Repaired = true } };

        var frames = (await film.StitchAsync(_library, [Segment.Whole])).Frames!;

        Assert.Equal((300, 3, "damaged"), (frames.Timestamps.Count, frames.Report.Complaints, frames.Report.FirstComplaint));
    }

    [Fact]
    public async Task A_segment_whose_work_was_given_up_is_a_gap_and_no_reason_for_distrust()
    {
        var film = new PlayedFilm(7, 300, 50);
        var segments = SegmentPlan.CutAt(film.Timeline, film.TimeBase, [50, 100, 150, 200]);

        var frames = (await film.StitchAsync(_library, segments, dead: [1, 2, 4])).Frames!;

        Assert.Equal([new Gap(150, 450), new Gap(600, null)], frames.Gaps);
        Assert.Equal(100, frames.Timestamps.Count);
        Assert.Equal(450, frames.Timestamps[50]);
    }

    [Fact]
    public async Task Without_a_single_segment_there_is_nothing_to_put_together()
    {
        var film = new PlayedFilm(7, 300, 50);

        Assert.NotNull((await film.StitchAsync(_library, SegmentPlan.CutAt(film.Timeline, film.TimeBase, [100]), dead: [0, 1])).Distrust);
    }

    public void Dispose() => Directory.Delete(_library, recursive: true);
}
