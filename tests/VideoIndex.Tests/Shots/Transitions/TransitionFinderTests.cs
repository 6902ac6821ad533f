using VideoIndex.Looks;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;
using static VideoIndex.Tests.Shots.Transitions.DrawnVideo;

namespace VideoIndex.Tests.Shots.Transitions;

public sealed class TransitionFinderTests
{
    private static readonly double[] Old = Picture(1), Young = Picture(2), Black = Plain(16), White = Plain(240);

    [Fact]
    public void A_cut_takes_no_frames() => Assert.Equal("Cut 60-60", Found(new DrawnVideo().Show(Old, 60).Show(Young, 60)));

    [Theory]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(24)]
    [InlineData(50)]
    public void A_dissolve_is_found_to_the_frame(int frames) =>
        Assert.Equal($"Dissolve 100-{100 + frames}", Found(new DrawnVideo().Show(Old, 100).Dissolve(Old, Young, frames).Show(Young, 100)));

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public void What_goes_to_black_and_comes_out_of_it_is_one_transition(int held) =>
        Assert.Equal($"ThroughBlack 100-{140 + held}", Found(Through(Black, held)));

    [Fact]
    public void White_is_told_from_black() => Assert.Equal("ThroughWhite 100-146", Found(Through(White, 6)));

    [Fact]
    public void A_video_may_come_out_of_black_and_go_back_into_it() => Assert.Equal(
        "FadeIn 10-34 FadeOut 134-158",
        Found(new DrawnVideo().Show(Black, 10).Dissolve(Black, Old, 24).Show(Old, 100).Dissolve(Old, Black, 24).Show(Black, 10)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_edge_that_moves_over_the_picture_is_a_wipe(bool across)
    {
        var found = Find(new DrawnVideo().Show(Old, 100)
            .Pass(24, (at, part) => Place(at, across) < part ? Young[at] : Old[at]).Show(Young, 100));

        var wipe = Assert.Single(found);
        Assert.Equal(TransitionKind.Wipe, wipe.Kind);
        Assert.InRange(wipe.Start, 98, 104);
        Assert.InRange(wipe.End, 120, 126);
    }

    [Fact]
    public void Black_bars_do_not_make_two_pictures_alike_in_a_fade()
    {
        double[] Barred(double[] picture) => [.. picture.Select((luma, at) => at / 16 is 0 or 1 or 7 or 8 ? 16 : 120 + luma / 4)];
        var (old, young) = (Barred(Old), Barred(Young));
        Assert.Equal("ThroughBlack 100-140", Found(
            new DrawnVideo().Show(old, 100).Dissolve(old, Black, 20).Dissolve(Black, young, 20).Show(young, 100)));
    }

    [Fact]
    public void Light_that_comes_and_goes_is_no_transition() =>
        Assert.Equal("", Found(new DrawnVideo().Show(Old, 80).Pass(40, (at, part) => Old[at] * (1 - 0.6 * Math.Sin(part * Math.PI))).Show(Old, 80)));

    [Fact]
    public void A_flash_is_no_transition() =>
        Assert.Equal("", Found(new DrawnVideo().Show(Old, 80).Pass(3, (at, part) => Math.Min(255, Old[at] + 150 * (1 - part))).Show(Old, 80)));

    [Fact]
    public void A_title_that_fades_in_and_out_again_is_no_transition()
    {
        double Titled(int at, double seen) => at is > 50 and < 90 && at % 16 is > 3 and < 12 ? Old[at] + (240 - Old[at]) * seen : Old[at];
        Assert.Equal("", Found(new DrawnVideo().Show(Old, 60).Pass(20, Titled).Pass(60, (at, _) => Titled(at, 1)).Pass(20, (at, part) => Titled(at, 1 - part)).Show(Old, 60)));
    }

    [Fact]
    public void A_slow_pan_is_no_transition()
    {
        double Seen(int at, double part)
        {
            var (x, y) = (at % 16 + part * 40, at / 16);
            return 128 + 50 * Math.Sin(x * 0.45 + y) + 40 * Math.Sin(x * 0.23 - y * 0.6) + 20 * Math.Sin(x * 0.9);
        }

        Assert.Equal("", Found(new DrawnVideo().Pass(400, Seen)));
    }

    [Fact]
    public void Without_sketches_hard_cuts_are_found_alone()
    {
        var evidence = new DrawnVideo().Show(Old, 60).Dissolve(Old, Young, 20).Show(Young, 60).Show(Old, 60).Evidence() with { Sketches = FrameSketches.None };
        Assert.Equal(HardCuts.Find(evidence, new()), TransitionFinder.Find(evidence, new()).Select(cut => cut.At));
    }

    [Fact]
    public void The_same_evidence_gives_the_same_answer()
    {
        var evidence = Through(Black, 5).Evidence();
        Assert.Equal(TransitionFinder.Find(evidence, new()), TransitionFinder.Find(evidence, new()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(13)]
    public void A_video_may_be_as_short_as_it_likes(int frames) => Assert.Equal("", Found(new DrawnVideo().Show(Old, frames)));

    [Fact]
    public void A_long_video_is_found_as_its_parts_are()
    {
        var video = new DrawnVideo();
        for (var part = 0; part < 60; part++)
        {
            video.Show(Old, 100).Dissolve(Old, Young, 20).Show(Young, 100);
        }

        var found = Find(video);
        Assert.Equal(60, found.Count(one => one.Kind == TransitionKind.Dissolve && one.End - one.Start == 20));
        Assert.Equal(59, found.Count(one => one.Kind == TransitionKind.Cut));
    }

    [Fact]
    public void A_shot_begins_with_every_transition_but_a_fade_out_and_the_fade_in_that_opens_the_video() => Assert.Equal(
        [5, 20, 40],
        TransitionFinder.FirstFrames(
            [
                new(TransitionKind.FadeIn, 0, 4, 0), new(TransitionKind.Cut, 5, 5, 5), new(TransitionKind.Dissolve, 15, 25, 20),
                new(TransitionKind.FadeOut, 30, 35, 35), new(TransitionKind.FadeIn, 40, 44, 40), new(TransitionKind.FadeOut, 55, 60, 59),
            ],
            60));

    private static DrawnVideo Through(double[] ground, int held) =>
        new DrawnVideo().Show(Old, 100).Dissolve(Old, ground, 20).Show(ground, held).Dissolve(ground, Young, 20).Show(Young, 100);

    private static double Place(int at, bool across) => across ? (at % 16 + 0.5) / 16 : (at / 16 + 0.5) / 9;

    private static IReadOnlyList<FrameTransition> Find(DrawnVideo video) => TransitionFinder.Find(video.Evidence(), new CutOptions());

    private static string Found(DrawnVideo video) => string.Join(' ', Find(video).Select(found => $"{found.Kind} {found.Start}-{found.End}"));
}
