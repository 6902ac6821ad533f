using VideoIndex.Looks;
using VideoIndex.Vision.ScreenText.Reading.Parts;

namespace VideoIndex.Vision.Tests.ScreenText.Reading;

public sealed class LinePartsTests
{
    [Fact]
    public void A_line_is_read_with_a_little_of_its_margins()
    {
        var part = Assert.Single(LineParts.Of(Blank(300, 90), 32, 1024));

        Assert.True(part is { Left: > 0 and < 20, Top: > 0 and < 20 } && part.Left + part.Width == 300 - part.Left && part.Top + part.Height == 90 - part.Top, $"{part}");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(40, 300)]
    [InlineData(300, 12)]
    public void What_is_too_small_for_its_margins_is_read_whole(int width, int height) =>
        Assert.Equal([new CropPart(0, 0, width, height)], LineParts.Of(Blank(width, height), 32, 1024));

    [Fact]
    public void A_line_that_is_too_long_is_cut_between_its_words_and_nothing_is_left_out()
    {
        var crop = Blank(4000, 80);
        for (var column = 30; column < 3970; column++)
        {
            crop.Pixels[(40 * 4000) + column] = (byte)(column % 400 < 360 ? 0 : 255);
        }

        var parts = LineParts.Of(crop, 32, 512);

        Assert.InRange(parts.Count, 4, 12);
        Assert.All(parts, part => Assert.True(part.WidthAt(32) <= 512, $"{part}"));
        Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.Left + pair.First.Width, pair.Second.Left));
        Assert.All(parts.Skip(1), part => Assert.InRange(part.Left % 400, 360, 399));
    }

    [Fact]
    public void A_line_without_gaps_is_cut_where_it_must_be() =>
        Assert.All(LineParts.Of(new GrayPicture(9000, 60, new byte[9000 * 60]), 32, 512), part => Assert.True(part.Width > 0 && part.WidthAt(32) <= 512, $"{part}"));

    private static GrayPicture Blank(int width, int height) => new(width, height, [.. Enumerable.Repeat((byte)255, width * height)]);
}
