using VideoIndex.Vision.Features.Codes;

namespace VideoIndex.Accuracy.Features;

/// <summary>128 x 128 numbers.</summary>
internal sealed class SquareMatrix
{
    private const int Size = Quantizer.Size;
    private readonly double[] _numbers = new double[Size * Size];

    public double this[int row, int column]
    {
        get => _numbers[row * Size + column];
        private set => _numbers[row * Size + column] = value;
    }

    public static SquareMatrix Any(Random random)
    {
        var matrix = new SquareMatrix();
        for (var at = 0; at < matrix._numbers.Length; at++)
        {
            matrix._numbers[at] = random.NextDouble() + random.NextDouble() - random.NextDouble() - random.NextDouble();
        }

        return matrix;
    }

    /// <summary>Returns the product of a row and a vector.</summary>
    public double Row(int row, double[] vector)
    {
        var sum = 0.0;
        for (var at = 0; at < Size; at++)
        {
            sum += _numbers[row * Size + at] * vector[at];
        }

        return sum;
    }

    /// <summary>Adds a vector to a row.</summary>
    public void AddRow(int row, double[] vector, double times)
    {
        for (var at = 0; at < Size; at++)
        {
            _numbers[row * Size + at] += vector[at] * times;
        }
    }

    /// <summary>Returns the turn nearest to it: its polar factor, by Newton's iteration (Higham 1986).</summary>
    public SquareMatrix Turn()
    {
        var turn = this;
        for (var round = 0; round < 60; round++)
        {
            var (next, inverse, change) = (new SquareMatrix(), turn.Inverse(), 0.0);
            var balance = Math.Sqrt(inverse.Length() / turn.Length());
            for (var row = 0; row < Size; row++)
            {
                for (var column = 0; column < Size; column++)
                {
                    next[row, column] = (turn[row, column] * balance + inverse[column, row] / balance) / 2;
                    change += Math.Abs(next[row, column] - turn[row, column]);
                }
            }

            turn = next;
            if (change < 1e-9)
            {
                break;
            }
        }

        return turn;
    }

    private double Length() => Math.Sqrt(_numbers.Sum(number => number * number));

    // Gauss and Jordan, taking the greatest number of each column.
    private SquareMatrix Inverse()
    {
        var (left, right) = (new SquareMatrix(), new SquareMatrix());
        _numbers.CopyTo(left._numbers, 0);
        for (var at = 0; at < Size; at++)
        {
            right[at, at] = 1;
        }

        for (var at = 0; at < Size; at++)
        {
            var best = Enumerable.Range(at, Size - at).MaxBy(row => Math.Abs(left[row, at]));
            left.Swap(at, best);
            right.Swap(at, best);
            var scale = 1 / left[at, at];
            left.Scale(at, scale);
            right.Scale(at, scale);
            for (var row = 0; row < Size; row++)
            {
                var times = row == at ? 0 : -left[row, at];
                left.AddRow(row, at, times);
                right.AddRow(row, at, times);
            }
        }

        return right;
    }

    private void Swap(int one, int other)
    {
        for (var at = 0; one != other && at < Size; at++)
        {
            (this[one, at], this[other, at]) = (this[other, at], this[one, at]);
        }
    }

    private void Scale(int row, double times)
    {
        for (var at = 0; at < Size; at++)
        {
            this[row, at] *= times;
        }
    }

    private void AddRow(int row, int other, double times)
    {
        for (var at = 0; times != 0 && at < Size; at++)
        {
            this[row, at] += this[other, at] * times;
        }
    }
}
