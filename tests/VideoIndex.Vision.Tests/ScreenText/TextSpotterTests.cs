using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.Vision.ScreenText;
using VideoIndex.Vision.ScreenText.Strokes;

namespace VideoIndex.Vision.Tests.ScreenText;

public class TextSpotterTests
{
    [Theory]
    [InlineData(2, 230, 40)]
    [InlineData(4, 230, 40)]
    [InlineData(10, 230, 40)]
    [InlineData(4, 20, 200)]
    [InlineData(4, 170, 90)]
    public void Letters_are_found_where_they_stand(int dot, byte ink, byte ground)
    {
        var picture = Drawn.Flat(ground);
        var place = picture.Write("THE FIT CAPE", 103, 211, dot, ink);
        var sighting = Assert.Single(picture.Look(new TextSpotter(0, 3), 0).Look.Sightings);
        AssertNear(place, sighting.Box, dot);
        Assert.Equal(ink > ground, sighting.LightOnDark);
        Assert.Equal(0, sighting.Angle);
    }

    [Theory]
    [InlineData(0.18, 102)]
    [InlineData(-0.36, -198)]
    public void A_tilt_is_told_and_taken_out(double slope, int tenths)
    {
        var picture = Drawn.Flat(30);
        picture.Write("THE FIT CAPE", 200, 260, 5, 220, slope);
        var spotted = picture.Look(new TextSpotter(0, 3), 0);
        Assert.InRange(Assert.Single(spotted.Look.Sightings).Angle, tenths - 15, tenths + 15);
        Assert.InRange(spotted.Crops[0]!.Height, CropCutter.Capital, CropCutter.Capital * 2 + 2 * CropShape.Margin);
    }

    [Fact]
    public void Lines_below_each_other_are_two()
    {
        var picture = Drawn.Flat(30);
        picture.Write("THE FIT CAPE", 200, 260, 4, 220);
        picture.Write("THAT IS 2 1 4".Replace("S", "5", StringComparison.Ordinal), 200, 292, 4, 220);
        Assert.Equal(2, picture.Look(new TextSpotter(0, 3), 0).Look.Sightings.Count);
    }

    [Fact]
    public void Nothing_is_seen_in_flat_pictures_and_noise()
    {
        foreach (var picture in (Drawn[])[Drawn.Flat(0), Drawn.Flat(200), Drawn.Noise(1, 0, 256), Drawn.Noise(2, 90, 120)])
        {
            Assert.Empty(picture.Look(new TextSpotter(0, 3), 0).Look.Sightings);
        }
    }

    [Fact]
    public void Hardly_anything_is_seen_in_grass_and_snow() =>
        Assert.InRange(
            Enumerable.Range(3, 6).Select(Drawn.Grass).Append(Drawn.Noise(5, 0, 256)).Sum(picture => picture.Look(new TextSpotter(0, 3), 0).Look.Sightings.Count), 0, 3);

    [Fact]
    public void A_crop_has_dark_letters_on_white_forty_pixels_high()
    {
        foreach (var (ink, ground) in ((byte, byte)[])[(230, 40), (20, 200)])
        {
            var picture = Drawn.Flat(ground);
            picture.Write("HELP", 103, 211, 3, ink);
            var crop = picture.Look(new TextSpotter(0, 3), 0).Crops[0]!;
            Assert.InRange(crop.Height, CropCutter.Capital + 2 * CropShape.Margin - 2, CropCutter.Capital + 2 * CropShape.Margin + 2);
            Assert.All(crop.Pixels[..crop.Width], pixel => Assert.Equal(255, pixel));
            Assert.InRange(crop.Pixels[(crop.Height / 2) * crop.Width + CropShape.Margin + 4], 0, 40);
        }
    }

    [Fact]
    public void Vectors_see_what_single_pixels_see()
    {
        foreach (var picture in (Drawn[])[Drawn.Noise(1, 0, 256), Drawn.Grass(3), Written()])
        {
            var (fast, plain) = (picture.Look(new TextSpotter(0, 3), 0), picture.Look(new TextSpotter(0, 3, new Kernels(false)), 0));
            Assert.Equal(plain.Look.Sightings, fast.Look.Sightings);
            Assert.Equal(plain.Crops.Select(crop => Convert.ToHexString(crop!.Pixels)), fast.Crops.Select(crop => Convert.ToHexString(crop!.Pixels)));
        }
    }

    [Fact]
    public void Looking_again_allocates_little()
    {
        var (picture, spotter) = (Drawn.Grass(5), new TextSpotter(0, 1));
        picture.Look(spotter, 0);
        picture.Look(spotter, 1);
        var (small, planes) = (picture.Small(), new byte[LookPicture.Size(Drawn.Width, Drawn.Height)]);
        picture.Luma.CopyTo(planes, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        spotter.Pass(2, small);
        spotter.Look(2, new LookPicture(Drawn.Width, Drawn.Height, planes));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
    }

    private static Drawn Written()
    {
        var picture = Drawn.Grass(9);
        picture.Box(80, 190, 500, 60, 40);
        picture.Write("THE FIT CAPE", 103, 211, 4, 230);
        return picture;
    }

    private static void AssertNear((int Left, int Top, int Right, int Bottom) place, PictureBox box, int within)
    {
        Assert.InRange(box.Left * Drawn.Width / PictureBox.Whole, place.Left - within, place.Left + within);
        Assert.InRange(box.Top * Drawn.Height / PictureBox.Whole, place.Top - within, place.Top + within);
        Assert.InRange((box.Left + box.Width) * Drawn.Width / PictureBox.Whole, place.Right - within, place.Right + within);
        Assert.InRange((box.Top + box.Height) * Drawn.Height / PictureBox.Whole, place.Bottom - within, place.Bottom + within);
    }
}
