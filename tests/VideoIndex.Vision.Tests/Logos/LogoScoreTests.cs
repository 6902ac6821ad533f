using VideoIndex.Accuracy.Logos.Scoring;

namespace VideoIndex.Vision.Tests.Logos;

public sealed class LogoScoreTests
{
    private const int Frames = 200;

    // One clip at 25 frames a second, one shot: "a" from 0 to 99, "b" from 50 to 199, a look-alike of "b" all the time.
    private static readonly SetTruth Set = Make();

    [Fact]
    public void All_found_and_nothing_else_scores_one()
    {
        var found = Clip(Set.Clips[0].Rows.Where(row => row.Like is null).Select(row => new Found("clip", row.Frame, row.Logo, row.Quad, 7)));
        var curve = new Curve(FrameJudge.Judge(Set, found));
        Assert.Equal((1, 1), (Math.Round(curve.AveragePrecision, 9), Math.Round(curve.AtPrecision(0.95).Recall, 9)));
        var appearances = Judge(found, Set.Clips[0].Appearances().Where(one => one.Logo != "b-like"));
        Assert.Equal((2, 2, 2, 2), (appearances.True, appearances.Found, appearances.RightHalf, appearances.RightMost));
        Assert.All(appearances.Ends, off => Assert.Equal(0, off));
        Assert.All(appearances.Seconds.Values, seconds => Assert.Equal(seconds.True, seconds.Found, 9));
        Assert.Equal((1.0, 1.0, 0.0), (appearances.F1Half, appearances.F1Most, appearances.FalseMinutes));
    }

    [Theory]
    [InlineData(30, 1)] // IoU 7/13, above a half
    [InlineData(40, 0)] // IoU 6/14, below
    public void What_is_found_aside_counts_while_half_is_shared(double by, double averagePrecision)
    {
        var found = Clip(Set.Clips[0].Rows.Where(row => row.Like is null)
            .Select(row => new Found("clip", row.Frame, row.Logo, Quad.Box(row.Quad.A.X + by, row.Quad.A.Y, row.Quad.C.X + by, row.Quad.C.Y), 1)));
        Assert.Equal(averagePrecision, new Curve(FrameJudge.Judge(Set, found)).AveragePrecision, 9);
    }

    [Fact]
    public void Half_found_with_one_false_in_three_has_the_area_of_its_steps()
    {
        // Surest first: right, false, right, of four.
        Verdict[] verdicts = [new("a", 9, 0, null), new("a", 8, null, null), new("a", 7, 1, null)];
        var curve = new Curve(new FrameResult([.. Enumerable.Repeat(new Target("a", 50, "Board"), 4)], verdicts));
        Assert.Equal(0.25 + (0.25 * 2 / 3), curve.AveragePrecision, 9);
        Assert.Equal((9, 0.25), curve.AtPrecision(0.95));
        Assert.Equal(7, curve.Best());
    }

    [Fact]
    public void A_mark_found_on_its_look_alike_is_false_and_counted_apart()
    {
        var like = Set.Clips[0].Rows.First(row => row.Like == "b" && row.Frame == 0);
        var verdict = Assert.Single(FrameJudge.Judge(Set, Clip([new Found("clip", 0, "b", like.Quad, 1)])).Verdicts);
        Assert.Equal((null, "b-like"), (verdict.Target, verdict.LookAlike));
    }

    [Fact]
    public void A_mark_found_twice_in_one_place_is_false_once()
    {
        var row = Set.Clips[0].Rows.First(row => row.Logo == "a");
        var found = new Found("clip", row.Frame, "a", row.Quad, 1);
        Assert.Equal([true, false], FrameJudge.Judge(Set, Clip([found, found with { Score = 0.5 }])).Verdicts.Select(verdict => verdict.Target is not null));
    }

