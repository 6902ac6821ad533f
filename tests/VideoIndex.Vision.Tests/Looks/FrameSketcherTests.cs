using VideoIndex.Accuracy.Scenes;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Vision.Looks;

namespace VideoIndex.Vision.Tests.Looks;

public sealed class FrameSketcherTests
{
    private static readonly World[] Worlds = [.. Enumerable.Range(1, 4).Select(seed => World.Nature(new Random(seed), 0.6))];

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.3, 0, 0)]
    [InlineData(-1.5, 0.5, 0)]
    [InlineData(6, -2, 0)]
    [InlineData(-20, 3, 0)]
    [InlineData(28, 10, 0)]
    [InlineData(0, 14, 0)]
    [InlineData(0, 0, 0.001)]
    [InlineData(0, 0, -0.01)]
    [InlineData(2, 1, 0.03)]
    public void What_the_picture_as_a_whole_did_is_told_to_a_fraction_of_a_pixel(double right, double down, double growth)
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var motion = Moved(Frame(seed), Frame(seed, right, down, growth));

            Assert.InRange(motion.Right * 320.0 / FrameMotion.Whole, right - 0.15, right + 0.15);
            Assert.InRange(motion.Down * 180.0 / FrameMotion.Whole, down - 0.15, down + 0.15);
            Assert.InRange((double)motion.Growth / FrameMotion.Whole, growth - 0.0015, growth + 0.0015);
            Assert.InRange(motion.Fit, 200, 255);
        }
    }

    [Fact]
    public void Who_walks_through_the_picture_does_not_count()
    {
        var (before, after) = (Frame(2), Frame(2, right: 3));
        Walk(before, 100);
        Walk(after, 92);

        Assert.InRange(Moved(before, after).Right * 320.0 / FrameMotion.Whole, 2.8, 3.2);
    }

    [Fact]
    public void Light_that_comes_and_goes_is_no_motion()
    {
        var (before, after) = (Frame(2), Frame(2, right: 3));
        foreach (ref var pixel in after.AsSpan())
        {
            pixel = (byte)Math.Min(255, pixel + 40);
        }

        Assert.InRange(Moved(before, after).Right * 320.0 / FrameMotion.Whole, 2.7, 3.3);
    }

    [Fact]
    public void Grain_on_a_still_picture_is_hardly_any_motion()
    {
        var motion = Moved(Grainy(Frame(2), 1), Grainy(Frame(2), 2));

        Assert.InRange(motion.Right * 320.0 / FrameMotion.Whole, -0.1, 0.1);
        Assert.InRange(motion.Down * 180.0 / FrameMotion.Whole, -0.1, 0.1);
        Assert.InRange(motion.Fit, 200, 255);
    }

    [Fact]
    public void Another_picture_fits_nothing() => Assert.InRange(Moved(Frame(2), Frame(4)).Fit, 0, 60);

    [Fact]
    public void The_same_frame_again_fits_wholly_and_the_first_says_nothing()
    {
        Assert.Equal(new FrameMotion(0, 0, 0, Fit: 255), Moved(Frame(1), Frame(1)));
        Assert.Equal(default, Moved(Frame(1)));
        Assert.Equal(new FrameMotion(0, 0, 0, Fit: 255), Moved(new byte[GrayFrame.Size], new byte[GrayFrame.Size]));
    }

    [Fact]
    public void A_sketch_depends_on_its_frame_and_the_one_before_alone() =>
        Assert.Equal(Moved(Frame(2), Frame(2, right: 5)), Moved(Frame(1), Frame(3), Frame(4), Frame(2), Frame(2, right: 5)));

    [Fact]
    public void The_means_are_those_of_the_pixels_rounded()
    {
        var (frame, sketch) = (Grainy(Frame(1), 3), new byte[FrameSketches.Size]);
        new FrameSketcher().Sketch(frame, sketch);

        var expected = Enumerable.Range(0, FrameSketches.Means).Select(mean => (byte)((200 + Enumerable.Range(0, 400)
            .Sum(at => frame[(mean / 16 * 20 + at / 20) * GrayFrame.Width + mean % 16 * 20 + at % 20])) / 400));
        Assert.Equal(expected, sketch[..FrameSketches.Means]);
    }

    [Fact]
    public void Sketching_allocates_nothing()
    {
        var (sketcher, sketch, frames) = (new FrameSketcher(), new byte[FrameSketches.Size], new[] { Frame(2), Frame(2, right: 4) });
        sketcher.Sketch(frames[0], sketch);
        sketcher.Sketch(frames[1], sketch);

        // A collection that other tests cause in between counts what was set aside as taken; it does not come in every round.
        Assert.Contains(0, Enumerable.Range(0, 5).Select(_ => Allocated(() =>
        {
            for (var frame = 0; frame < 50; frame++)
            {
                sketcher.Sketch(frames[frame % 2], sketch);
            }
        })).ToList());
    }

    private static long Allocated(Action work)
    {
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void A_motion_is_read_as_it_was_written()
    {
        var (motion, bytes) = (new FrameMotion(-300, 12_345, short.MinValue, 77), new byte[FrameMotion.Size]);
        motion.Write(bytes);

        Assert.Equal(motion, FrameMotion.Read(bytes));
        Assert.Equal("D4-FE-39-30-00-80-4D", BitConverter.ToString(bytes));
    }

    private static FrameMotion Moved(params byte[][] frames)
    {
        var (sketcher, sketch) = (new FrameSketcher(), new byte[FrameSketches.Size]);
        foreach (var frame in frames)
        {
            sketcher.Sketch(frame, sketch);
        }

        return FrameMotion.Read(sketch.AsSpan(FrameSketches.Means));
    }

    // What a camera sees, cut down to the gray frame's size in the middle of the drawn one.
    private static byte[] Frame(int seed, double right = 0, double down = 0, double growth = 0)
    {
        var (picture, gray) = (new Picture(), new byte[GrayFrame.Size]);
        Worlds[seed - 1].Draw(picture, 500 - right * 1.5, 500 - down * 1.5, 1.5 / (1 + growth), 0);
        for (var row = 0; row < GrayFrame.Height; row++)
        {
            picture.Luma.AsSpan((row + 45) * Picture.Width + 80, GrayFrame.Width).CopyTo(gray.AsSpan(row * GrayFrame.Width));
        }

        return gray;
    }

    // A quarter of the picture's width, from top to bottom.
    private static void Walk(byte[] frame, int left)
    {
        for (var row = 0; row < GrayFrame.Height; row++)
        {
            for (var column = 0; column < 80; column++)
            {
                frame[row * GrayFrame.Width + left + column] = (byte)(110 + 60 * Math.Sin(column * 0.2) + 40 * Math.Sin(row * 0.1));
            }
        }
    }

    private static byte[] Grainy(byte[] frame, int seed)
    {
        var random = new Random(seed);
        foreach (ref var pixel in frame.AsSpan())
        {
            pixel = (byte)Math.Clamp(pixel + random.Next(-12, 13), 0, 255);
        }

        return frame;
    }
}
