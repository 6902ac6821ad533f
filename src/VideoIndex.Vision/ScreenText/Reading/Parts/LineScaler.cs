using VideoIndex.Looks;

namespace VideoIndex.Vision.ScreenText.Reading.Parts;

/// <summary>Makes a part of a crop as large as a model takes lines, in three colours that are alike, each value from -1 to 1.</summary>
/// <remarks>
/// Weights fall off in straight lines, over one pixel of the crop where it grows and over one pixel of the model's where it shrinks,
/// so that no stroke is skipped. What is right of the line is 0, the middle gray, as the makers of the models fill it.
/// </remarks>
internal static class LineScaler
{
    private const int Colours = 3;

    // (v - 127.5) / 127.5: from 0..255 to -1..1.
    private const float Middle = 127.5f;

    /// <summary>Writes a part into one line of a model's input.</summary>
    /// <param name="crop">The crop.</param>
    /// <param name="part">Which part of it, within it.</param>
    /// <param name="width">How wide the part is to be, in pixels.</param>
    /// <param name="room">How wide the input is: the width or more.</param>
    /// <param name="height">How high the input is.</param>
    /// <param name="to">The input's line: three planes of height x room values.</param>
    public static void Write(GrayPicture crop, CropPart part, int width, int room, int height, Span<float> to)
    {
        var (across, down) = (Taps.Of(part.Width, width), Taps.Of(part.Height, height));
        var narrow = new float[part.Height * width];
        for (var row = 0; row < part.Height; row++)
        {
            Across(crop.Pixels.AsSpan(((part.Top + row) * crop.Width) + part.Left, part.Width), across, narrow.AsSpan(row * width, width));
        }

        to.Clear();
        var plane = height * room;
        for (var row = 0; row < height; row++)
        {
            Down(narrow, down, row, to.Slice(row * room, width));
        }

        for (var colour = 1; colour < Colours; colour++)
        {
            to[..plane].CopyTo(to.Slice(colour * plane, plane));
        }
    }

    private static void Across(ReadOnlySpan<byte> pixels, Taps taps, Span<float> to)
    {
        for (var column = 0; column < to.Length; column++)
        {
            var sum = 0f;
            for (var tap = 0; tap < taps.Count; tap++)
            {
                sum += taps.Weight(column, tap) * pixels[Math.Clamp(taps.First(column) + tap, 0, pixels.Length - 1)];
            }

            to[column] = (sum - Middle) / Middle;
        }
    }

    private static void Down(float[] from, Taps taps, int row, Span<float> to)
    {
        to.Clear();
        for (var tap = 0; tap < taps.Count; tap++)
        {
            var weight = taps.Weight(row, tap);
            var line = from.AsSpan(Math.Clamp(taps.First(row) + tap, 0, (from.Length / to.Length) - 1) * to.Length, to.Length);
            for (var column = 0; weight != 0 && column < to.Length; column++)
            {
                to[column] += weight * line[column];
            }
        }
    }

    // Which pixels of a row, or rows, a new one is made of, and with which weights.
    private sealed record Taps(int Count, int[] Firsts, float[] Weights)
    {
        public static Taps Of(int from, int to)
        {
            var step = (double)from / to;
            var reach = Math.Max(1, step);
            var count = (int)Math.Ceiling(2 * reach) + 1;
            var (firsts, weights) = (new int[to], new float[to * count]);
            for (var at = 0; at < to; at++)
            {
                var middle = ((at + 0.5) * step) - 0.5;
                firsts[at] = (int)Math.Floor(middle - reach) + 1;
                var own = weights.AsSpan(at * count, count);
                var sum = 0f;
                for (var tap = 0; tap < count; tap++)
                {
                    sum += own[tap] = (float)Math.Max(0, 1 - (Math.Abs(firsts[at] + tap - middle) / reach));
                }

                for (var tap = 0; tap < count; tap++)
                {
                    own[tap] /= sum;
                }
            }

            return new Taps(count, firsts, weights);
        }

        public int First(int at) => Firsts[at];

        public float Weight(int at, int tap) => Weights[(at * Count) + tap];
    }
}
