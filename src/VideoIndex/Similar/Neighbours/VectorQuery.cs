namespace VideoIndex.Similar.Neighbours;

/// <summary>A vector that others are compared with, made ready for it.</summary>
/// <remarks>Its values are rounded to a thousandth or less of the largest (12 bits and a sign), so what is lost is what the rows have lost.</remarks>
internal readonly struct VectorQuery
{
    private readonly short[] _numbers;
    private readonly float _scale, _length;
    private readonly VectorMetric _metric;

    /// <summary>Makes one ready.</summary>
    /// <exception cref="ArgumentException">It has another number of values than the table's vectors, or one that is no finite number.</exception>
    public VectorQuery(ReadOnlySpan<float> vector, VectorTable table, VectorMetric metric)
    {
        if (vector.Length != table.Dimensions)
        {
            throw new ArgumentException($"The vector has {vector.Length} values, those it is compared with have {table.Dimensions}.", nameof(vector));
        }

        var (largest, square) = (0f, 0f);
        foreach (var value in vector)
        {
            if (!float.IsFinite(value))
            {
                throw new ArgumentException("A vector's values are finite numbers.", nameof(vector));
            }

            (largest, square) = (Math.Max(largest, Math.Abs(value)), square + (value * value));
        }

        _numbers = new short[(vector.Length + ByteProducts.Step - 1) / ByteProducts.Step * ByteProducts.Step];
        (_scale, _length, _metric) = (largest / ByteProducts.Largest, MathF.Sqrt(square), metric);
        for (var at = 0; at < vector.Length && largest > 0; at++)
        {
            _numbers[at] = (short)MathF.Round(vector[at] / _scale);
        }
    }

    /// <summary>Returns how alike a row is; more is more.</summary>
    public float Score(VectorTable table, int row) => Score(ByteProducts.Sum(table.Codes(row), _numbers), table.ScaleOf(row));

    /// <summary>Offers every row of a block.</summary>
    /// <param name="codes">The codes of the rows, one after the other.</param>
    /// <param name="scales">What <see cref="VectorTable.ScaleOf"/> returns of each.</param>
    /// <param name="nearest">What takes them, by their places in the block.</param>
    public void Scan(ReadOnlySpan<sbyte> codes, ReadOnlySpan<RowScale> scales, IRowTaker nearest)
    {
        ReadOnlySpan<short> numbers = _numbers;
        var least = nearest.Least;
        for (var place = 0; place < scales.Length; place++)
        {
            var score = Score(ByteProducts.Sum(codes.Slice(place * numbers.Length, numbers.Length), numbers), scales[place]);
            if (score >= least)
            {
                least = nearest.Take(place, score);
            }
        }
    }

    private float Score(int sum, RowScale row)
    {
        var product = sum * _scale * row.Scale;
        return _metric == VectorMetric.Distance ? Math.Min(0, (2 * product) - (_length * _length) - (row.Length * row.Length))
            : _metric == VectorMetric.Product ? product
            : row.Length * _length is > 0 and var lengths ? product / lengths : 0;
    }
}

/// <summary>Takes rows that may be near.</summary>
internal interface IRowTaker
{
    /// <summary>Gets what a row must reach to be taken.</summary>
    float Least { get; }

    /// <summary>Takes a row by its place in its block.</summary>
    /// <returns>What the next must reach.</returns>
    float Take(int place, float score);
}

/// <summary>What a row's codes are multiplied by, and how long its vector is.</summary>
internal readonly record struct RowScale(float Scale, float Length);

/// <summary>What makes two vectors alike.</summary>
public enum VectorMetric
{
    /// <summary>The cosine of the angle between them: 1 for one direction, 0 for nothing in common; that of nothing is 0.</summary>
    Cosine = 0,

    /// <summary>The square of the distance between them, below zero so that more is more alike: 0 for the same.</summary>
    Distance = 1,

    /// <summary>The sum of the products: of vectors of unit length the cosine, and else the more the longer they are.</summary>
    Product = 2,
}

/// <summary>A row near a vector.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Score">How alike they are by the metric that was asked for; more is more.</param>
public readonly record struct Neighbour(int Row, float Score);
