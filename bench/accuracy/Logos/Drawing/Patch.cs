using System.Numerics;

namespace VideoIndex.Accuracy.Logos.Drawing;

/// <summary>How a painted thing is lit and taken: soft by this many pixels (a Gaussian's), smeared along by so many, lit by gain and offset, let through by opacity.</summary>
internal sealed record Finish(double Blur, int Smear, double Gain, double Offset, double Opacity)
{
    public static Finish Plain { get; } = new(0, 0, 1, 0, 1);

    public static Finish Any(Random random, double height) => new(
        random.Next(2) == 0 ? 0 : Math.Abs(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 1.2 * Math.Min(1, height / 24),
        random.Next(4) == 0 && height > 20 ? (random.Next(3) * 2) + 3 : 0,
        0.55 + (random.NextDouble() * 0.5), (random.NextDouble() * 16) - 6, 1);

    public double Reach => (Blur * 3) + (Smear / 2.0) + 2;
}

/// <summary>Part of a frame that a painted thing covers.</summary>
internal sealed class Patch(int left, int top, int width, int height)
{
    private Vector4[] _pixels = new Vector4[width * height];

    /// <summary>Samples a painted thing: four points to a pixel, or one in the midst of what is drawn larger than it was painted.</summary>
    public void Sample(Func<double, double, Vector4> painted, bool isEnlarged)
    {
        for (var row = 0; row < height; row++)
        {
            for (var x = 0; x < width; x++)
            {
                ref var pixel = ref _pixels[row * width + x];
                pixel = isEnlarged ? painted(left + x + 0.5, top + row + 0.5) : Vector4.Zero;
                if (pixel.W < 0.999f)
                {
                    pixel = 0.25f * (
                        painted(left + x + 0.25, top + row + 0.25) + painted(left + x + 0.75, top + row + 0.25)
                        + painted(left + x + 0.25, top + row + 0.75) + painted(left + x + 0.75, top + row + 0.75));
                }
            }
        }
    }

    public void Apply(Finish finish)
    {
        if (finish.Blur > 0.3)
        {
            var weights = Enumerable.Range(0, (int)(finish.Blur * 3) + 1).Select(at => (float)Math.Exp(-at * at / (2 * finish.Blur * finish.Blur))).ToArray();
            Spread(weights, 1);
            Spread(weights, width);
        }

        if (finish.Smear > 1)
        {
            Spread([.. Enumerable.Repeat(1f, finish.Smear / 2 + 1)], 1);
        }

        var (gain, offset, opacity) = ((float)finish.Gain, (float)finish.Offset, (float)finish.Opacity);
        var zero = new Vector4(16, 128, 128, 0);
        for (var at = 0; at < _pixels.Length; at++)
        {
            var (pixel, alpha) = (_pixels[at], _pixels[at].W);
            var lit = zero * alpha + (pixel - zero * alpha) * gain;
            _pixels[at] = new Vector4(lit.X + offset * alpha, lit.Y, lit.Z, alpha) * opacity;
        }
    }

    /// <summary>Lays it over a frame. Left, top, width and height are even.</summary>
    public void LayOver(Frame frame)
    {
        for (var row = 0; row < height; row++)
        {
            for (var x = 0; x < width; x++)
            {
                var pixel = _pixels[row * width + x];
                ref var luma = ref frame.Luma[(top + row) * frame.Width + left + x];
                luma = (byte)Math.Clamp(luma * (1 - pixel.W) + pixel.X + 0.5f, 0, 255);
            }
        }

        for (var row = 0; row < height; row += 2)
        {
            for (var x = 0; x < width; x += 2)
            {
                var at = row * width + x;
                var pixel = 0.25f * (_pixels[at] + _pixels[at + 1] + _pixels[at + width] + _pixels[at + width + 1]);
                var to = (top + row) / 2 * (frame.Width / 2) + (left + x) / 2;
                frame.U[to] = (byte)Math.Clamp(frame.U[to] * (1 - pixel.W) + pixel.Y + 0.5f, 0, 255);
                frame.V[to] = (byte)Math.Clamp(frame.V[to] * (1 - pixel.W) + pixel.Z + 0.5f, 0, 255);
            }
        }
    }

    // Along a row, or down a column.
    private void Spread(float[] weights, int step)
    {
        var (result, sum) = (new Vector4[_pixels.Length], weights[0] + 2 * weights.Skip(1).Sum());
        var (lines, count, across) = step == 1 ? (height, width, width) : (width, height, 1);
        for (var line = 0; line < lines; line++)
        {
            for (var at = 0; at < count; at++)
            {
                var total = weights[0] * _pixels[line * across + at * step];
                for (var far = 1; far < weights.Length; far++)
                {
                    total += weights[far] * (_pixels[line * across + Math.Max(0, at - far) * step] + _pixels[line * across + Math.Min(count - 1, at + far) * step]);
                }

                result[line * across + at * step] = total / sum;
            }
        }

        _pixels = result;
    }
}
