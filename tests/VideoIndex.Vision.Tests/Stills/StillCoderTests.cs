using System.Security.Cryptography;
using VideoIndex.Features;
using VideoIndex.Looks;
using VideoIndex.Vision.Stills;

namespace VideoIndex.Vision.Tests.Stills;

public sealed class StillCoderTests
{
    private static readonly StillCoder Decoder = new();

    [Theory]
    [InlineData(64, 48, 1)]
    [InlineData(96, 40, 2)]
    [InlineData(37, 21, 1)] // no whole number of blocks
    [InlineData(1, 1, 1)]
    public void A_picture_comes_back_nearly_as_it_was(int width, int height, int shrunk)
    {
        var picture = Painted(width, height, 3);

        var still = Decoder.Decode(7, StillCoder.Encode(picture, shrunk, Whole(picture, shrunk), step: 4), null)!;

        Assert.Equal((7, width, height, 1.0 / shrunk), (still.Look, still.Picture.Width, still.Picture.Height, still.Scale));
        Assert.InRange(Loss(picture, still.Picture), 0, 4);
    }

    [Fact]
    public void The_coarser_the_step_the_smaller_and_the_less_like()
    {
        var picture = Painted(320, 180, 1);
        var made = ((int[])[4, 16, 64]).Select(step => StillCoder.Encode(picture, 1, Whole(picture, 1), step)).ToList();
        var losses = made.ConvertAll(bytes => Loss(picture, Decoder.Decode(0, bytes, null)!.Picture));

        Assert.True(made[0].Length > made[1].Length && made[1].Length > made[2].Length);
        Assert.True(losses[0] < losses[1] && losses[1] < losses[2]);
        Assert.InRange(made[1].Length, 1, picture.Pixels.Length / 5);
    }

    [Fact]
    public void Of_parts_only_these_are_new_and_the_rest_is_what_was_before()
    {
        var (before, after) = (Painted(96, 64, 1), Painted(96, 64, 2));
        var area = new PictureArea(192, 128);
        area.Add(32, 16, 64, 32); // pixels of the look, twice as wide: of the still 16, 8 and 32 x 16
        var first = Decoder.Decode(0, StillCoder.Encode(before, 2, Whole(before, 2), 8), null)!;
        var alone = Decoder.Decode(1, StillCoder.Encode(after, 2, Whole(after, 2), 8), null)!;

        var second = Decoder.Decode(1, StillCoder.Encode(after, 2, area, 8), first)!;

        for (var at = 0; at < 96 * 64; at++)
        {
            var within = at % 96 is >= 16 and < 48 && at / 96 is >= 8 and < 24;
            Assert.Equal((within ? alone : first).Picture.Pixels[at], second.Picture.Pixels[at]);
        }
    }

    [Fact]
    public void Parts_say_nothing_without_what_was_before()
    {
        var picture = Painted(96, 64, 1);
        var area = new PictureArea(96, 64);
        area.Add(0, 0, 16, 16);
        var part = StillCoder.Encode(picture, 1, area, 8);
        var other = Decoder.Decode(0, StillCoder.Encode(Painted(64, 64, 1), 1, PictureArea.Whole(64, 64), 8), null);

        Assert.Null(Decoder.Decode(1, part, null));
        Assert.Null(Decoder.Decode(1, part, other)); // of another size
    }

    [Fact]
    public void Whatever_the_bytes_nothing_worse_comes_of_them_than_a_wrong_picture()
    {
        var random = new Random(1);
        var picture = Painted(64, 48, 1);
        var made = StillCoder.Encode(picture, 1, Whole(picture, 1), 16);
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = made[..random.Next(made.Length + 1)];
            for (var damage = random.Next(4); damage > 0 && bytes.Length > 6; damage--)
            {
                bytes[random.Next(6, bytes.Length)] = (byte)random.Next(256);
            }

            var still = Decoder.Decode(0, bytes, null);
            Assert.True(still is null || still.Picture.Pixels.Length == 64 * 48);
        }

        Assert.Null(Decoder.Decode(0, [], null));
        Assert.Null(Decoder.Decode(0, [129, 16, 0, 0, 8, 0, 0], null)); // no pixel wide
        Assert.Null(Decoder.Decode(0, [131, 16, 8, 0, 8, 0, 0], null)); // a third of a look
    }

    // Made once: what is in libraries must be read by every later version of this name, on every machine.
    [Fact]
    public void The_form_is_frozen()
    {
        var picture = Painted(160, 96, 5);
        var made = StillCoder.Encode(picture, 1, Whole(picture, 1), 16);
        var back = Decoder.Decode(0, made, null)!.Picture;

        Assert.Equal("gray-dct 1", Decoder.Version);
        Assert.Equal(("MADE", "BACK"), (Hash(made), Hash(back.Pixels)));
    }

    [Fact]
    public void No_look_takes_more_than_it_may()
    {
        var luma = new byte[1920 * 1080];
        new Random(1).NextBytes(luma);

        var made = new StillMaker(StillSize.Half).Make(luma, 1920, 1080, PictureArea.Whole(1920, 1080));

        Assert.InRange(made.Length, 1, StillMaker.MostBytes);
        Assert.Equal((960, 540, 0.5), (Decoder.Decode(0, made, null)!.Picture.Width, Decoder.Decode(0, made, null)!.Picture.Height, Decoder.Decode(0, made, null)!.Scale));
    }

    [Theory]
    [InlineData(960, StillSize.Half, 1.0)]
    [InlineData(962, StillSize.Half, 0.5)]
    [InlineData(962, StillSize.Full, 1.0)]
    public void What_is_small_already_is_not_made_smaller(int width, StillSize size, double scale)
    {
        var made = new StillMaker(size).Make(new byte[width * 32], width, 32, PictureArea.Whole(width, 32));

        Assert.Equal(scale, Decoder.Decode(0, made, null)!.Scale);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];

    private static PictureArea Whole(GrayPicture picture, int shrunk) => PictureArea.Whole(picture.Width * shrunk, picture.Height * shrunk);

    private static double Loss(GrayPicture one, GrayPicture other) => one.Pixels.Zip(other.Pixels, (a, b) => (double)Math.Abs(a - b)).Average();

    private static GrayPicture Painted(int width, int height, int seed)
    {
        var (random, pixels) = (new Random(seed), new byte[width * height]);
        for (var at = 0; at < 24; at++)
        {
            var (left, top, wide, high, shade) = (random.Next(width), random.Next(height), random.Next(1, 50), random.Next(1, 40), random.Next(256));
            for (var y = top; y < Math.Min(height, top + high); y++)
            {
                for (var x = left; x < Math.Min(width, left + wide); x++)
                {
                    pixels[(y * width) + x] = (byte)((shade + x + (2 * y)) & 255);
                }
            }
        }

        return new GrayPicture(width, height, pixels);
    }
}
