using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.Tags;

namespace VideoIndex.Tests.ScreenText;

public sealed class CropShapeTests
{
    private static readonly TextSighting Level = new(new PictureBox(1000, 8000, 4000, 500), 0, true, 200, -1, 0, "crop");

    [Fact]
    public void A_word_as_long_as_the_line_has_the_line_s_place() =>
        Assert.Equal(Level.Box, CropShape.InPicture(Level, (440, 80), Word(20, 20, 400, 40)));

    [Fact]
    public void What_sticks_out_into_the_margin_is_cut_off() =>
        Assert.Equal(Level.Box, CropShape.InPicture(Level, (440, 80), Word(0, 0, 440, 80)));

    [Fact]
    public void A_word_has_its_share_of_the_line() =>
        Assert.Equal(new PictureBox(2000, 8125, 1000, 250), CropShape.InPicture(Level, (440, 80), Word(120, 30, 100, 20)));

    // 400 x 40 pixels turned by 10 degrees take 109 pixels of height, 39 of them the letters'.
    [Theory]
    [InlineData(100, 20, 8721)]
    [InlineData(100, 370, 8000)]
    [InlineData(-100, 20, 8000)]
    [InlineData(-100, 370, 8721)]
    public void On_a_rising_line_the_last_word_is_above_the_first(int angle, int left, int top)
    {
        var line = Level with { Angle = angle, Box = new PictureBox(1000, 8000, 4000, 1200) };

        var word = CropShape.InPicture(line, (440, 80), Word(left, 20, 50, 40));

        Assert.InRange(word.Top, top - 60, top + 60);
        Assert.InRange(word.Height, 400, 560);
        Assert.InRange(word.Top + word.Height, 8000, 9200);
    }

    private static ReadWord Word(int left, int top, int width, int height) => new("word", new Confidence(1), left, top, width, height);
}
