using VideoIndex.Looks;

namespace VideoIndex.Copies.Pictures;

/// <summary>Draws part of a small picture over the whole of another, by area.</summary>
internal static class Resampling
{
    private const int Fine = 256;

    /// <summary>Fills 16 x 9 cells from a rectangle of 16 x 9 others, its place and size in 1/256 of a cell. Each is the mean of what it covers.</summary>
    public static void Into(ReadOnlySpan<int> from, Span<int> to, int left, int top, int width, int height)
    {
        Span<int> rows = stackalloc int[FrameSketches.Means];
        for (var row = 0; row < FrameSketches.Height; row++)
        {
            var (begin, end) = (top + row * height / FrameSketches.Height, top + (row + 1) * height / FrameSketches.Height);
            for (var column = 0; column < FrameSketches.Width; column++)
            {
                rows[row * FrameSketches.Width + column] = Mean(from[column..], FrameSketches.Width, FrameSketches.Height, begin, end);
            }
        }

        for (var column = 0; column < FrameSketches.Width; column++)
        {
            var (begin, end) = (left + column * width / FrameSketches.Width, left + (column + 1) * width / FrameSketches.Width);
            for (var row = 0; row < FrameSketches.Height; row++)
            {
                to[row * FrameSketches.Width + column] = Mean(rows[(row * FrameSketches.Width)..], 1, FrameSketches.Width, begin, end);
            }
        }
    }

    // Outside, the line goes on as its first and last cell.
    private static int Mean(ReadOnlySpan<int> line, int stride, int cells, int begin, int end)
    {
        var sum = 0L;
        for (var at = begin; at < end;)
        {
            var cell = at >> 8;
            var until = Math.Min(end, (cell + 1) * Fine);
            sum += (long)line[Math.Clamp(cell, 0, cells - 1) * stride] * (until - at);
            at = until;
        }

        return (int)(sum / Math.Max(1, end - begin));
    }
}
