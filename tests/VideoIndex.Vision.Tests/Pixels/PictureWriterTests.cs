using VideoIndex.Looks;
using VideoIndex.Vision.Pixels;

namespace VideoIndex.Vision.Tests.Pixels;

public sealed class PictureWriterTests
{
    [Theory]
    [InlineData(1920, 1080, 416, 234)]
    [InlineData(768, 432, 416, 233)]
    [InlineData(500, 375, 416, 312)]
    [InlineData(480, 640, 312, 416)]
    [InlineData(416, 416, 416, 416)]
    [InlineData(100, 50, 416, 208)]
    [InlineData(1920, 2, 416, 1)]
    public void A_picture_in_a_letterbox_keeps_its_shape(int width, int height, int placedWidth, int placedHeight)
    {
        var place = new PictureInput(416, 416) { Letterboxed = true }.Place(width, height);
        Assert.Equal((placedWidth, placedHeight), (place.Width, place.Height));
        Assert.Equal(place.Across, place.Down);
    }

    [Fact]
    public void A_picture_may_be_stretched_instead()
    {
        var place = new PictureInput(352, 352).Place(704, 176);
        Assert.Equal(new PicturePlacement(352, 352, 2, 0.5), place);
    }

    [Fact]
    public void Below_a_wide_picture_is_padding_also_when_the_one_before_was_tall()
    {
        var input = new PictureInput(8, 8) { Letterboxed = true };
        var (writer, to) = (new PictureWriter(input), new float[input.Values]);
        writer.Write(Gray(4, 8, 10), to);
        Assert.Equal([10, 10, 10, 10, 114, 114, 114, 114], to.AsSpan(0, 8).ToArray());

        writer.Write(Gray(8, 4, 30), to);

        for (var plane = 0; plane < 3; plane++)
        {
            Assert.All(to.AsSpan(plane * 64, 32).ToArray(), level => Assert.Equal(30, level));
            Assert.All(to.AsSpan(plane * 64 + 32, 32).ToArray(), level => Assert.Equal(114, level));
        }
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 2)]
    public void Red_is_the_first_plane_or_the_last(bool redFirst, int plane)
    {
        var input = new PictureInput(4, 4) { RedFirst = redFirst };
        var to = new float[input.Values];

        new PictureWriter(input).Write(new LookPicture(4, 4, [.. Enumerable.Repeat<byte>(76, 16), 85, 85, 85, 85, 255, 255, 255, 255]), to);

        Assert.All(to.AsSpan(plane * 16, 16).ToArray(), level => Assert.InRange(level, 253, 255));
        Assert.All(to.AsSpan(16, 16).ToArray(), level => Assert.InRange(level, 0, 2));
    }

    [Fact]
    public void Levels_are_moved_and_multiplied_as_the_model_wants()
    {
        var input = new PictureInput(2, 2) { Mean = 127, Factor = 0.5f };
        var to = new float[input.Values];
        new PictureWriter(input).Write(Gray(2, 2, 227), to);
        Assert.All(to, value => Assert.Equal(50, value));
    }

    private static LookPicture Gray(int width, int height, byte level)
    {
        byte[] planes = [.. Enumerable.Repeat(level, width * height), .. Enumerable.Repeat<byte>(128, width * height / 2)];
        return new LookPicture(width, height, planes);
    }
}
