using VideoIndex.Timing;

namespace VideoIndex.Sqlite.Search;

/// <summary>Answers which of a group's hits run at the same time as a span of the same video.</summary>
internal sealed class Overlaps
{
    private readonly Dictionary<long, Timeline> _videos;

    public Overlaps(IEnumerable<Hit> hits) =>
        _videos = hits.GroupBy(hit => hit.Video).ToDictionary(video => video.Key, video => new Timeline(video));

    /// <summary>Returns whether any hit overlaps, in time logarithmic in the video's hits.</summary>
    public bool Any(long video, MediaSpan span) => _videos.TryGetValue(video, out var timeline) && timeline.Any(span);

    /// <summary>Returns the hits that overlap, in order of their start.</summary>
    public IEnumerable<Hit> Of(long video, MediaSpan span) =>
        _videos.TryGetValue(video, out var timeline) ? timeline.Of(span) : [];

    /// <summary>Returns whether the video has any hit, whenever it is.</summary>
    public bool HasVideo(long video) => _videos.ContainsKey(video);

    /// <summary>Returns every hit of the video, in order of their start.</summary>
    public IEnumerable<Hit> OfVideo(long video) => _videos.TryGetValue(video, out var timeline) ? timeline.All : [];

    private sealed class Timeline
    {
        private readonly Hit[] _hits;
        private readonly MediaTime[] _latestEnds; // of each hit and all before it

        public Timeline(IEnumerable<Hit> hits)
        {
            _hits = [.. hits.OrderBy(hit => hit.Span.Start).ThenBy(hit => hit.Span.End)];
            _latestEnds = new MediaTime[_hits.Length];
            for (var at = 0; at < _hits.Length; at++)
            {
                var end = _hits[at].Span.End;
                _latestEnds[at] = at > 0 && _latestEnds[at - 1] > end ? _latestEnds[at - 1] : end;
            }
        }

        public IReadOnlyList<Hit> All => _hits;

        public bool Any(MediaSpan span) => CountStartingBefore(span.End) is > 0 and var count && _latestEnds[count - 1] > span.Start;

        public IEnumerable<Hit> Of(MediaSpan span) =>
            _hits.Take(CountStartingBefore(span.End)).Where(hit => hit.Span.Overlaps(span));

        private int CountStartingBefore(MediaTime end)
        {
            var (low, high) = (0, _hits.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = _hits[middle].Span.Start < end ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }
}
