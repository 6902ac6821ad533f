using VideoIndex.Looks;

namespace VideoIndex.Shots.Transitions;

/// <summary>How well the frames between two pictures are explained as the second pushing the first out of one side.</summary>
internal static class Shove
{
    private const int Sides = 4;

    /// <summary>Returns what is left unexplained halfway, as a sum of differences, for the best of four sides.</summary>
    public static int OffHalfway(FrameSketches sketches, int from, int to)
    {
        var least = int.MaxValue;
        for (var side = 0; side < Sides; side++)
        {
            least = Math.Min(least, Off(sketches, from, to, (from + to) / 2, side));
        }

        return least;
    }

    /// <summary>Returns what is left unexplained at eight moments, as a mean sum of differences, for the best of four sides.</summary>
    public static int Of(FrameSketches sketches, int from, int to)
    {
        const int Moments = 8;
        var least = int.MaxValue;
        for (var side = 0; side < Sides; side++)
        {
            var sum = 0;
            for (var moment = 1; moment <= Moments; moment++)
            {
                sum += Off(sketches, from, to, from + (to - from) * moment / (Moments + 1), side);
            }

            least = Math.Min(least, sum / Moments);
        }

        return least;
    }

    // Left, right, up, down. The two pictures lie side by side on a strip that moves evenly; between two means of it lies a bit of both.
    private static int Off(FrameSketches sketches, int from, int to, int frame, int side)
    {
        var a = sketches.Luma(from);
        var b = sketches.Luma(to);
        var picture = sketches.Luma(frame);
        var length = side < 2 ? FrameSketches.Width : FrameSketches.Height;
        var (whole, part) = Math.DivRem(length * (frame - from) * 16 / (to - from), 16);
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
