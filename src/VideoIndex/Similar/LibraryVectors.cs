using VideoIndex.Similar.Neighbours;
using VideoIndex.Videos;

namespace VideoIndex.Similar;

/// <summary>The vectors of a library by one maker, in memory, and the moments they are of.</summary>
/// <remarks>They are compared one by one: a million take some five thousandths of a second (docs/similar.md), so that nothing is gained by missing some.</remarks>
public sealed class LibraryVectors
{
    private readonly List<(int First, VideoVectors Vectors)> _videos = [];
    private readonly VectorTable _table;

    /// <summary>Gathers vectors.</summary>
    /// <param name="videos">Those of each video.</param>
    /// <param name="dimensions">How many values each must have; videos of others are left out.</param>
    public LibraryVectors(IEnumerable<VideoVectors> videos, int dimensions)
    {
        ArgumentNullException.ThrowIfNull(videos);
        _table = new VectorTable(dimensions);
        foreach (var video in videos.Where(video => video.Dimensions == dimensions && video.Moments.Count > 0))
        {
            _videos.Add((_table.Count, video));
            _table.AddCoded(video.Coded.Span);
        }
    }

    /// <summary>Gets how many there are.</summary>
    public int Count => _table.Count;

    /// <summary>Returns the moments nearest to a vector, or to the nearest of several, by the sum of products; the nearest first.</summary>
    /// <param name="asked">The vectors.</param>
    /// <param name="most">The most wanted, 1 or more.</param>
    /// <param name="within">Which moments may be answers; null for all.</param>
    public IReadOnlyList<NearMoment> Nearest(IReadOnlyList<float[]> asked, int most, MomentChoice? within)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var (exact, rows) = (new ExactNeighbours(_table, VectorMetric.Product), within is null ? null : RowsOf(within));
        return
        [
            .. asked.Index()
                .SelectMany(one => exact.Nearest(one.Item, most, rows).Select(near => (near.Row, near.Score, Asked: one.Index)))
                .GroupBy(near => near.Row)
                .Select(same => same.MaxBy(near => near.Score))
                .OrderByDescending(near => near.Score).ThenBy(near => near.Row)
                .Take(most)
                .Select(near => Moment(near.Row, near.Score, near.Asked)),
        ];
    }

    /// <summary>Returns the vector of a moment.</summary>
    public float[] VectorOf(NearMoment moment)
    {
        var vector = new float[_table.Dimensions];
        _table.Read(moment.Row, vector);
        return vector;
    }

    /// <summary>Returns the vector of a video's moment; null where it has none.</summary>
    public float[]? VectorOf(VideoId video, VectorMoment moment)
    {
        foreach (var (first, vectors) in _videos.Where(one => one.Vectors.Video == video))
        {
            for (var at = 0; at < vectors.Moments.Count; at++)
            {
                if (vectors.Moments[at] == moment)
                {
                    return VectorOf(new NearMoment(video, moment, 0) { Row = first + at });
                }
            }
        }

        return null;
    }

    private RowSet RowsOf(MomentChoice within)
    {
        var rows = new RowSet(_table.Count);
        foreach (var (first, vectors) in _videos.Where(one => within.Has(one.Vectors.Video)))
        {
            for (var at = 0; at < vectors.Moments.Count; at++)
            {
                if (within.Has(vectors.Video, vectors.Moments[at].Span))
                {
                    rows.Add(first + at);
                }
            }
        }

        return rows;
    }

    private NearMoment Moment(int row, float score, int asked)
    {
        var (low, high) = (0, _videos.Count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = _videos[middle].First <= row ? (middle, high) : (low, middle);
        }

        var (first, vectors) = _videos[low];
        return new NearMoment(vectors.Video, vectors.Moments[row - first], score) { Row = row, Asked = asked };
    }
}

/// <summary>A moment near what was asked for.</summary>
/// <param name="Video">The video it is in.</param>
/// <param name="Moment">When.</param>
/// <param name="Score">The sum of products with what was asked for; more is nearer.</param>
public sealed record NearMoment(VideoId Video, VectorMoment Moment, double Score)
{
    /// <summary>Gets which of the vectors asked for it is near to, from 0.</summary>
    public int Asked { get; init; }

    internal int Row { get; init; }
}
