using VideoIndex.Features;

namespace VideoIndex.Vision.Logos;

/// <summary>Tells where a picture is not the same as the one before. Whole numbers throughout.</summary>
internal static class ChangedBlocks
{
    // A small part of a block, so that a thin thing that comes or goes is not averaged away.
    private const int Part = 8;

    // A mean difference of this many gray levels: more than coding and noise make of a thing that stands.
    private const int Threshold = 5;

    /// <summary>Returns the blocks in which some part changed.</summary>
    public static PictureArea Between(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, int width, int height)
    {
        var area = new PictureArea(width, height);
        for (var row = 0; row < area.Rows; row++)
        {
            for (var column = 0; column < area.Columns; column++)
            {
                area[column, row] = Changed(before, after, width, height, column * PictureArea.Block, row * PictureArea.Block);
            }
        }

        return area;
    }

    private static bool Changed(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, int width, int height, int left, int top)
    {
        for (var y = top; y < Math.Min(height, top + PictureArea.Block); y += Part)
        {
            for (var x = left; x < Math.Min(width, left + PictureArea.Block); x += Part)
            {
                var (wide, high) = (Math.Min(Part, width - x), Math.Min(Part, height - y));
                var sum = 0;
                for (var line = y; line < y + high; line++)
                {
                    sum += Difference(before.Slice((line * width) + x, wide), after.Slice((line * width) + x, wide));
                }

                if (sum > Threshold * wide * high)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int Difference(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var sum = 0;
        for (var at = 0; at < one.Length; at++)
        {
            sum += Math.Abs(one[at] - other[at]);
        }

        return sum;
    }
}
