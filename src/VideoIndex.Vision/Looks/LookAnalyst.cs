using VideoIndex.Looks;
using VideoIndex.Vision.Looks.Colours;

namespace VideoIndex.Vision.Looks;

/// <summary>Says of a look its colours, its black bars and what it is as a whole. It remembers nothing.</summary>
/// <remarks>Some 60,000 pixels of a picture are looked at, however large it is. Whole numbers throughout.</remarks>
public sealed class LookAnalyst : ILookAnalyst
{
    private const int Across = 16, Cells = LookFacts.Means, SampledWidth = 320;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="facts"/> is of the wrong size, or the picture is empty.</exception>
    public void Look(in LookPicture picture, Span<byte> facts)
    {
        if (facts.Length != LookFacts.Size || picture.Width < 2 * Across || picture.Height < 2 * Across)
        {
            throw new ArgumentException($"A look is at least {2 * Across} pixels wide and high, and {LookFacts.Size} bytes are kept of it.");
        }

        facts.Clear();
        var bars = BlackBars.Of(picture);
        WriteBars(picture, bars, facts.Slice(LookFacts.Colours, LookFacts.Sides));
        Means(picture, facts[(LookFacts.Colours + LookFacts.Sides + 1)..]);
        var marks = bars.Top == picture.Height ? LookMarks.None : Count(picture, bars, facts[..LookFacts.Colours]);
        facts[LookFacts.Colours + LookFacts.Sides] = (byte)marks;
        if (bars.Top == picture.Height)
        {
            facts[(int)BasicColour.Black] = 255;
        }
    }

    private static void WriteBars(in LookPicture picture, (int Left, int Top, int Right, int Bottom) bars, Span<byte> to)
    {
        to[0] = (byte)((255 * bars.Left + picture.Width / 2) / picture.Width);
        to[1] = (byte)((255 * bars.Top + picture.Height / 2) / picture.Height);
        to[2] = (byte)((255 * bars.Right + picture.Width / 2) / picture.Width);
        to[3] = (byte)((255 * bars.Bottom + picture.Height / 2) / picture.Height);
    }

    // Names the colours between the bars, and tells what the tones say.
    private static LookMarks Count(in LookPicture picture, (int Left, int Top, int Right, int Bottom) bars, Span<byte> shares)
    {
        Span<int> counts = stackalloc int[LookFacts.Colours], tones = stackalloc int[256];
        counts.Clear();
        tones.Clear();
        var (step, all, colourless) = (Step(picture), 0, 0);
        var (left, right) = ((bars.Left + 1) / 2, (picture.Width - bars.Right) / 2);
        for (var y = (bars.Top + 1) / 2; y < (picture.Height - bars.Bottom) / 2; y += step)
        {
            var luma = picture.Luma.Slice(2 * y * picture.Width, picture.Width);
            var u = picture.U.Slice(y * (picture.Width / 2), picture.Width / 2);
            var v = picture.V.Slice(y * (picture.Width / 2), picture.Width / 2);
            for (var x = left; x < right; x += step)
            {
                var tone = (byte)((luma[2 * x] + luma[2 * x + 1] + 1) >> 1);
                counts[ColourNamer.Number(tone, u[x], v[x])]++;
                tones[tone]++;
                colourless += (u[x] - 122 | 134 - u[x] | v[x] - 122 | 134 - v[x]) >= 0 ? 1 : 0;
                all++;
            }
        }

        for (var colour = 0; colour < counts.Length; colour++)
        {
            shares[colour] = (byte)((255L * counts[colour] + all / 2) / Math.Max(1, all));
        }

        return (ColourBars.Are(picture) ? LookMarks.ColourBars : 0)
            | (10 * FewTones(tones) >= 6 * all ? LookMarks.Flat : 0)
            | (1000L * colourless >= 995L * all ? LookMarks.Colourless : 0);
    }

    // How many pixels are of the three commonest tones, a level more or less.
    private static int FewTones(Span<int> tones)
    {
        var sum = 0;
        for (var turn = 0; turn < 3; turn++)
        {
            var (best, most) = (1, 0);
            for (var tone = 1; tone < 255; tone++)
            {
                var count = tones[tone - 1] + tones[tone] + tones[tone + 1];
                (best, most) = count > most ? (tone, count) : (best, most);
            }

            sum += most;
            tones.Slice(best - 1, 3).Clear();
        }

        return sum;
    }

    private static void Means(in LookPicture picture, Span<byte> to)
    {
        Span<int> sums = stackalloc int[2 * Cells], counts = stackalloc int[Cells];
        sums.Clear();
        counts.Clear();
        var (width, height, step) = (picture.Width / 2, picture.Height / 2, Step(picture));
        for (var y = 0; y < height; y += step)
        {
            var row = y * 9 / height * Across;
            for (var x = 0; x < width; x += step)
            {
                var cell = row + x * Across / width;
                sums[cell] += picture.U[y * width + x];
                sums[Cells + cell] += picture.V[y * width + x];
                counts[cell]++;
            }
        }

        for (var mean = 0; mean < to.Length; mean++)
        {
            var count = counts[mean % Cells];
            to[mean] = (byte)((sums[mean] + count / 2) / count);
        }
    }

    // A pixel of chroma in so many is looked at, each way.
    private static int Step(in LookPicture picture) => Math.Max(1, picture.Width / 2 / SampledWidth);
}
