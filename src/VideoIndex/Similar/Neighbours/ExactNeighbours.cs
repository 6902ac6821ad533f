namespace VideoIndex.Similar.Neighbours;

/// <summary>Compares a vector with every row that may be an answer. It sees rows that are added later.</summary>
/// <param name="table">The rows.</param>
/// <param name="metric">What makes two alike.</param>
public sealed class ExactNeighbours(VectorTable table, VectorMetric metric = VectorMetric.Cosine) : INeighbours
{
    /// <inheritdoc/>
    public IReadOnlyList<Neighbour> Nearest(ReadOnlySpan<float> vector, int most, RowSet? within)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var (query, nearest) = (new VectorQuery(vector, table, metric), new NearestRows(most));
        if (within is not null)
        {
            foreach (var row in within.All())
            {
                nearest.Offer(row, query.Score(table, row));
            }

            return nearest.Best();
        }

        foreach (var (first, codes, scales) in table.Blocks())
        {
            nearest.First = first;
            query.Scan(codes, scales, nearest);
        }

        return nearest.Best();
    }

    /// <summary>Returns the one nearest row; of equally near ones the first.</summary>
    internal int Nearest(ReadOnlySpan<float> vector)
    {
        var query = new VectorQuery(vector, table, metric);
        var (best, nearest) = (float.NegativeInfinity, 0);
        for (var row = 0; row < table.Count; row++)
        {
            var score = query.Score(table, row);
            (best, nearest) = score > best ? (score, row) : (best, nearest);
        }

        return nearest;
    }
}
