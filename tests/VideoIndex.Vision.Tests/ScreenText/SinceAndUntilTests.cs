using VideoIndex.ScreenText;
using VideoIndex.Vision.ScreenText;

namespace VideoIndex.Vision.Tests.ScreenText;

public class SinceAndUntilTests
{
    private const string Words = "THE FIT CAPE 1234";

    [Fact]
    public void What_stands_unchanged_is_known_from_before_and_cut_out_only_so_often()
    {
        var (picture, spotter) = (Picture(Words), new TextSpotter(0, 3));
        for (var look = 0; look < 5; look++)
        {
            var spotted = Noisy(picture, look).Look(spotter, 12 * look);
            var sighting = Assert.Single(spotted.Look.Sightings);
            Assert.Equal(look == 0 ? -1 : 0, sighting.Before);
            Assert.Equal(look == 0 ? 0 : 12 * (look - 1), sighting.Since);
            Assert.Equal(look < 3, spotted.Crops[0] is not null);
            Assert.Empty(spotted.Look.Ends);
        }
    }

    [Fact]
    public void A_crop_is_the_same_until_the_look_after_the_next_and_then_it_is_refused()
    {
        var spotter = new TextSpotter(0, 3);
        var (early, late, never) = (Picture(Words).Look(new TextSpotter(0, 3), 0), Picture(Words).Look(spotter, 0), Picture(Words).Look(spotter, 12));

        Assert.Equal(early.Crops[0]!.Pixels, late.Crops[0]!.Pixels);
        Picture(null).Look(spotter, 24);
        Picture(null).Look(spotter, 36);
        Assert.Throws<InvalidOperationException>(() => never.Crops[0]);
        Assert.Equal(early.Crops[0]!.Pixels, late.Crops[0]!.Pixels);
    }

    [Theory]
    [InlineData("THE FIT CAPE 1235")]
    [InlineData("THE FIT CAPE 1224")]
    [InlineData("THE FIT CAPE 1034")]
    public void A_digit_that_ticks_is_another_line(string after)
    {
        var spotter = new TextSpotter(0, 3);
        Picture(Words).Look(spotter, 0);
        for (var frame = 1; frame < 12; frame++)
        {
            spotter.Pass(frame, Picture(frame < 7 ? Words : after).Small());
        }

        var look = Picture(after).Look(spotter, 12).Look;
        Assert.Equal((-1, 7), (Assert.Single(look.Sightings).Before, look.Sightings[0].Since));
        Assert.Equal(new TextEnd(0, 7), Assert.Single(look.Ends));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(90, 5)]
    [InlineData(180, 11)]
    [InlineData(270, 12)]
    public void Coming_and_going_is_told_to_the_frame_however_the_picture_is_turned(int turn, int frame)
    {
        frame = Math.Max(1, frame);
        var spotter = new TextSpotter(turn, 3);
        Turned(Picture(null), turn, spotter, 0, look: true);
        for (var at = 1; at < 12; at++)
        {
            Turned(Picture(at < frame ? null : Words), turn, spotter, at, look: false);
        }

        var came = Turned(Picture(Words), turn, spotter, 12, look: true)!;
        Assert.Equal(frame, Assert.Single(came.Look.Sightings).Since);
        for (var at = 13; at < 24; at++)
        {
            Turned(Picture(at < 12 + frame ? Words : null), turn, spotter, at, look: false);
        }

        var went = Turned(Picture(null), turn, spotter, 24, look: true)!;
        Assert.Equal(new TextEnd(0, 12 + frame), Assert.Single(went.Look.Ends));
    }

    [Fact]
    public void A_fade_counts_from_its_middle()
    {
        var spotter = new TextSpotter(0, 3);
        Picture(null).Look(spotter, 0);
        for (var frame = 1; frame < 12; frame++)
        {
            spotter.Pass(frame, Picture(Words, (byte)(60 + Math.Clamp(frame - 2, 0, 7) * 160 / 7)).Small());
        }

        Assert.Equal(6, Assert.Single(Picture(Words, 220).Look(spotter, 12).Look.Sightings).Since);
    }

    [Fact]
    public void Where_nothing_tells_when_it_came_the_look_itself_does()
    {
        var spotter = new TextSpotter(0, 3);
        Picture(null).Look(spotter, 0);
        spotter.Pass(6, Picture(null).Small());
        spotter.Pass(12, Picture(null).Small());
        var planes = new byte[VideoIndex.Looks.LookPicture.Size(Drawn.Width, Drawn.Height)];
        Picture(Words).Luma.CopyTo(planes, 0);
        var look = spotter.Look(12, new VideoIndex.Looks.LookPicture(Drawn.Width, Drawn.Height, planes)).Look;
        Assert.Equal(12, Assert.Single(look.Sightings).Since);
    }

    [Fact]
    public void Frames_without_end_are_not_all_kept()
    {
        var spotter = new TextSpotter(0, 3);
        Picture(null).Look(spotter, 0);
        var (without, with) = (Picture(null).Small(), Picture(Words).Small());
        for (var frame = 1; frame < 1000; frame++)
        {
            spotter.Pass(frame, frame < 700 ? without : with);
        }

        Assert.InRange(Assert.Single(Picture(Words).Look(spotter, 1000).Look.Sightings).Since, 700, 716);
    }

    private static Drawn Picture(string? words, byte luma = 220)
    {
        var picture = Drawn.Flat(60);
        if (words is not null)
        {
            picture.Write(words, 201, 300, 4, luma);
        }

        return picture;
    }

    // What coding leaves: another few levels each time.
    private static Drawn Noisy(Drawn picture, int seed)
    {
        var (noisy, random) = (picture.Copy(), new Random(seed));
        for (var at = 0; at < noisy.Luma.Length; at++)
        {
            noisy.Luma[at] = (byte)Math.Clamp(noisy.Luma[at] + random.Next(-5, 6), 0, 255);
        }

        return noisy;
    }

    private static SpottedText? Turned(Drawn picture, int turn, TextSpotter spotter, long timestamp, bool look)
    {
        spotter.Pass(timestamp, Stored(picture.Small(), turn));
        var planes = new byte[VideoIndex.Looks.LookPicture.Size(Drawn.Width, Drawn.Height)];
        picture.Luma.CopyTo(planes, 0);
        return look ? spotter.Look(timestamp, new VideoIndex.Looks.LookPicture(Drawn.Width, Drawn.Height, planes)) : null;
    }

    // The upright small picture, turned back to how it was stored and squeezed into 320 x 180 again.
    private static byte[] Stored(byte[] upright, int turn)
    {
        const int Width = VideoIndex.Media.GrayFrame.Width, Height = VideoIndex.Media.GrayFrame.Height;
        var stored = new byte[Width * Height];
        for (var at = 0; at < stored.Length; at++)
        {
            var (x, y) = ((at % Width + 0.5) / Width, (at / Width + 0.5) / Height);
            (x, y) = turn switch { 90 => (1 - y, x), 180 => (1 - x, 1 - y), 270 => (y, 1 - x), _ => (x, y) };
            stored[at] = upright[(int)(y * Height) * Width + (int)(x * Width)];
        }

        return stored;
    }
}
