using VideoIndex.Exporting;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Tests.Exporting;

public sealed class ExportPlanTests
{
    private static readonly FrameRate Ntsc = FrameRate.Ntsc;

    [Fact]
    public void Moments_of_one_kind_and_name_become_one_across_a_gap_that_is_no_longer_than_allowed()
    {
        var plan = Plan([At(0, 30), At(42, 60), At(73, 80), At(45, 50, "Bolt")], new ExportRules { MergeGap = Frames(12) });
        Assert.Equal("Acme [0, 60) x2; Bolt [45, 50); Acme [73, 80)", Told(plan));
    }

    [Fact]
    public void What_becomes_one_is_as_sure_as_the_surer_and_reaches_to_whichever_ends_last()
    {
        var plan = Plan([At(0, 90) with { Confidence = new Confidence(0.4) }, At(10, 20) with { Confidence = new Confidence(0.9) }], new ExportRules { MergeGap = default(ExportLength) });
        Assert.Equal(("Acme [0, 90) x2", 0.9), (Told(plan), plan.Moments[0].Confidence.Value));
    }

    [Fact]
    public void What_becomes_one_is_by_the_author_of_the_surer_and_verified_only_where_both_are()
    {
        var (sure, person) = (At(0, 30) with { Confidence = new Confidence(0.4), Status = "verified", How = "seen twice" }, At(30, 60) with { Origin = new Origin("person", "Ann") });
        var rules = new ExportRules { MergeGap = default(ExportLength) };
        Assert.Equal("logo, 1, by person Ann, 2 made one", Plan([sure, person], rules).Moments[0].Note);
        Assert.Null(Plan([sure, person], rules).Moments[0].How);
        Assert.Equal("logo, 1, by person Ann, verified, 2 made one", Plan([sure, person with { Status = "verified" }], rules).Moments[0].Note);
    }

    [Fact]
    public void Nothing_is_made_one_unless_it_was_asked_for() => Assert.Equal("Acme [0, 30); Acme [30, 60)", Told(Plan([At(0, 30), At(30, 60)], new ExportRules())));

    [Fact]
    public void Handles_reach_as_far_as_the_video_and_no_farther()
    {
        var plan = Plan([At(5, 30), At(40, 95)], new ExportRules { Handles = Frames(10) });
        Assert.Equal("Acme [0, 40); Acme [30, 100)", Told(plan));
    }

    [Fact]
    public void Gaps_are_measured_before_handles_are_added() =>
        Assert.Equal("Acme [0, 40); Acme [35, 75)", Told(Plan([At(0, 30), At(45, 65)], new ExportRules { MergeGap = Frames(10), Handles = Frames(10) })));

    [Theory]
    [InlineData(TimecodeKind.Source, null, "10:00:00;00")]
    [InlineData(TimecodeKind.Running, null, "00:00:00;00")]
    [InlineData(TimecodeKind.Running, "01:00:00;00", "01:00:00;00")]
    [InlineData(TimecodeKind.Running, "01:00:00:00", "01:00:00:00")]
    public void Frames_bear_the_labels_that_were_chosen(TimecodeKind kind, string? start, string first) =>
        Assert.Equal(first, Plan([At(0, 1)], new ExportRules { Timecode = kind, Start = start }).Labels!.First.ToString());

    [Fact]
    public void A_start_that_is_no_label_at_the_rate_is_refused()
    {
        var refused = Assert.Throws<ExportException>(() => Plan([At(0, 1)], new ExportRules { Timecode = TimecodeKind.Running, Start = "01:01:00;00" }));
        Assert.Equal(("bad-start", "'01:01:00;00' is no timecode at 30000/1001 frames a second."), (refused.Code, refused.Message));
    }

    [Fact]
    public void A_varying_rate_has_no_frames_unless_one_is_chosen_and_then_they_are_those_of_a_copy()
    {
        var none = Plan([At(0, 1)], new ExportRules(), rate: null);
        var chosen = Plan([At(0, 1)], new ExportRules { Rate = FrameRate.Pal }, rate: null);
        Assert.Equal((null, false), (none.Labels, none.IsConformed));
        Assert.Equal((FrameRate.Pal, true), (chosen.Labels!.First.Rate, chosen.IsConformed));
    }

    [Fact]
    public void Handles_in_frames_need_a_rate()
    {
        var refused = Assert.Throws<ExportException>(() => Plan([At(0, 1)], new ExportRules { Handles = Frames(5) }, rate: null));
        Assert.Equal("variable-rate", refused.Code);
    }

    [Fact]
    public void Colours_go_by_kind_and_the_ones_that_were_chosen_come_first()
    {
        var rules = new ExportRules { Colours = new Dictionary<string, MarkerColour> { ["say"] = MarkerColour.White } };
        Assert.Equal(
            [MarkerColour.Red, MarkerColour.White, MarkerColour.Blue],
            ((string[])["logo", "say", "sport"]).Select(kind => ExportColours.Of(kind, rules)));
    }

    [Theory]
    [InlineData("12f", "12 frames")]
    [InlineData("0.5s", "1/2 s")]
    [InlineData("1001/1000", "1001/1000 s")]
    [InlineData("0", "0 s")]
    [InlineData("1.5f", null)]
    [InlineData("-1s", null)]
    [InlineData("1:00", null)]
    [InlineData("2fs", null)]
    [InlineData("", null)]
    [InlineData("f", null)]
    public void Lengths_are_frames_or_seconds(string typed, string? read) =>
        Assert.Equal(read, ExportLength.TryRead(typed, out var length) ? $"{length.Amount} {(length.InFrames ? "frames" : "s")}" : null);

    [Fact]
    public void A_moment_says_in_one_line_what_it_is_and_who_says_so()
    {
        var moment = At(0, 1) with { Confidence = new Confidence(0.934), Origin = new Origin("model", "finder", "2"), Status = "verified", Speaker = "left", Merged = 3 };
        Assert.Equal("logo, 0.93, by model finder 2, said by left, verified, 3 made one", moment.Note);
    }

    private static ExportMoment At(long first, long until, string name = "Acme") =>
        new(new MediaSpan(Ntsc.StartOf(first), Ntsc.StartOf(until)), "logo", name, new Confidence(1), new Origin("model", "finder"));

    private static ExportLength Frames(int count) => new(new Rational(count, 1), InFrames: true);

    private static ExportedVideo Plan(IReadOnlyList<ExportMoment> moments, ExportRules rules) => Plan(moments, rules, Ntsc);

    private static ExportedVideo Plan(IReadOnlyList<ExportMoment> moments, ExportRules rules, FrameRate? rate)
    {
        Timecode.TryParse("10:00:00;00", Ntsc, out var first);
        var video = new Video
        {
            Id = new VideoId(new byte[32]),
            Path = "/footage/match.mov",
            Bytes = 1,
            Modified = DateTimeOffset.UnixEpoch,
            Added = DateTimeOffset.UnixEpoch,
            Extent = new MediaSpan(default, Ntsc.StartOf(100)),
            Frames = 100,
            Rate = rate,
            Timecodes = rate is null ? null : new TimecodeTrack(first, default),
        };
        return ExportPlan.Of(new ExportSheet("A title", [new ExportedVideo(new VideoContents(video, [], [], []), moments)]), rules).Videos[0];
    }

    private static string Told(ExportedVideo video) => string.Join(
        "; ", video.Moments.Select(moment => $"{moment.Name} {video.Labels!.FramesOf(moment.Span)}{(moment.Merged > 1 ? $" x{moment.Merged}" : "")}"));
}
