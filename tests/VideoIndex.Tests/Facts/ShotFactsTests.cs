using VideoIndex.Facts;
using VideoIndex.Looks;
using VideoIndex.Shots.Transitions;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Facts;

public sealed class ShotFactsTests
{
    private const short Percent = FrameMotion.Whole / 100;

    private static readonly FrameMotion Rest = new(0, 0, 0, 250);

    [Theory]
    [InlineData(1, 0, 0, "pan left")]
    [InlineData(-1, 0, 0, "pan right")]
    [InlineData(0, 1, 0, "tilt up")]
    [InlineData(0, -1, 0, "tilt down")]
    [InlineData(0, 0, 1, "zoom in")]
    [InlineData(0, 0, -1, "zoom out")]
    [InlineData(0, 0, 0, "static")]
    [InlineData(1, 1, 0, "pan left tilt up")]
    public void The_camera_goes_the_other_way_than_the_picture(int right, int down, int growth, string moves)
    {
        var motion = new FrameMotion((short)(right * Percent), (short)(down * Percent), (short)(growth * Percent), 240);
        var tags = Of(new Footage().Add(75, Footage.Picture(1), motion), TagKinds.Motion);

        Assert.Equal(moves, string.Join(' ', tags.Select(tag => tag.Label)));
        Assert.All(tags, tag => Assert.Equal((At(0), At(75)), (tag.Span.Start, tag.Span.End)));
    }

    [Fact]
    public void A_pan_in_the_midst_of_a_shot_is_said_where_it_is()
    {
        var footage = new Footage().Add(100, Footage.Picture(1), Rest).Add(50, Footage.Picture(1), new FrameMotion(-Percent, 0, 0, 240)).Add(100, Footage.Picture(1), Rest);
        var pan = Assert.Single(Of(footage, TagKinds.Motion), tag => tag.Label == "pan right");

        Assert.InRange(Frame(pan.Span.Start), 97, 103);
        Assert.InRange(Frame(pan.Span.End), 147, 153);
    }

    [Fact]
    public void A_hand_is_told_from_a_stand_by_its_wobble()
    {
        var footage = new Footage();
        for (var frame = 0; frame < 100; frame++)
        {
            var step = (short)(Math.Round(Math.Sin(frame * 0.9) * 0.3 * Percent));
            footage.Add(1, Footage.Picture(1), new FrameMotion(step, 0, 0, 240));
        }

        Assert.Equal(["handheld"], Of(footage, TagKinds.Motion).Select(tag => tag.Label));
    }

    [Fact]
    public void Where_most_of_the_picture_goes_its_own_way_nothing_is_said_of_the_camera() =>
        Assert.Empty(Of(new Footage().Add(75, Footage.Picture(1), new FrameMotion(Percent, 0, 0, 40)), TagKinds.Motion));

    [Fact]
    public void Film_shown_with_each_frame_twice_pans_and_does_not_wobble()
    {
        var footage = new Footage();
        for (var frame = 0; frame < 80; frame++)
        {
            footage.Add(1, Footage.Picture(1), frame % 2 == 0 ? new FrameMotion(2 * Percent, 0, 0, 240) : new FrameMotion(0, 0, 0, 255));
        }

        Assert.Equal(["pan left"], Of(footage, TagKinds.Motion).Select(tag => tag.Label));
    }

    [Fact]
    public void Black_and_white_are_exact_to_the_frame()
    {
        var footage = new Footage().Add(31, Footage.Picture(1)).Add(9, Footage.Flat(2)).Add(40, Footage.Picture(2)).Add(17, Footage.Flat(250)).Add(30, Footage.Picture(1));

        Assert.Equal(["black 31-40", "white 80-97"], Of(footage, TagKinds.Picture).Where(tag => tag.Label is "black" or "white").Select(Line));
    }

    [Fact]
    public void A_title_on_black_is_not_black()
    {
        var title = Footage.Flat(2);
        title[70] = 60;

        Assert.DoesNotContain(Of(new Footage().Add(50, title), TagKinds.Picture), tag => tag.Label == "black");
    }

    [Fact]
    public void A_picture_that_stops_in_the_midst_of_its_shot_is_frozen_and_one_that_never_moves_is_still()
    {
        var footage = new Footage().Add(60, Footage.Picture(1)).Add(1, Footage.Picture(1)).Add(40, Footage.Picture(1), difference: 0).Add(30, Footage.Picture(1));
        var slide = new Footage().Add(1, Footage.Picture(1)).Add(80, Footage.Picture(1), difference: 3);

        Assert.Equal(["freeze 60-101"], Of(footage, TagKinds.Picture).Select(Line));
        Assert.Equal(["still 0-81"], Of(slide, TagKinds.Picture).Select(Line));
    }

    [Fact]
    public void What_a_coder_renews_does_not_end_a_freeze()
    {
        var footage = new Footage().Add(60, Footage.Picture(1)).Add(20, Footage.Picture(1), difference: 0).Add(1, Footage.Picture(1), difference: 120)
            .Add(20, Footage.Picture(1), difference: 0).Add(30, Footage.Picture(1));

        Assert.Equal(["freeze 59-101"], Of(footage, TagKinds.Picture).Select(Line));
    }

