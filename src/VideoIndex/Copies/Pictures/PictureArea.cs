using VideoIndex.Looks;

namespace VideoIndex.Copies.Pictures;

/// <summary>Where the picture is, inside bars of one colour that never change: letterbox, pillarbox, padding.</summary>
/// <remarks>In units of 1/256 of a sketch's cell. The bars are found in frames spread over the whole video, at most 256 of them.</remarks>
internal sealed class PictureArea
{
    private const int Fine = 256;

    // A bar's cells differ by no more than this from its colour; a picture this flat and still at its edge is no loss.
    private const int Flat = 3;

    // Of the width and the height, at least this much is left, or there are no bars at all: a video that is black throughout.
    private const int LeastCells = 3;

    // A bar narrower than a line covers at least this much of it, and its other side as much but for this.
    private const int LeastNarrow = 80, MostUneven = 48;

    private readonly int _left, _top, _width, _height;

    private PictureArea(int left, int top, int right, int bottom) =>
        (_left, _top, _width, _height) = (left, top, right - left, bottom - top);

    /// <summary>Gets the whole of the frame.</summary>
    public static PictureArea Whole { get; } = new(0, 0, FrameSketches.Width * Fine, FrameSketches.Height * Fine);

    /// <summary>Finds the picture in a video.</summary>
    public static PictureArea Of(FrameSketches sketches)
    {
        var step = Math.Max(1, sketches.Count / 256);
        var frames = Enumerable.Range(0, (sketches.Count + step - 1) / step).Select(at => at * step).ToArray();
        int[] Row(int row) => Line(sketches, frames, row * FrameSketches.Width, 1, FrameSketches.Width);
        int[] Column(int column) => Line(sketches, frames, column, FrameSketches.Width, FrameSketches.Height);
        var (left, right) = Bars(Column, FrameSketches.Width, []);
        var sides = left + right == 0 ? [] : Column(0);
        var (top, bottom) = Bars(Row, FrameSketches.Height, sides);
        var (width, height) = (FrameSketches.Width * Fine - left - right, FrameSketches.Height * Fine - top - bottom);
        return width >= LeastCells * Fine && height >= LeastCells * Fine
            ? new PictureArea(left, top, left + width, top + height)
            : Whole;
    }

    /// <summary>Draws the picture alone, over the whole of the frame.</summary>
    public void Stretch(ReadOnlySpan<int> whole, Span<int> sums)
    {
        if (ReferenceEquals(this, Whole) || (_left == 0 && _top == 0 && _width == FrameSketches.Width * Fine && _height == FrameSketches.Height * Fine))
        {
            whole.CopyTo(sums);
            return;
        }

        Resampling.Into(whole, sums, _left, _top, _width, _height);
    }

    // The bars at two edges that face each other. One narrower than a line is believed where there are two of a size.
    private static (int First, int Last) Bars(Func<int, int[]> line, int lines, int[] sides)
    {
        var (first, last) = (Bar(line, lines), Bar(at => line(lines - 1 - at), lines));
        if (first > 0 || last > 0 || lines < 4)
        {
            return (first, last);
        }

        var colour = sides is [] ? 0 : sides[0];
        (first, last) = (Narrow(line(0), line(1), colour), Narrow(line(lines - 1), line(lines - 2), colour));
        return Math.Min(first, last) >= LeastNarrow && Math.Abs(first - last) <= MostUneven ? (first, last) : (0, 0);
    }

    // How far a bar reaches in from an edge: whole lines of one colour, then the part of the next line that it covers.
    private static int Bar(Func<int, int[]> line, int lines)
    {
        var edge = line(0);
        if (!IsFlat(edge, edge[0]))
        {
            return 0;
        }

        for (var at = 1; at < lines; at++)
        {
            var values = line(at);
            if (!IsFlat(values, edge[0]))
            {
                return at * Fine + (at + 1 < lines ? Covered(values, line(at + 1), edge[0]) : 0);
            }
        }

        return lines * Fine;
    }

    // What a bar of a colour and the picture beside it explain of the line they share; nothing if that is not nearly all.
    private static int Narrow(int[] values, int[] inner, int colour)
    {
        var covered = Covered(values, inner, colour);
        long left = 0, whole = 0;
        for (var at = 0; at < values.Length; at++)
        {
            var rest = (values[at] - colour) * Fine - (Fine - covered) * (inner[at] - colour);
            left += (long)rest * rest / Fine / Fine;
            whole += (long)(inner[at] - colour) * (inner[at] - colour);
        }

        return left * 50 <= whole ? covered : 0;
    }

    private static bool IsFlat(int[] values, int colour) => Array.TrueForAll(values, value => Math.Abs(value - colour) <= Flat);

    // Where a bar ends within a line, the line is the bar's colour and its neighbour's mixed; least squares says how.
    private static int Covered(int[] values, int[] inner, int colour)
    {
        var (product, square) = (0L, 0L);
        for (var at = 0; at < values.Length; at++)
        {
            product += (long)(values[at] - colour) * (inner[at] - colour);
            square += (long)(inner[at] - colour) * (inner[at] - colour);
        }

        return square == 0 ? 0 : (int)Math.Clamp(Fine - Fine * product / square, 0, Fine - 1);
    }

    private static int[] Line(FrameSketches sketches, int[] frames, int first, int stride, int length)
    {
        var values = new int[frames.Length * length];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = sketches.Luma(frames[at / length])[first + at % length * stride];
        }

        return values;
    }
}
