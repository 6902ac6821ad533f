using VideoIndex.Looks;

namespace VideoIndex.Shots.Transitions.Stretches.Measures;

/// <summary>How well the frames between two pictures are explained as the second pushing the first out of one side.</summary>
internal static class Shove
{
    private const int Sides = 4, Whole = 1024;

    /// <summary>Returns what is left unexplained halfway, as a sum of differences, for the best of four sides.</summary>
    public static int OffHalfway(FrameSketches sketches, int from, int to) => Halfway(sketches, from, to).Off;

    /// <summary>Returns what is left unexplained at eight moments, as a mean sum of differences, for the side that is best halfway, moving evenly or slowly at both ends.</summary>
    public static int Of(FrameSketches sketches, int from, int to)
    {
        const int Moments = 8;
        var side = Halfway(sketches, from, to).Side;
        var (even, eased) = (0, 0);
        for (var moment = 1; moment <= Moments; moment++)
        {
            var frame = from + Math.Max(1, (to - from) * moment / (Moments + 1));
            var gone = Gone(frame, from, to);
            even += Off(sketches, from, to, frame, gone, side);
            eased += Off(sketches, from, to, frame, (int)((long)gone * gone * (3 * Whole - 2 * gone) / (Whole * Whole)), side);
        }

        return Math.Min(even, eased) / Moments;
    }

    private static (int Side, int Off) Halfway(FrameSketches sketches, int from, int to)
    {
        var (best, least, middle) = (0, int.MaxValue, (from + to) / 2);
        for (var side = 0; side < Sides; side++)
        {
            var off = Off(sketches, from, to, middle, Gone(middle, from, to), side);
            (best, least) = off < least ? (side, off) : (best, least);
        }

        return (best, least);
    }

    // A frame shows how far it is in its own middle.
    private static int Gone(int frame, int from, int to) => Math.Clamp((2 * (frame - from) - 1) * Whole / (2 * (to - from - 1)), 0, Whole);

    // Left, right, up, down. The two pictures lie side by side on a strip; between two means of it lies a bit of both.
    private static int Off(FrameSketches sketches, int from, int to, int frame, int gone, int side)
    {
        var a = sketches.Luma(from);
        var b = sketches.Luma(to);
        var picture = sketches.Luma(frame);
        var length = side < 2 ? FrameSketches.Width : FrameSketches.Height;
        var (whole, part) = Math.DivRem(length * gone * 16 / Whole, 16);
        var off = 0;
        for (var at = 0; at < FrameSketches.Means; at++)
        {
            var (row, column) = (at / FrameSketches.Width, at % FrameSketches.Width);
            var place = side < 2 ? column : row;
            place = side % 2 == 0 ? place : length - 1 - place;
            var (here, next) = (On(a, b, row, column, place + whole, side), On(a, b, row, column, place + whole + 1, side));
            off += Math.Abs(picture[at] - (here * (16 - part) + next * part) / 16);
        }

        return off;
    }

    private static int On(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int row, int column, int place, int side)
    {
        var length = side < 2 ? FrameSketches.Width : FrameSketches.Height;
        var picture = place < length ? a : b;
        place = Math.Min(place < length ? place : place - length, length - 1);
        place = side % 2 == 0 ? place : length - 1 - place;
        return side < 2 ? picture[row * FrameSketches.Width + place] : picture[place * FrameSketches.Width + column];
    }
}
