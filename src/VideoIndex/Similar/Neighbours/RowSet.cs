using System.Numerics;

namespace VideoIndex.Similar.Neighbours;

/// <summary>Which rows may be answers: those of the moments a question chose, say.</summary>
public sealed class RowSet
{
    private readonly ulong[] _bits;

    /// <summary>Creates an empty one.</summary>
    /// <param name="rows">How many rows there are.</param>
    public RowSet(int rows) => (_bits, Rows) = (new ulong[(rows + 63) / 64], rows);

    /// <summary>Gets how many rows there are, in it or not.</summary>
    public int Rows { get; }

    /// <summary>Gets how many are in it.</summary>
    public int Count { get; private set; }

    /// <summary>Returns whether a row is in it; one past the last is not.</summary>
    public bool Contains(int row) => row >= 0 && row < Rows && (_bits[row >> 6] & 1UL << row) != 0;

    /// <summary>Puts a row in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public void Add(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
        Count += Contains(row) ? 0 : 1;
        _bits[row >> 6] |= 1UL << row;
    }

    /// <summary>Returns how many of some rows are in it.</summary>
    public int CountOf(ReadOnlySpan<int> rows)
    {
        var count = 0;
        foreach (var row in rows)
        {
            count += Contains(row) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Returns the rows in it, rising.</summary>
    public IEnumerable<int> All()
    {
        for (var word = 0; word < _bits.Length; word++)
        {
            for (var left = _bits[word]; left != 0; left &= left - 1)
            {
                yield return (word << 6) + BitOperations.TrailingZeroCount(left);
            }
        }
    }
}
