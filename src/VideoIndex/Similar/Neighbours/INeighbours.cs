namespace VideoIndex.Similar.Neighbours;

/// <summary>Finds the rows of a table that are nearest to a vector.</summary>
public interface INeighbours
{
    /// <summary>Returns the nearest rows, the nearest first; of equally near ones the first.</summary>
    /// <param name="vector">The vector.</param>
    /// <param name="most">The most rows wanted, 1 or more.</param>
    /// <param name="within">Which rows may be answers; null for all.</param>
    /// <exception cref="ArgumentException">The vector has another number of values than the table's, or one that is no finite number.</exception>
    IReadOnlyList<Neighbour> Nearest(ReadOnlySpan<float> vector, int most, RowSet? within);
}
