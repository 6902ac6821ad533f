using VideoIndex.Logos.Ends;
using VideoIndex.Logos.Ends.Following;
using VideoIndex.Logos.Geometry;
using VideoIndex.Looks;

namespace VideoIndex.Tests.Logos.Ends;

public sealed class EndFinderTests
{
    private const int Gone = 500;

    [Fact]
    public void A_mark_that_goes_from_one_frame_to_the_next_ends_there() =>
        Assert.Equal(7, LastShown([.. Enumerable.Range(0, 16).Select(at => DrawnMark.Frame(at <= 7 ? 100 : Gone))]));

    [Fact]
    public void A_mark_that_is_never_gone_is_still_shown_at_the_end()
    {
        var finder = Finder([.. Enumerable.Range(0, 12).Select(_ => DrawnMark.Frame(100))]);

        Assert.Equal((11, true), (finder.LastShown, finder.IsShown));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)] // farther from frame to frame than is searched around a mark that stood still: its motion is known from the camera's
    public void A_mark_the_camera_leaves_ends_when_less_than_half_of_it_is_in_the_picture(int step)
    {
        const int From = 220;
        var last = (DrawnMark.Width - From - (DrawnMark.MarkWidth / 2)) / step; // 32 of 64 columns left

        var shown = LastShown([.. Enumerable.Range(0, 45).Select(at => DrawnMark.Frame(From + (step * at)))], DrawnMark.Place(From), new Point(step, 0));

        Assert.InRange(shown, last - 1, last + 1);
    }

    [Fact]
    public void A_mark_ends_when_what_comes_before_it_hides_half() =>
        Assert.InRange(LastShown([.. Enumerable.Range(0, 20).Select(at => DrawnMark.Frame(100, hidden: 4 * at))]), 7, 9);

    [Fact]
    public void A_mark_that_dissolves_ends_where_half_of_it_is_left() =>
        Assert.InRange(LastShown([.. Enumerable.Range(0, 24).Select(at => DrawnMark.Frame(100, share: Math.Max(0, 1 - (at / 20.0))))]), 9, 11);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_flash_does_not_end_it(int frames) => Assert.Equal(
        15, LastShown([.. Enumerable.Range(0, 16).Select(at => at >= 5 && at < 5 + frames ? White() : DrawnMark.Frame(100))]));

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    public void Noise_does_not_move_the_end(int noise) => Assert.Equal(
        7, LastShown([.. Enumerable.Range(0, 16).Select(at => DrawnMark.Frame(at <= 7 ? 100 : Gone, noise: noise, seed: at))]));

    [Fact]
    public void A_camera_that_shakes_is_followed()
    {
        int[] shakes = [0, 5, -4, 6, 2, -6, 3, -2, 5, -5];

        Assert.Equal(shakes.Length - 1, LastShown([.. shakes.Select(shake => DrawnMark.Frame(100 + shake, 60 - (shake / 2)))]));
    }

    [Fact]
    public void One_frame_that_looks_like_it_after_it_is_gone_does_not_bring_it_back() => Assert.Equal(
        4, LastShown([.. Enumerable.Range(0, 16).Select(at => DrawnMark.Frame(at <= 4 || at == 10 ? 100 : Gone))]));

    [Fact]
    public void A_mark_half_hidden_at_the_sure_look_is_measured_by_the_look_that_saw_it_whole()
    {
        var best = GrayCut.Of(DrawnMark.Frame(100), (0, 0, DrawnMark.Width, DrawnMark.Height), 1);
        var finder = new EndFinder(EndRule.Default, best, DrawnMark.Place(100), DrawnMark.Place(100), default);
        foreach (var hidden in (int[])[24, 28, 40, 44, 48])
        {
            finder.Add(Cut(DrawnMark.Frame(100, hidden: hidden)));
        }

        Assert.Equal((1, false), (finder.LastShown, finder.IsShown));
    }

    [Fact]
    public void Of_a_place_without_drawing_nothing_is_told()
    {
        var plain = new GrayPicture(DrawnMark.Width, DrawnMark.Height, new byte[DrawnMark.Width * DrawnMark.Height]);

        Assert.False(Finder([plain, plain]).CanTell);
    }

    [Fact]
    public void A_large_mark_is_looked_at_smaller_and_lies_where_it_lay()
    {
        var cut = GrayCut.Of(DrawnMark.Frame(100), (40, 20, 320, 180), 2);

        Assert.Equal((140, 80), (cut.Picture.Width, cut.Picture.Height));
        Assert.Equal(new Point(29.75, 19.75), cut.In(DrawnMark.Place(100)).TopLeft); // the middle of pixel 100 lies a quarter before that of the pair 100, 101
        Assert.Equal(4, GrayCut.FactorFor(new Quad(new(0, 0), new(400, 0), new(400, 100), new(0, 100))));
    }

    private static GrayCut Cut(GrayPicture picture) => GrayCut.Of(picture, (0, 0, picture.Width, picture.Height), 1);

    private static int LastShown(IReadOnlyList<GrayPicture> frames, Quad? mark = null, Point step = default) => Finder(frames, mark, step).LastShown;

    private static EndFinder Finder(IReadOnlyList<GrayPicture> frames, Quad? mark = null, Point step = default)
    {
        var place = mark ?? DrawnMark.Place(100);
        var finder = new EndFinder(EndRule.Default, Cut(frames[0]), place, place, step);
        foreach (var frame in frames)
        {
            finder.Add(Cut(frame));
        }

        return finder;
    }

    private static GrayPicture White()
    {
        var pixels = new byte[DrawnMark.Width * DrawnMark.Height];
        Array.Fill(pixels, byte.MaxValue);
        return new GrayPicture(DrawnMark.Width, DrawnMark.Height, pixels);
    }
}
