using System.Security.Cryptography;
using VideoIndex.Vision.Pixels;

namespace VideoIndex.Vision.Tests.Pixels;

public sealed class PlaneScalerTests
{
    // Hashes of what cv2.resize(picture, (toWidth, toHeight), interpolation=cv2.INTER_LINEAR) of OpenCV 4.6.0 makes of the same
    // picture: ((x * 31 + y * 57 + x * y) % 256).astype(numpy.uint8) over y, x = numpy.mgrid[:height, :width].
    [Theory]
    [InlineData(64, 48, 31, 17, "0306616aaf9accae")]
    [InlineData(64, 48, 32, 24, "7dc8bb9fb9f434c0")]
    [InlineData(33, 21, 100, 57, "c983968103694765")]
    [InlineData(640, 360, 416, 234, "bd32aba5a6755c58")]
    [InlineData(5, 3, 2, 2, "5906ac01115cb9ec")]
    [InlineData(97, 61, 97, 61, "76dcd5560dfdaa0a")]
    [InlineData(2, 2, 9, 7, "b1b209055594a55c")]
    [InlineData(1, 4, 3, 3, "0d5ee5759a9f1795")]
    [InlineData(1920, 1080, 416, 234, "5fab80ba1a6859f8")]
    public void Every_pixel_is_that_of_OpenCV(int width, int height, int toWidth, int toHeight, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Scaled(Painted(width, height), width, height, toWidth, toHeight)))[..16]);

    [Fact]
    public void Rows_mixed_many_pixels_at_a_time_are_those_mixed_one_at_a_time()
    {
        var random = new Random(7);
        short[] upper = [.. Enumerable.Range(0, 203).Select(_ => (short)random.Next(0, 32641))];
        short[] lower = [.. Enumerable.Range(0, 203).Select(_ => (short)random.Next(0, 32641))];
        var (together, one) = (new byte[203], new byte[1]);
        for (short part = 0; part <= LinearTaps.One; part += 64)
        {
            PlaneScaler.Mix(upper, lower, (short)(LinearTaps.One - part), part, together);
            for (var at = 0; at < together.Length; at++)
            {
                PlaneScaler.Mix(upper.AsSpan(at, 1), lower.AsSpan(at, 1), (short)(LinearTaps.One - part), part, one);
                Assert.Equal(one[0], together[at]);
            }
        }
    }

    [Fact]
    public void One_scaler_serves_picture_after_picture()
    {
        var scaler = new PlaneScaler(40, 30, 13, 11);
        foreach (var shade in (byte[])[7, 200, 0])
        {
            scaler.Begin();
            var (plane, row) = (Enumerable.Repeat(shade, 40 * 30).ToArray(), new byte[13]);
            for (var y = 0; y < 11; y++)
            {
                scaler.Write(plane, y, row);
                Assert.All(row, level => Assert.Equal(shade, level));
            }
        }
    }

    private static byte[] Painted(int width, int height) =>
        [.. Enumerable.Range(0, width * height).Select(at => (byte)((at % width * 31 + at / width * 57 + at % width * (at / width)) % 256))];

    private static byte[] Scaled(byte[] plane, int width, int height, int toWidth, int toHeight)
    {
        var (scaler, to) = (new PlaneScaler(width, height, toWidth, toHeight), new byte[toWidth * toHeight]);
        for (var row = 0; row < toHeight; row++)
        {
            scaler.Write(plane, row, to.AsSpan(row * toWidth, toWidth));
        }

        return to;
    }
}
