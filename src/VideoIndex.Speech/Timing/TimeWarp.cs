namespace VideoIndex.Speech.Timing;

/// <summary>
/// Finds the cheapest way through a table from its first cell to its last, in steps down, right, or both: dynamic time warping. H. Sakoe and
/// S. Chiba, "Dynamic programming algorithm optimization for spoken word recognition", 1978.
/// </summary>
/// <remarks>A step both ways is taken only where it is the cheapest by itself, then one down where it is, else one right.</remarks>
internal static class TimeWarp
{
    private const byte Both = 0;
    private const byte Down = 1;
    private const byte Right = 2;

    /// <summary>Finds the way.</summary>
    /// <param name="costs">What each cell costs, row by row.</param>
    /// <param name="rows">How many rows there are, 1 or more.</param>
    /// <param name="columns">How many columns there are, 1 or more.</param>
    /// <returns>
    /// The rows and the columns of the cells it goes through, from the first to the last. Where costs are no numbers it may come in from column -1.
    /// </returns>
    public static (int[] Rows, int[] Columns) Path(ReadOnlySpan<float> costs, int rows, int columns)
    {
        var steps = Steps(costs, rows, columns);
        var (across, down) = (new int[rows + columns], new int[rows + columns]);
        var (row, column, left) = (rows - 1, columns - 1, rows + columns);
        while (row >= 0 || column >= 0)
        {
            (down[--left], across[left]) = (row, column);
            var step = row < 0 ? Right : column < 0 ? Down : steps[(row * columns) + column];
            row -= step == Right ? 0 : 1;
            column -= step == Down ? 0 : 1;
        }

        return (down[left..], across[left..]);
    }

    /// <summary>Says at which column the way comes to each row.</summary>
    public static int[] Arrivals(ReadOnlySpan<float> costs, int rows, int columns)
    {
        var (down, across) = Path(costs, rows, columns);
        var arrivals = new int[rows];
        for (var i = down.Length - 1; i >= 0; i--)
        {
            arrivals[down[i]] = across[i];
        }

        return arrivals;
    }

    // The sums are kept for one row at a time, in double precision; what is kept of all cells is the step into each.
    private static byte[] Steps(ReadOnlySpan<float> costs, int rows, int columns)
    {
        var steps = GC.AllocateUninitializedArray<byte>(rows * columns);
        var sums = new double[columns];
        Array.Fill(sums, double.PositiveInfinity);
        for (var row = 0; row < rows; row++)
        {
            var diagonal = row == 0 ? 0 : double.PositiveInfinity;
            var left = double.PositiveInfinity;
            var cost = costs.Slice(row * columns, columns);
            var step = steps.AsSpan(row * columns, columns);
            for (var column = 0; column < sums.Length && column < cost.Length && column < step.Length; column++)
            {
                var above = sums[column];
                var (best, way) = diagonal < above && diagonal < left ? (diagonal, Both)
                    : above < diagonal && above < left ? (above, Down)
                    : (left, Right);
                left = cost[column] + best;
                sums[column] = left;
                step[column] = way;
                diagonal = above;
            }
        }

        return steps;
    }
}
