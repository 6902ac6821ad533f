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

    /// <summary>Offers every row of a table.</summary>
    public void Scan(VectorTable table, NearestRows nearest)
    {
        foreach (var (first, codes, scales) in table.Blocks())
        {
            for (var place = 0; place < scales.Count; place++)
            {
                var score = Score(ByteProducts.Sum(codes.AsSpan(place * _numbers.Length, _numbers.Length), _numbers), scales[place]);
                if (score >= nearest.Least)
                {
                    nearest.Offer(first + place, score);
                }
            }
        }
    }

    private float Score(int sum, (float Scale, float Length) row)
    {
        var product = sum * _scale * row.Scale;
        return _metric == VectorMetric.Distance ? Math.Min(0, (2 * product) - (_length * _length) - (row.Length * row.Length))
            : row.Length * _length is > 0 and var lengths ? product / lengths : 0;
    }
}

/// <summary>What makes two vectors alike.</summary>
public enum VectorMetric
{
    /// <summary>The cosine of the angle between them: 1 for one direction, 0 for nothing in common; that of nothing is 0.</summary>
    Cosine = 0,

    /// <summary>The square of the distance between them, below zero so that more is more alike: 0 for the same.</summary>
    Distance = 1,
}

/// <summary>A row near a vector.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Score">How alike they are by the metric that was asked for; more is more.</param>
public readonly record struct Neighbour(int Row, float Score);