    [Fact]
    public void A_still_picture_that_fades_in_is_not_frozen()
    {
        var footage = new Footage();
        for (byte luma = 20; luma < 120; luma += 4)
        {
            footage.Add(1, Footage.Flat(luma), difference: 4 * 256);
        }

        footage.Add(60, Footage.Flat(116), difference: 0);
        Assert.DoesNotContain(Of(footage, TagKinds.Picture), tag => tag.Label == "freeze");
    }

    [Fact]
    public void Where_two_shots_share_the_screen_nothing_moves_and_no_colour_counts()
    {
        static void Red(byte[] facts) => facts[(int)BasicColour.Red] = 255;
        var footage = new Footage().Add(50, Footage.Picture(1), difference: 0).Add(25, Footage.Picture(2), new FrameMotion(Percent, 0, 0, 240), look: Red)
            .Add(50, Footage.Picture(3), difference: 0);
        var tags = ShotFacts.Of(
            default, footage.Evidence, [(0, 62), (62, 125)], [new FrameTransition(TransitionKind.Dissolve, 50, 75, 62)]);

        Assert.Equal(["still 0-50", "still 75-125"], tags.Where(tag => tag.Kind == TagKinds.Picture).Select(Line));
        Assert.DoesNotContain(tags, tag => tag.Kind == TagKinds.Colour);
    }

    [Fact]
    public void Colours_are_named_with_their_share()
    {
        static void Look(byte[] facts) => (facts[(int)BasicColour.Blue], facts[(int)BasicColour.Grey], facts[(int)BasicColour.Red]) = (102, 64, 8);
        var blue = Assert.Single(Of(new Footage().Add(50, Footage.Picture(1), look: Look), TagKinds.Colour));

        Assert.Equal("blue", blue.Label);
        Assert.Equal("40 % of the picture is blue, on average over 4 looks at the shot.", blue.How);
    }

    [Fact]
    public void Bars_that_most_looks_see_are_bars_and_the_dark_does_not_widen_them()
    {
        static void Bars(byte[] facts) => facts.AsSpan(LookFacts.Colours, 4).CopyFrom(0, 31, 0, 31);
        static void Dark(byte[] facts) => facts.AsSpan(LookFacts.Colours, 4).CopyFrom(0, 90, 0, 70);
        static void Subtitled(byte[] facts) => facts.AsSpan(LookFacts.Colours, 4).CopyFrom(0, 31, 0, 12);
        var footage = new Footage().Add(200, Footage.Picture(1), look: Bars).Add(100, Footage.Picture(1, 0, 30), look: Dark).Add(50, Footage.Picture(2), look: Subtitled);
        var tags = ShotFacts.Of(default, footage.Evidence, [(0, 200), (200, 300), (300, 350)]);

        var letterbox = Assert.Single(tags, tag => tag.Label == "letterbox");
        Assert.Equal("letterbox 0-350", Line(letterbox));
        Assert.Equal(new PictureBox(0, 1215, 10_000, 7568), letterbox.Box);
    }

    [Fact]
    public void Words_that_rise_at_one_speed_are_credits_and_no_tilt()
    {
        var words = Footage.Flat(4);
        words.AsSpan(5, 6).Fill(90);
        var footage = new Footage().Add(150, words, new FrameMotion(0, -Percent / 4, 0, 240));

        Assert.Equal(["credits"], Of(footage).Where(tag => tag.Kind != TagKinds.Colour && tag.Label != "dark").Select(tag => tag.Label));
        Assert.DoesNotContain(ShotFacts.Of(default, footage.Evidence, [(0, 150)], text: []), tag => tag.Label == "credits");
    }

    [Fact]
    public void Evidence_from_before_there_were_sketches_says_less_and_fails_nowhere()
    {
        var old = new Footage().Add(50, Footage.Flat(2)).Evidence with { Sketches = FrameSketches.None, Looks = FrameLooks.None };

        Assert.Equal(["black 0-50"], ShotFacts.Of(default, old, [(0, 50)]).Select(Line));
    }

    [Fact]
    public void Every_fact_says_how_it_was_found_and_how_sure_it_is() =>
        Assert.All(Of(new Footage().Add(50, Footage.Flat(2)).Add(50, Footage.Picture(1), Rest)), tag =>
        {
            Assert.EndsWith(".", tag.How, StringComparison.Ordinal);
            Assert.InRange(tag.Confidence.Value, 0.5, 0.99);
        });

    private static List<Tag> Of(Footage footage, string? kind = null) =>
        [.. ShotFacts.Of(default, footage.Evidence, [(0, footage.Count)]).Where(tag => kind is null || tag.Kind == kind)];

    private static MediaTime At(int frame) => FrameRate.Pal.StartOf(frame);

    private static int Frame(MediaTime time) => (int)FrameRate.Pal.FrameAt(time);

    private static string Line(Tag tag) => $"{tag.Label} {Frame(tag.Span.Start)}-{Frame(tag.Span.End)}";
}

internal static class SpanBytes
{
    public static void CopyFrom(this Span<byte> to, params byte[] from) => from.CopyTo(to);
}
