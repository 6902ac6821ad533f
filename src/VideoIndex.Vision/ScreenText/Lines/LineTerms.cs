using System.Numerics;
using VideoIndex.Vision.ScreenText.Strokes;

namespace VideoIndex.Vision.ScreenText.Lines;

/// <summary>What tells a line of words from grass, brickwork and crowds, in whole numbers.</summary>
internal static class LineTerms
{
    private const int One = 64, Most = 4 * One;

    /// <summary>Gets what the terms are called.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "parts", "length", "height", "heights differ", "feet", "tops", "strokes differ", "stroke", "stroke off", "ink differs",
        "contrasts differ", "contrast", "filled", "filled off", "clutter", "runs", "runs off", "holes", "widths differ", "gaps differ", "tilt", "alike",
    ];

    /// <summary>Measures a string of parts.</summary>
    public static int[] Of(IReadOnlyList<Part> parts, Lay lay, StrokeMap map, double scale)
    {
        var (height, length) = (Math.Max(1, lay.Height), parts[^1].Right - parts[0].Left);
        var stroke = Lay.Middle([.. parts.Select(part => part.Stroke)]);
        var (ink, contrast) = (Mean(parts, part => part.MeanLuma), Mean(parts, part => part.MeanContrast));
        var (area, rows) = (parts.Sum(part => part.Area), parts.Sum(part => part.Height));
        var (thick, filled) = (stroke * 4 / height, area * One / parts.Sum(part => part.Width * part.Height));
        var runs = parts.Sum(part => part.Runs) * One / rows;
        return
        [
            .. ((int[])
            [
                Log(parts.Count), Log(length * One / height) - (6 * 16), Log((int)(lay.Height * scale)),
                parts.Sum(part => Math.Abs(part.Height - lay.Height)) * One / (parts.Count * height), lay.Feet, lay.Tops,
                parts.Sum(part => Math.Abs(part.Stroke - stroke)) * One / Math.Max(1, parts.Count * stroke), thick, Math.Abs(thick - 12),
                parts.Sum(part => Math.Abs(part.MeanLuma - ink)) * One / (parts.Count * contrast),
                parts.Sum(part => Math.Abs(part.MeanContrast - contrast)) * One / (parts.Count * contrast), Log(contrast),
                filled, Math.Abs(filled - 32), Clutter(parts, map, area), runs, Math.Abs(runs - 100), parts.Sum(part => part.Holes) * One / parts.Count,
                WidthsDiffer(parts, height), GapsDiffer(parts, height), (int)Math.Abs(lay.Slope * One), Alike(parts),
            ]).Select(term => Math.Clamp(term, -Most, Most)),
        ];
    }

    private static int WidthsDiffer(IReadOnlyList<Part> parts, int height)
    {
        var width = Lay.Middle([.. parts.Select(part => part.Width)]);
        return parts.Sum(part => Math.Abs(part.Width - width)) * One / (parts.Count * height);
    }

    // How many of the neighbours are of one size: windows and meshes are, letters seldom.
    private static int Alike(IReadOnlyList<Part> parts)
    {
        var alike = 0;
        for (var at = 1; at < parts.Count; at++)
        {
            var (a, b) = (parts[at - 1], parts[at]);
            alike += Near(a.Width, b.Width) && Near(a.Height, b.Height) && Near(a.Area, b.Area) ? 1 : 0;
        }

        return alike * One / Math.Max(1, parts.Count - 1);
    }

    private static bool Near(int a, int b) => 8 * Math.Abs(a - b) <= Math.Max(a, b);

    private static int GapsDiffer(IReadOnlyList<Part> parts, int height)
    {
        var gaps = parts.Skip(1).Zip(parts, (right, left) => right.Left - left.Right).ToArray();
        var gap = gaps.Length == 0 ? 0 : Lay.Middle([.. gaps]);
        return gaps.Sum(other => Math.Abs(other - gap)) * One / (Math.Max(1, gaps.Length) * height);
    }

    private static int Mean(IReadOnlyList<Part> parts, Func<Part, int> of) =>
        Math.Max(1, (int)(parts.Sum(part => (long)of(part) * part.Area) / parts.Sum(part => (long)part.Area)));

    // Sixteen times the logarithm to base 2, in straight lines between the powers.
    private static int Log(int number)
    {
        var power = BitOperations.Log2((uint)Math.Max(1, number));
        return (power * 16) + (((Math.Max(1, number) << 4) >> power) - 16);
    }

    // How much else is thin in the same way within the boxes between the first part and the last.
    private static int Clutter(IReadOnlyList<Part> parts, StrokeMap map, int area)
    {
        var all = 0;
        for (var at = 0; at < parts.Count; at++)
        {
            var part = parts[at];
            var right = at + 1 < parts.Count ? Math.Max(part.Right, parts[at + 1].Left) : part.Right;
            for (var row = part.Top; row < part.Bottom; row++)
            {
                all += Count(map.Bits.Slice(row * map.Words, map.Words), part.Left, right);
            }
        }

        return Math.Max(0, all - area) * One / area;
    }

    private static int Count(ReadOnlySpan<uint> words, int from, int to)
    {
        var count = 0;
        for (var word = from / 32; word * 32 < to; word++)
        {
            var bits = words[word];
            bits &= from > word * 32 ? uint.MaxValue << (from - word * 32) : uint.MaxValue;
            bits &= to < word * 32 + 32 ? ~(uint.MaxValue << (to - word * 32)) : uint.MaxValue;
            count += BitOperations.PopCount(bits);
        }

        return count;
    }
}
