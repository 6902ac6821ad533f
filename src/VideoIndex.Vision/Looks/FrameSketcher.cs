using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Vision.Looks.Motion;

namespace VideoIndex.Vision.Looks;

/// <summary>Sketches the frames of one decode, and tells how each moved since the one before. Nothing is allocated after construction; not for use by two threads at once.</summary>
/// <remarks>A sketch depends on its frame and the one before, and on nothing else.</remarks>
public sealed class FrameSketcher : IFrameSketcher
{
    private readonly MotionFit _fit = new();
    private MotionPicture _picture = new(), _before = new();
    private bool _begun;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The frame or the sketch is of the wrong size.</exception>
    public void Sketch(ReadOnlySpan<byte> gray, Span<byte> sketch)
    {
        if (gray.Length != GrayFrame.Size || sketch.Length != FrameSketches.Size)
        {
            throw new ArgumentException($"A gray frame is {GrayFrame.Size} bytes and its sketch {FrameSketches.Size}, not {gray.Length} and {sketch.Length}.");
        }

        (_picture, _before) = (_before, _picture);
        _picture.Take(gray);
        Draw(_picture.Sums.AsSpan(MotionPicture.Margin, MotionPicture.Count), sketch[..FrameSketches.Means]);
        Moved().Write(sketch[FrameSketches.Means..]);
        _begun = true;
    }

    private FrameMotion Moved()
    {
        _picture.Prepare();
        return !_begun ? default
            : _picture.Sums.AsSpan().SequenceEqual(_before.Sums) ? new FrameMotion(0, 0, 0, Fit: 255)
            : _fit.Of(_picture, _before);
    }

    // The mean of 20 x 20 pixels, rounded, from 5 x 5 sums of 4 x 4.
    private static void Draw(ReadOnlySpan<short> sums, Span<byte> means)
    {
        const int Side = MotionPicture.Width / FrameSketches.Width, Pixels = 16 * Side * Side;
        for (var mean = 0; mean < means.Length; mean++)
        {
            var at = mean / FrameSketches.Width * Side * MotionPicture.Width + mean % FrameSketches.Width * Side;
            var sum = Pixels / 2;
            for (var row = 0; row < Side; row++)
            {
                foreach (var part in sums.Slice(at + row * MotionPicture.Width, Side))
                {
                    sum += part;
                }
            }

            means[mean] = (byte)(sum / Pixels);
        }
    }
}
