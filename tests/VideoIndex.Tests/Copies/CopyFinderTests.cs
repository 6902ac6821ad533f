using VideoIndex.Copies;
using VideoIndex.Copies.Pictures;
using VideoIndex.Copies.Sounds;
using VideoIndex.Looks;
using VideoIndex.Shots;
using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Copies;

public sealed class CopyFinderTests
{
    private static readonly SmallFilm Film = new(1, 30);

    [Fact]
    public void A_trimmed_copy_is_found_where_it_is()
    {
        var match = Assert.Single(Between(Film.Film(from: 7.3, until: 19.1), Film.Film()));

        Assert.Equal(CopyKind.Pictures, match.Kind);
        Near(0, match.Here.Start);
        Near(11.8, match.Here.End);
        Near(7.3, match.There.Start);
        Near(19.1, match.There.End);
        Assert.False(match.Mirrored);
        Assert.Equal(new Rational(1, 1), match.Speed);
    }

    [Theory]
    [InlineData("darker")]
    [InlineData("less contrast")]
    [InlineData("gamma")]
    [InlineData("mirrored")]
    [InlineData("a logo")]
    [InlineData("noise")]
    [InlineData("letterboxed")]
    [InlineData("pillarboxed")]
    [InlineData("cropped")]
    public void An_edited_copy_is_found(string edit)
    {
        var copy = Film.Film(from: 5, until: 20, edit: (across, down, frame, light) => edit switch
        {
            "darker" => light(across, down) - 40,
            "less contrast" => light(across, down) * 0.6 + 50,
            "gamma" => 255 * Math.Pow(light(across, down) / 255, 1.5),
            "mirrored" => light(1 - across, down),
            "a logo" => across > 0.85 && down < 0.2 ? 255 : light(across, down),
            "noise" => light(across, down) + (frame * 31 + (int)(across * 97) * 17 + (int)(down * 53) * 7) % 7 - 3,
            "letterboxed" => Math.Abs(down - 0.5) > 7.0 / 18 ? 0 : light(across, (down - 1.0 / 9) * 9 / 7),
            "pillarboxed" => Math.Abs(across - 0.5) > 0.375 ? 0 : light((across - 0.125) / 0.75, down),
            _ => light(0.05 + across * 0.9, 0.05 + down * 0.9),
        });

        var match = Assert.Single(Between(copy, Film.Film()));

        Near(5, match.There.Start - (match.Here.Start - default(MediaTime)));
        Near(0, match.Here.Start);
        Near(15, match.Here.End);
        Assert.Equal(edit == "mirrored", match.Mirrored);
    }

    [Theory]
    [InlineData(15, 1.0)]
    [InlineData(30, 25.0 / 24)]
    [InlineData(25, 0.95)]
    public void A_copy_of_another_frame_rate_or_speed_is_found(int rate, double speed)
    {
        var match = Assert.Single(Between(Film.Film(rate, 4, 28, speed), Film.Film()));

        Near(4, match.There.Start);
        Near(28, match.There.End);
        Assert.InRange(match.Speed.ToDouble(), speed - 0.012, speed + 0.012);
    }

    [Fact]
    public void A_stretch_inside_other_footage_is_found_and_no_more_of_it()
    {
        var other = SmallFilm.Join(25, new SmallFilm(2, 10).Film(), Film.Film(from: 8, until: 18), new SmallFilm(3, 10).Film());

        var match = Assert.Single(Between(other, Film.Film()));

        Near(10, match.Here.Start);
        Near(20, match.Here.End);
        Near(8, match.There.Start);
    }

    [Fact]
    public void Only_the_stretch_that_was_asked_for_is_looked_for()
    {
        var asked = new MediaSpan(new MediaTime(new Rational(8, 1)), new MediaTime(new Rational(16, 1)));

        var match = Assert.Single(Between(Film.Film(), Film.Film(rate: 30), asked));

        Near(8, match.Here.Start);
        Near(16, match.Here.End);
    }

    [Fact]
    public void Other_footage_is_no_copy() =>
        Assert.All(Enumerable.Range(2, 6), seed => Assert.Empty(Between(new SmallFilm(seed, 30).Film(), Film.Film())));

    [Fact]
    public void Another_take_by_a_fixed_camera_is_no_copy()
    {
        var (first, second) = (new SmallFilm(4, 30) { IsFixed = true }, new SmallFilm(4, 30) { IsFixed = true, Take = 1 });

        Assert.Empty(Between(first.Film(), second.Film()));
        Assert.NotEmpty(Between(first.Film(from: 6, until: 20), first.Film()));
    }

    [Fact]
    public void A_still_picture_is_no_evidence_of_the_same_moment()
    {
        var still = new SmallFilm(5, 20) { IsFixed = true, IsStill = true };

        Assert.Empty(Between(still.Film(), still.Film(rate: 30)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    public void Black_and_flat_colour_match_nothing(int light)
    {
        var flat = SmallFilm.Evidence([.. Enumerable.Repeat((byte)light, 500 * FrameSketches.Size)], 25);

        Assert.Empty(Between(flat, flat));
        Assert.Empty(Between(flat, Film.Film()));
    }

    [Fact]
    public void Fades_of_different_pictures_are_different()
    {
        static FrameEvidence Fading(int seed) => new SmallFilm(seed, 12) { IsFixed = true }.Film(edit: (across, down, frame, light) => light(across, down) * Math.Abs(1 - frame % 100 / 50.0));

        Assert.Empty(Between(Fading(6), Fading(7)));
    }

    [Fact]
    public void A_video_without_sketches_shares_nothing()
    {
        var bare = Film.Film() with { Sketches = FrameSketches.None };

        Assert.Equal(0, PicturePrints.Of(bare).Count);
        Assert.Empty(Between(bare, Film.Film()));
    }

    private static IReadOnlyList<CopyMatch> Between(FrameEvidence here, FrameEvidence there, MediaSpan? span = null)
    {
        var finder = new CopyFinder(here, SoundPrint.None, span, new CopyOptions());
        var other = new VideoPrints(A.Id("other"), PicturePrints.Of(there), SoundPrint.None);
        return finder.IsPromising(other) ? finder.In(other, there) : [];
    }

    // The ends of what is found are right to half a second.
    private static void Near(double seconds, MediaTime time) => Assert.InRange(time.Seconds.ToDouble(), seconds - 0.55, seconds + 0.55);
}
