using VideoIndex.Looks;
using VideoIndex.Vision.ScreenText.Reading.Parts;

namespace VideoIndex.Vision.Tests.ScreenText.Reading;

public sealed class LineScalerTests
{
    [Fact]
    public void A_part_as_large_as_it_is_to_be_is_its_pixels_from_minus_one_to_one()
    {
        var crop = new GrayPicture(3, 2, [9, 0, 255, 9, 255, 51]);
        var to = Write(crop, new CropPart(1, 0, 2, 2), width: 2, room: 4, height: 2);

        Assert.Equal([-1, 1, 0, 0, 1, -0.6f, 0, 0], to[..8], (one, other) => Math.Abs(one - other) < 1e-6);
    }

    [Fact]
    public void The_three_colours_are_alike_and_what_is_right_of_the_line_is_middle_gray()
    {
        var to = Write(new GrayPicture(4, 4, [.. Enumerable.Range(0, 16).Select(at => (byte)(at * 16))]), new CropPart(0, 0, 4, 4), width: 5, room: 8, height: 6);

        Assert.Equal(to[..48], to[48..96]);
        Assert.Equal(to[..48], to[96..]);
        Assert.All(Enumerable.Range(0, 6), row => Assert.Equal([0, 0, 0], to[((row * 8) + 5)..((row * 8) + 8)]));
    }

    [Fact]
    public void Where_it_shrinks_no_stroke_is_skipped()
    {
        var pixels = Enumerable.Repeat((byte)255, 64 * 8).ToArray();
        for (var row = 0; row < 8; row++)
        {
            pixels[(row * 64) + 29] = 0;
        }

        var to = Write(new GrayPicture(64, 8, pixels), new CropPart(0, 0, 64, 8), width: 16, room: 16, height: 8);

        Assert.InRange(to[..16].Sum(value => 1 - value), 0.49, 0.51);
    }

    private static float[] Write(GrayPicture crop, CropPart part, int width, int room, int height)
    {
        var to = Enumerable.Repeat(7f, 3 * height * room).ToArray();
        LineScaler.Write(crop, part, width, room, height, to);
        return to;
    }
}