    [Fact]
    public void What_is_seen_of_a_mark_that_is_mostly_hidden_counts_for_nothing()
    {
        var rows = Set.Clips[0].Rows.Select(row => row with { IsOn = false }).ToList();
        var set = Set with { Clips = [Set.Clips[0] with { Rows = rows }] };
        Assert.Empty(FrameJudge.Judge(set, Clip(rows.Where(row => row.Like is null).Select(row => new Found("clip", row.Frame, row.Logo, row.Quad, 1)))).Verdicts);
    }

    [Fact]
    public void An_appearance_found_late_is_off_by_its_frames_and_seconds()
    {
        var result = Judge(Clip([]), [new Appearance("a", 25, 99), new Appearance("c", 0, 149)]);
        Assert.Equal((1, 0), (result.RightHalf, result.RightMost)); // 75 of 100 frames
        Assert.Equal([25, 0], result.Ends);
        Assert.Equal((4.0, 3.0), result.Seconds["a"]);
        Assert.Equal((0.1, 1), (Math.Round(result.FalseMinutes, 9), result.FalseCount)); // "c" was never placed: six seconds
    }

    [Fact]
    public void A_gap_of_a_second_is_closed_and_a_longer_one_is_not()
    {
        Assert.Equal("0-99", Told(row => row.Logo == "a" && row.Frame is < 40 or > 64)); // 25 frames are missing
        Assert.Equal("0-39 66-99", Told(row => row.Logo == "a" && row.Frame is < 40 or > 65));

        static string Told(Func<TruthRow, bool> on) => string.Join(' ', (Set.Clips[0] with { Rows = [.. Set.Clips[0].Rows.Select(row => row with { IsOn = on(row) })] })
            .Appearances().Where(one => one.Logo == "a").Select(one => $"{one.First}-{one.Last}"));
    }

    [Fact]
    public void Truth_reads_back_as_it_was_written()
    {
        var folder = Directory.CreateTempSubdirectory("videoindex-logos-").FullName;
        try
        {
            Set.Clips[0].Write(folder);
            var read = ClipTruth.Read(Path.Combine(folder, "clip.json"));
            Assert.Equal(Set.Clips[0].Rows, read.Rows);
            Assert.Equal(Set.Clips[0].Header.Judged, read.Header.Judged);
            var found = Directory.CreateDirectory(Path.Combine(folder, "found")).FullName;
            File.WriteAllText(Path.Combine(found, "clip.detections.csv"), FoundSet.DetectionsHeader + "\n25,a,0,0,4,0,4,3,0,3,1.5\n2002/1000,a,0,0,4,0,4,3,0,3,2\n");
            Assert.Equal([25, 50], FoundSet.Read(found, read.Header).Marks.Select(mark => mark.Frame)); // a number, or an exact time
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static AppearanceResult Judge(IReadOnlyList<FoundClip> found, IEnumerable<Appearance> appearances) =>
        new AppearanceJudge(Set, [found[0] with { Appearances = [.. appearances] }]).Judge(0);

    private static IReadOnlyList<FoundClip> Clip(IEnumerable<Found> found) => [new FoundClip([.. found], null)];

    private static SetTruth Make()
    {
        var rows = new List<TruthRow>();
        for (var frame = 0; frame < Frames; frame++)
        {
            rows.AddRange([.. Row("a", null, 100, 0, 99), .. Row("b", null, 400, 50, 199), .. Row("b-like", "b", 700, 0, 199)]);

            IEnumerable<TruthRow> Row(string logo, string? like, double left, int first, int last) => frame < first || frame > last
                ? [] : [new TruthRow(frame, logo, logo, like, "Board", 0, Quad.Box(left, 100, left + 100, 150), 1, 1, 1, true)];
        }

        var header = new ClipHeader("clip", 1920, 1080, "25", Frames, 23, 0, [], [.. Enumerable.Range(0, 16).Select(half => (half * 25 + 1) / 2)], "");
        Registered[] logos = [new("a", true, "A"), new("b", true, "B"), new("c", false, "A")];
        return new SetTruth("", logos.ToDictionary(logo => logo.Name), new Dictionary<string, string> { ["b-like"] = "mirrored" }, [new ClipTruth(header, rows, new Dictionary<string, string>())]);
    }
}
