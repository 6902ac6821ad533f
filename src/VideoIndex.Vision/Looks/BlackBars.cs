using VideoIndex.Looks;

namespace VideoIndex.Vision.Looks;

/// <summary>Measures how far in from each side a picture is as black as its edge.</summary>
/// <remarks>
/// A line belongs to a bar while seven tenths of it are within a few levels of the outermost line's middle value: so a subtitle or a station's
/// mark that stands in a bar does not end it, and a picture that is merely dark does.
/// </remarks>
internal static class BlackBars
{
    private const int Step = 8, Blackest = 28, Near = 5, Colour = 8;

    /// <summary>Returns how many pixels of each side are bar: left, top, right, bottom; the whole size everywhere when all is black.</summary>
    public static (int Left, int Top, int Right, int Bottom) Of(in LookPicture picture)
    {
        var (width, height) = (picture.Width, picture.Height);
        var top = Rows(picture, 0, 1);
        if (top == height)
        {
            return (width, height, width, height);
        }

        var bottom = Rows(picture, height - 1, -1);
        return (Columns(picture, 0, 1, top, bottom), top, Columns(picture, width - 1, -1, top, bottom), bottom);
    }

    private static int Rows(in LookPicture picture, int from, int by)
    {
        var level = -1;
        var rows = 0;
        for (; rows < picture.Height; rows++)
        {
            var y = from + rows * by;
            if (!IsBar(picture, y * picture.Width, Step, picture.Width / Step, y / 2 * (picture.Width / 2), Step / 2, ref level))
            {
                break;
            }
        }

        return rows;
    }

    private static int Columns(in LookPicture picture, int from, int by, int top, int bottom)
    {
        var (level, columns, half) = (-1, 0, picture.Width / 2);
        var (first, count) = (top + top % 2, (picture.Height - top - bottom - 1) / Step);
        for (; columns < picture.Width && count > 0; columns++)
        {
            var x = from + columns * by;
            if (!IsBar(picture, first * picture.Width + x, Step * picture.Width, count, first / 2 * half + x / 2, Step / 2 * half, ref level))
            {
                break;
            }
        }

        return columns;
    }

    private static bool IsBar(in LookPicture picture, int at, int step, int count, int chromaAt, int chromaStep, ref int level)
    {
        level = level < 0 ? Middle(picture.Luma, at, step, count) : level;
        if (level > Blackest)
        {
            return false;
        }

        var near = 0;
        for (var sample = 0; sample < count; sample++)
        {
            var chroma = chromaAt + sample * chromaStep;
            near += Math.Abs(picture.Luma[at + sample * step] - level) <= Near
                && Math.Abs(picture.U[chroma] - 128) <= Colour && Math.Abs(picture.V[chroma] - 128) <= Colour ? 1 : 0;
        }

        return 10 * near >= 7 * count;
    }

    private static int Middle(ReadOnlySpan<byte> luma, int at, int step, int count)
    {
        Span<int> histogram = stackalloc int[256];
        histogram.Clear();
        for (var sample = 0; sample < count; sample++)
        {
            histogram[luma[at + sample * step]]++;
        }

        var (level, seen) = (0, histogram[0]);
        while (2 * seen < count)
        {
            seen += histogram[++level];
        }

        return level;
    }
}
