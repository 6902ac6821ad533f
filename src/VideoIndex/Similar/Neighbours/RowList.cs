namespace VideoIndex.Similar.Neighbours;

/// <summary>Rows that lie near each other, their codes side by side in memory.</summary>
internal sealed class RowList
{
    private int[] _rows = new int[4];
    private RowScale[] _scales = new RowScale[4];
    private sbyte[] _codes = [];
    private int _count;

    /// <summary>Adds a row of a table; a later one than all before.</summary>
    public void Add(VectorTable table, int row)
    {
        var codes = table.Codes(row);
        if (_count == _rows.Length || _codes.Length == 0)
        {
            var room = _codes.Length == 0 ? _rows.Length : 2 * _count;
            Array.Resize(ref _rows, room);
            Array.Resize(ref _scales, room);
            Array.Resize(ref _codes, room * codes.Length);
        }

        codes.CopyTo(_codes.AsSpan(_count * codes.Length));
        (_rows[_count], _scales[_count]) = (row, table.ScaleOf(row));
        _count++;
    }

    /// <summary>Offers the rows that may be answers.</summary>
    /// <returns>How many there are.</returns>
    public int Offer(VectorQuery query, NearestRows nearest, RowSet? within)
    {
        var taker = new Chosen(nearest, _rows, within);
        query.Scan(_codes, _scales.AsSpan(0, _count), taker);
        return within is null ? _count : within.CountOf(_rows.AsSpan(0, _count));
    }

    private sealed class Chosen(NearestRows nearest, int[] rows, RowSet? within) : IRowTaker
    {
        public float Least => nearest.Least;

        public float Take(int place, float score)
        {
            if (within is null || within.Contains(rows[place]))
            {
                nearest.Offer(rows[place], score);
            }

            return nearest.Least;
        }
    }
}
