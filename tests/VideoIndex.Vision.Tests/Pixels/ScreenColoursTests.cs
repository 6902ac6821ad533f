using VideoIndex.Vision.Pixels;

namespace VideoIndex.Vision.Tests.Pixels;

public sealed class ScreenColoursTests
{
    // Luma and chroma by the equations of ITU-R BT.601-7 and BT.709-6 for full-range levels.
    [Theory]
    [InlineData(255, 0, 0, 0.299, 0.114)]
    [InlineData(0, 255, 0, 0.299, 0.114)]
    [InlineData(0, 0, 255, 0.299, 0.114)]
    [InlineData(200, 120, 40, 0.299, 0.114)]
    [InlineData(255, 0, 0, 0.2126, 0.0722)]
    [InlineData(12, 250, 77, 0.2126, 0.0722)]
    [InlineData(128, 128, 128, 0.2126, 0.0722)]
    public void A_colour_comes_back_to_a_level(int red, int green, int blue, double ofRed, double ofBlue)
    {
        var luma = ofRed * red + (1 - ofRed - ofBlue) * green + ofBlue * blue;
        var (u, v) = (128 + (blue - luma) / (2 * (1 - ofBlue)), 128 + (red - luma) / (2 * (1 - ofRed)));
        var colours = ofRed > 0.25 ? ScreenColours.Bt601 : ScreenColours.Bt709;

        var (backRed, backGreen, backBlue) = One(colours, Level(luma), Level(u), Level(v));

        // A chroma rounded to its level is off by half of one, which is 0.93 of blue at most.
        Assert.Equal(red, backRed, 1.5f);
        Assert.Equal(green, backGreen, 1.5f);
        Assert.Equal(blue, backBlue, 1.5f);
    }

    [Fact]
    public void Pixels_converted_together_are_those_converted_one_at_a_time()
    {
        var random = new Random(3);
        byte[] luma = new byte[333], u = new byte[333], v = new byte[333];
        random.NextBytes(luma);
        random.NextBytes(u);
        random.NextBytes(v);
        float[] red = new float[333], green = new float[333], blue = new float[333];

        ScreenColours.Bt709.Write(luma, u, v, new ColourRows(red, green, blue), 100, 0.25f);

        for (var at = 0; at < luma.Length; at++)
        {
            Assert.Equal(One(ScreenColours.Bt709, luma[at], u[at], v[at], 100, 0.25f), (red[at], green[at], blue[at]));
        }
    }

    [Theory]
    [InlineData(640, 480, false)]
    [InlineData(1024, 576, false)]
    [InlineData(960, 720, true)]
    [InlineData(1280, 536, true)]
    [InlineData(1080, 1920, true)]
    public void High_definition_has_the_colours_of_BT709(int width, int height, bool high) =>
        Assert.Equal(high ? ScreenColours.Bt709 : ScreenColours.Bt601, ScreenColours.Of(width, height));

    private static (float Red, float Green, float Blue) One(ScreenColours colours, byte luma, byte u, byte v, float mean = 0, float factor = 1)
    {
        float[] red = new float[1], green = new float[1], blue = new float[1];
        colours.Write([luma], [u], [v], new ColourRows(red, green, blue), mean, factor);
        return (red[0], green[0], blue[0]);
    }

    private static byte Level(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
