namespace VideoIndex.Accuracy.Fitting;

/// <summary>Fits the chance of a yes as a logistic function of a weighted sum, by Newton's method on standardised columns.</summary>
/// <remarks>Rows count alike, whatever their answer, so that a sum of 0 is as likely a yes as a no. The weights of standardised columns are held back by half their squared sum.</remarks>
internal static class LogisticRegression
{
    /// <summary>Returns the constant and then the weight of each column.</summary>
    public static double[] Fit(IReadOnlyList<(double[] Columns, bool Yes)> rows)
    {
        var (means, spreads) = Standard(rows);
        var size = means.Length + 1;
        var weights = new double[size];
        for (var (round, largest) = (0, 1.0); round < 50 && largest > 1e-6; round++)
        {
            var (slope, curve) = (new double[size], new double[size, size]);
            foreach (var (columns, yes) in rows)
            {
                var (row, sum) = (new double[size], 0.0);
                for (var i = 0; i < size; i++)
                {
                    row[i] = i == 0 ? 1 : (columns[i - 1] - means[i - 1]) / spreads[i - 1];
                    sum += row[i] * weights[i];
                }

                var chance = 1 / (1 + Math.Exp(-sum));
                for (var i = 0; i < size; i++)
                {
                    slope[i] += ((yes ? 1 : 0) - chance) * row[i];
                    for (var j = 0; j < size; j++)
                    {
                        curve[i, j] += chance * (1 - chance) * row[i] * row[j];
                    }
                }
            }

            for (var i = 1; i < size; i++)
            {
                (slope[i], curve[i, i]) = (slope[i] - weights[i], curve[i, i] + 1);
            }

            var step = Solve(curve, slope);
            largest = step.Max(Math.Abs);
            weights = [.. weights.Zip(step, (weight, by) => weight + Math.Clamp(by, -2, 2))];
        }

        var plain = weights.Skip(1).Select((weight, at) => weight / spreads[at]).ToList();
        return [weights[0] - plain.Zip(means, (weight, mean) => weight * mean).Sum(), .. plain];
    }

    private static (double[] Means, double[] Spreads) Standard(IReadOnlyList<(double[] Columns, bool Yes)> rows)
    {
        var columns = Enumerable.Range(0, rows[0].Columns.Length).ToList();
        var means = columns.Select(at => rows.Average(row => row.Columns[at])).ToArray();
        var spreads = columns.Select(at => Math.Sqrt(rows.Average(row => Math.Pow(row.Columns[at] - means[at], 2)) + 1e-12)).ToArray();
        return (means, spreads);
    }

    // Gauss and Jordan; the matrix is positive definite, so no pivot is small.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var answer = (double[])right.Clone();
        for (var pivot = 0; pivot < answer.Length; pivot++)
        {
            for (var row = 0; row < answer.Length; row++)
            {
                var share = row == pivot ? 0 : matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < answer.Length && share != 0; column++)
                {
                    matrix[row, column] -= share * matrix[pivot, column];
                }

                answer[row] -= share * answer[pivot];
            }
        }

        return [.. answer.Select((value, at) => value / matrix[at, at])];
    }
}
