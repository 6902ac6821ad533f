using VideoIndex.Accuracy.Features;
using VideoIndex.Features;
using VideoIndex.Vision.Features;
using VideoIndex.Vision.Features.Codes;

namespace VideoIndex.Vision.Tests.Features;

public sealed class FeatureCodeTests
{
    [Fact]
    public void A_code_is_the_same_with_vectors_and_one_number_at_a_time()
    {
        var (random, book) = (new Random(3), CodeBook.Trained);
        var (fast, slow) = (new Quantizer(book.Axes, book.Thresholds), new Quantizer(book.Axes, book.Thresholds, vectors: false));
        var descriptor = new byte[PictureFeatures.DescriptorBytes];
        for (var round = 0; round < 200; round++)
        {
            random.NextBytes(descriptor);
            Assert.Equal(slow.Encode(descriptor), fast.Encode(descriptor));
        }
    }

    [Fact]
    public void The_axes_are_a_turn_of_space_and_each_bit_is_set_in_about_half_of_what_was_painted()
    {
        var book = CodeBook.Trained;
        Assert.Equal(4096, book.Background.Length);
        for (var bit = 0; bit < Quantizer.Size; bit++)
        {
            var axis = book.Axes.AsSpan(bit * Quantizer.Size, Quantizer.Size).ToArray();
            Assert.InRange(Math.Sqrt(axis.Sum(number => (double)number * number)) / 8191, 0.999, 1.001);
            Assert.InRange(book.Background.Count(code => ((bit < 64 ? code.Low >> bit : code.High >> (bit - 64)) & 1) == 1), 4096 / 4, 4096 * 3 / 4);
        }
    }

    [Fact]
    public void The_nearest_codes_are_those_that_comparing_all_finds()
    {
        var random = new Random(4);
        FeatureCode[] codes = [.. Enumerable.Range(0, 301).Select(_ => new FeatureCode((ulong)random.NextInt64(), (ulong)random.NextInt64()))];
        var (table, nearest) = (new CodeTable(codes), new NearCode[3]);
        for (var round = 0; round < 100; round++)
        {
            var wanted = new FeatureCode((ulong)random.NextInt64(), (ulong)random.NextInt64());
            var limit = random.Next(40, 130);
            var expected = codes.Select((code, at) => new NearCode(at, code.Distance(wanted))).Where(near => near.Distance < limit).OrderBy(near => near.Distance).Take(3).ToList();
            Assert.Equal(expected, nearest[..table.Nearest(wanted, limit, nearest)]);
        }
    }

    [Fact]
    public void A_code_of_nothing_is_not_found_in_a_table_s_unused_places()
    {
        var nearest = new NearCode[1];
        Assert.Equal(0, new CodeTable([new FeatureCode(ulong.MaxValue, ulong.MaxValue)]).Nearest(new FeatureCode(0, 0), 128, nearest));
        Assert.Equal(0, new CodeTable([]).Nearest(new FeatureCode(0, 0), 129, nearest));
    }

    [Fact]
    public void A_picture_s_codes_are_near_themselves_and_seldom_near_those_of_another_picture()
    {
        var (own, again) = (Coded(9101), Coded(9102));

        Assert.True(Near(own, own.Codes) > 0.95 * own.Codes.Length);
        Assert.True(Near(own, again.Codes) < 0.2 * own.Codes.Length);
    }

    // Nearer than 85 hundredths of the distance to what is seen everywhere.
    private static int Near((FeatureCode[] Codes, byte[] Backgrounds) picture, FeatureCode[] others)
    {
        var (table, nearest) = (new CodeTable(others), new NearCode[1]);
        return Enumerable.Range(0, picture.Codes.Length).Count(at => table.Nearest(picture.Codes[at], (picture.Backgrounds[at] * 85 + 99) / 100, nearest) > 0);
    }

    private static (FeatureCode[] Codes, byte[] Backgrounds) Coded(int seed)
    {
        var (picture, features) = (PaintedPicture.Of(seed, 320, 240), new PictureFeatures());
        new FeatureExtractor().Extract(picture.Pixels, picture.Width, picture.Height, PictureArea.Whole(picture.Width, picture.Height), features);
        var (codes, backgrounds) = (new FeatureCode[features.Count], new byte[features.Count]);
        new FeatureCoder().Encode(features, codes, backgrounds);
        return (codes, backgrounds);
    }
}
