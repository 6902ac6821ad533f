namespace VideoIndex.Objects.Tracking;

/// <summary>Pairs rows with columns so that the pairs' likenesses add up to the most there is.</summary>
/// <remarks>
/// The Hungarian method (H. W. Kuhn, Naval Research Logistics Quarterly 2, 1955; the form with potentials of J. Munkres, 1957), in time of the cube of
/// the larger side. Likenesses are whole numbers, so that the answer is the same on every machine; where several answers are equally good, always the same one is given.
/// </remarks>
public static class Assignment
{
    /// <summary>Returns the column of each row; -1 for a row without one. Pairs whose likeness is 0 are not made.</summary>
    /// <param name="likeness">How alike each row and column are, from 0; rows first.</param>
    public static int[] Of(int[,] likeness)
    {
        ArgumentNullException.ThrowIfNull(likeness);
        var (rows, columns) = (likeness.GetLength(0), likeness.GetLength(1));
        var side = Math.Max(rows, columns);
        var rowOf = Solve(side, (row, column) => row < rows && column < columns ? -likeness[row, column] : 0);
        var columnOf = Enumerable.Repeat(-1, rows).ToArray();
        for (var column = 0; column < columns; column++)
        {
            if (rowOf[column] is var row && row < rows && likeness[row, column] > 0)
            {
                columnOf[row] = column;
            }
        }

        return columnOf;
    }

    // Row and column 0 stand for "none": what follows counts from 1.
    private static int[] Solve(int side, Func<int, int, long> cost)
    {
        var (ofRow, ofColumn, rowOf) = (new long[side + 1], new long[side + 1], new int[side + 1]);
        for (var row = 1; row <= side; row++)
        {
            rowOf[0] = row;
            Flip(rowOf, Path(side, cost, ofRow, ofColumn, rowOf));
        }

        return [.. rowOf.Skip(1).Select(row => row - 1)];
    }

    // Finds the cheapest way from the new row to a free column, changing the potentials so that the pairs on it cost nothing.
    private static (int Free, int[] Way) Path(int side, Func<int, int, long> cost, long[] ofRow, long[] ofColumn, int[] rowOf)
    {
        var (least, way, used) = (new long[side + 1], new int[side + 1], new bool[side + 1]);
        Array.Fill(least, long.MaxValue);
        var at = 0;
        do
        {
            used[at] = true;
            var (row, step, next) = (rowOf[at], long.MaxValue, 0);
            for (var column = 1; column <= side; column++)
            {
                if (used[column])
                {
                    continue;
                }

                var reduced = cost(row - 1, column - 1) - ofRow[row] - ofColumn[column];
                (least[column], way[column]) = reduced < least[column] ? (reduced, at) : (least[column], way[column]);
                (step, next) = least[column] < step ? (least[column], column) : (step, next);
            }

            Shift(step, used, least, ofRow, ofColumn, rowOf);
            at = next;
        }
        while (rowOf[at] != 0);
        return (at, way);
    }

    private static void Shift(long step, bool[] used, long[] least, long[] ofRow, long[] ofColumn, int[] rowOf)
    {
        for (var column = 0; column < used.Length; column++)
        {
            if (used[column])
            {
                ofRow[rowOf[column]] += step;
                ofColumn[column] -= step;
            }
            else
            {
                least[column] -= column == 0 ? 0 : step;
            }
        }
    }

    private static void Flip(int[] rowOf, (int Free, int[] Way) path)
    {
        for (var at = path.Free; at != 0; at = path.Way[at])
        {
            rowOf[at] = rowOf[path.Way[at]];
        }
    }
}
