namespace VideoIndex.Similar.Neighbours;

/// <summary>Compares a vector with the rows in the lists nearest to it, and not with the rest: most of the nearest, for a part of the work.</summary>
/// <remarks>
/// An inverted file: J. Sivic and A. Zisserman, "Video Google", 2003, over codes of 8 bits. Rows lie in the list whose middle is nearest; the middles
/// are learned by Lloyd's rounds (S. Lloyd, 1982) on rows drawn by a seed. Deterministic: the same rows, in the same order, give the same lists.
/// Where few rows may be answers, they are compared one by one, and nothing is missed.
/// The codes of a list lie together, so each row is in memory twice, here and in the table.
/// </remarks>
public sealed class ListNeighbours : INeighbours
{
    private readonly VectorTable _table;
    private readonly VectorMetric _metric;
    private readonly ListOptions _options;
    private readonly VectorTable _middles;
    private readonly ExactNeighbours _nearestMiddles;
    private readonly RowList[] _lists;

    private int _placed;

    /// <summary>Learns the lists of the rows a table has, and puts each row into one.</summary>
    /// <exception cref="ArgumentException">The table has no rows.</exception>
    public ListNeighbours(VectorTable table, VectorMetric metric, ListOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        if (table.Count == 0)
        {
            throw new ArgumentException("Lists are learned of rows, and there are none.", nameof(table));
        }

        (_table, _metric, _options) = (table, metric, options);
        _middles = ListMiddles.Learn(table, options);
        _nearestMiddles = new ExactNeighbours(_middles, VectorMetric.Distance);
        _lists = [.. Enumerable.Range(0, _middles.Count).Select(_ => new RowList())];
        PlaceNew();
    }

    /// <summary>Gets how many lists there are.</summary>
    public int Lists => _lists.Length;

    /// <summary>Gets whether the table has grown to four times what the lists were learned of: then they are better learned anew.</summary>
    public bool IsOutgrown => _table.Count > 4L * LearnedFor;

    private int LearnedFor { get; set; }

    /// <summary>Puts the rows that were added to the table since into the lists there are.</summary>
    public void PlaceNew()
    {
        LearnedFor = LearnedFor == 0 ? _table.Count : LearnedFor;
        var vector = new float[_table.Dimensions];
        for (; _placed < _table.Count; _placed++)
        {
            _table.Read(_placed, vector);
            _lists[_nearestMiddles.Nearest(vector)].Add(_table, _placed);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Neighbour> Nearest(ReadOnlySpan<float> vector, int most, RowSet? within)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var probed = Math.Max(4, (int)Math.Ceiling(_lists.Length * _options.Probed));
        var enough = (long)most * _options.SeenForEach;
        if (within is not null && within.Count <= Math.Max(enough, (long)(_placed * _options.Probed)))
        {
            return new ExactNeighbours(_table, _metric).Nearest(vector, most, within);
        }

        var (query, nearest, seen) = (new VectorQuery(vector, _table, _metric), new NearestRows(most), 0L);
        foreach (var (place, list) in _nearestMiddles.Nearest(vector, _lists.Length, within: null).Index())
        {
            if (place >= probed && seen >= enough)
            {
                break;
            }

            seen += _lists[list.Row].Offer(query, nearest, within);
        }

        return nearest.Best();
    }
}
