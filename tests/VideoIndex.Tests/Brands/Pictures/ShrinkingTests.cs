using VideoIndex.Brands.Pictures;
using VideoIndex.Looks;
using VideoIndex.Testing.Clips;

namespace VideoIndex.Tests.Brands.Pictures;

public sealed class ShrinkingTests
{
    [Fact]
    public void A_pixel_is_the_mean_of_what_it_covers()
    {
        var picture = DrawnPicture.Draw(4, 2, (x, y) => (x * 10, y * 100, x + y, 255));

        Assert.Equal([5, 50, 1, 255, 25, 50, 3, 255], Shrinking.To(picture, 2).Rgba);
    }

    [Fact]
    public void Pixels_cut_in_two_count_in_part()
    {
        var picture = DrawnPicture.Draw(3, 1, (x, _) => (x * 90, 0, 0, 255));

        // A pixel and a half each: 0 and half of 90, then half of 90 and 180.
        Assert.Equal([30, 150], Shrinking.To(picture, 2).Rgba.Where((_, at) => at % 4 == 0).Select(red => (int)red));
    }

    [Fact]
    public void What_is_clear_lends_no_colour()
    {
        var picture = DrawnPicture.Draw(2, 1, (x, _) => x == 0 ? (200, 100, 50, 255) : (0, 255, 0, 0));

        Assert.Equal([200, 100, 50, 128], Shrinking.To(picture, 1).Rgba);
    }

    [Theory]
    [InlineData(5000, 3000, 2048, 1229)]
    [InlineData(3000, 5000, 1229, 2048)]
    [InlineData(8192, 12, 2048, 3)]
    [InlineData(2049, 1, 2048, 1)]
    [InlineData(300, 200, 300, 200)]
    public void The_longer_side_decides(int width, int height, int smallWidth, int smallHeight)
    {
        var small = Shrinking.To(new ColourPicture(width, height, new byte[width * height * 4]), 2048);

        Assert.Equal((smallWidth, smallHeight, smallWidth * smallHeight * 4), (small.Width, small.Height, small.Rgba.Length));
    }

    [Fact]
    public void A_picture_comes_back_from_its_written_form()
    {
        var mark = DrawnPicture.Mark(70, 40, 2);
        var packed = PicturePacking.Pack(mark);

        var back = PicturePacking.Unpack(packed);

        Assert.Equal((mark.Width, mark.Height), (back.Width, back.Height));
        Assert.Equal(mark.Rgba, back.Rgba);
        Assert.Throws<FormatException>(() => PicturePacking.Unpack(packed[..^9]));
        Assert.Throws<FormatException>(() => PicturePacking.Unpack([.. "VIDP"u8, 2, .. packed[5..]]));
        packed[^30] ^= 4;
        Assert.Throws<FormatException>(() => PicturePacking.Unpack(packed));
    }
}
