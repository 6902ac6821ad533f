using VideoIndex.Ffmpeg.Decoding;

namespace VideoIndex.Ffmpeg.Tests.Decoding;

public sealed class FullRangeTests
{
    [Fact]
    public void Luma_of_16_to_235_becomes_0_to_255_right_to_one_level()
    {
        var planes = Enumerable.Range(0, 256).Select(level => (byte)level).ToArray();

        FullRange.Stretch(planes, luma: 256);

        Assert.All(Enumerable.Range(0, 256), level => Assert.InRange(planes[level] - Math.Clamp((level - 16) * 255 / 219.0, 0, 255), -1, 1));
        Assert.Equal((0, 0, 255, 255), (planes[0], planes[16], planes[235], planes[255]));
    }

    [Fact]
    public void Chroma_of_16_to_240_becomes_0_to_255_about_its_middle()
    {
        var planes = Enumerable.Range(0, 256).Select(level => (byte)level).ToArray();

        FullRange.Stretch(planes, luma: 0);

        Assert.All(Enumerable.Range(0, 256), level => Assert.InRange(planes[level] - Math.Clamp(128 + (level - 128) * 255 / 224.0, 0, 255), -1, 1));
        Assert.Equal(128, planes[128]);
    }

    // Vectors take most of a plane and single bytes the rest: 97 and 31 leave some over whatever a vector holds.
    [Fact]
    public void Each_byte_is_stretched_alike_wherever_it_lies()
    {
        var random = new Random(3);
        var planes = new byte[97 + 31];
        random.NextBytes(planes);
        var alone = planes.Select((value, at) =>
        {
            byte[] one = [value];
            FullRange.Stretch(one, luma: at < 97 ? 1 : 0);
            return one[0];
        }).ToArray();

        FullRange.Stretch(planes, luma: 97);

        Assert.Equal(alone, planes);
    }
}
