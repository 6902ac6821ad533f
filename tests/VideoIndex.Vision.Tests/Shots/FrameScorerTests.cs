using System.Globalization;
using System.Text;
using VideoIndex.Media;
using VideoIndex.Shots;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Vision.Tests.Shots;

public sealed class FrameScorerTests
{
    [Theory]
    [InlineData("ThirtyTwo")]
    [InlineData("Sixteen")]
    public void Every_processor_gives_the_same_score(string lanes)
    {
        if (PixelSums.Best.ToString() == "Sixteen" && lanes == "ThirtyTwo")
        {
            return; // this processor has no such instruction to compare
        }

        var (fast, plain) = (new FrameScorer(Enum.Parse<Lanes>(lanes)), new FrameScorer(Lanes.One));
        foreach (var frame in Frames(12).Concat([Flat(0), Flat(255), Noise(1), Noise(2), Flat(255)]))
        {
            Assert.Equal(plain.Score(frame), fast.Score(frame));
        }
    }

    [Fact]
    public void The_score_of_a_picture_never_changes()
    {
        var scorer = new FrameScorer();
        var text = new StringBuilder();
        foreach (var frame in Frames(4).Concat([Flat(0), Flat(200), Noise(1), Noise(2)]))
        {
            text.Append(CultureInfo.InvariantCulture, $"{scorer.Score(frame)}\n");
        }

        Golden.Verify(text.ToString());
    }

    [Fact]
    public void The_first_frame_differs_from_nothing()
    {
        var score = new FrameScorer().Score(Noise(1));

        Assert.All(Enumerable.Range(1, 4), frames => Assert.Equal(default, score.Back(frames)));
        Assert.Equal(0, score.Spread);
    }

    [Fact]
    public void A_still_picture_has_no_difference_and_one_fingerprint()
    {
        var (scorer, frame) = (new FrameScorer(), Frames(1).Single());
        var first = scorer.Score(frame);
        var second = scorer.Score(frame);

        Assert.Equal((0, 0, 0, 0), (second.Difference, second.Histogram, second.Structure, second.Spread));
        Assert.Equal(first.Fingerprint, second.Fingerprint);
    }

    [Fact]
    public void A_pan_leaves_little_unexplained_and_another_picture_much()
    {
        var pan = Scored(Picture(0), Picture(24));
        var cut = Scored(Picture(0), Picture(5000));

        Assert.True(pan.Structure < 6000 && cut.Structure > 14000, $"{pan} {cut}");
        Assert.True(pan.Spread < 60 && cut.Spread > 180, $"{pan} {cut}");
    }

    [Fact]
    public void After_a_flash_the_old_picture_is_known_again()
    {
        var scorer = new FrameScorer();
        scorer.Score(Picture(0));
        scorer.Score(Flat(250));
        var after = scorer.Score(Picture(0));

        Assert.Equal(default, after.Back2);
        Assert.InRange(after.Structure, 10000, 65535);
    }

    [Fact]
    public void One_pixel_changes_the_fingerprint()
    {
        var picture = Picture(0);
        var before = Fingerprint.Of(picture);
        var seen = new HashSet<ulong> { before };
        for (var i = 0; i < picture.Length; i += 61)
        {
            picture[i] ^= 1;
            Assert.True(seen.Add(Fingerprint.Of(picture)));
            picture[i] ^= 1;
        }
    }

    [Fact]
    public void A_fingerprint_spreads_over_all_its_bits()
    {
        var set = new int[64];
        for (var seed = 0; seed < 1000; seed++)
        {
            var fingerprint = Fingerprint.Of(Flat(seed % 256, length: 32 * (1 + seed / 256)));
            for (var bit = 0; bit < 64; bit++)
            {
                set[bit] += (int)(fingerprint >> bit & 1);
            }
        }

        Assert.All(set, count => Assert.InRange(count, 420, 580)); // five standard deviations
    }

    [Fact]
    public void Scoring_allocates_nothing()
    {
        var (scorer, frame) = (new FrameScorer(), Picture(0));
        scorer.Score(frame);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 50; i++)
        {
            scorer.Score(frame);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_picture_of_another_size_is_refused() =>
        Assert.Throws<ArgumentException>(() => new FrameScorer().Score(new byte[100]));

    private static FrameScore Scored(params byte[][] frames)
    {
        var scorer = new FrameScorer();
        return frames.Select(frame => scorer.Score(frame)).ToList()[^1];
    }

    private static IEnumerable<byte[]> Frames(int count) => Enumerable.Range(0, count).Select(frame => Picture(frame * 7 + frame / 5 * 900));

    private static byte[] Flat(int luma, int length = GrayFrame.Size)
    {
        var picture = new byte[length];
        picture.AsSpan().Fill((byte)luma);
        return picture;
    }

    private static byte[] Noise(int seed)
    {
        var picture = new byte[GrayFrame.Size];
        new Random(seed).NextBytes(picture);
        return picture;
    }

    // Patches of many sizes, the same everywhere: whole numbers only, seen by a camera that has moved aside.
    private static byte[] Picture(int aside)
    {
        var picture = new byte[GrayFrame.Size];
        for (var i = 0; i < picture.Length; i++)
        {
            var (x, y) = (i % GrayFrame.Width + aside, i / GrayFrame.Width);
            picture[i] = (byte)(Patch(x / 40, y / 36) / 2 + Patch(x / 14, y / 12) / 3 + Patch(x / 3, y / 3) / 6);
        }

        return picture;
    }

    private static int Patch(int x, int y)
    {
        unchecked
        {
            var mixed = ((uint)x * 2654435761u) ^ ((uint)y * 2246822519u);
            mixed = (mixed ^ (mixed >> 15)) * 3266489917u;
            return (int)((mixed ^ (mixed >> 13)) & 255);
        }
    }
}
