using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Similar;

/// <summary>The moments a question chose: what is found must overlap one of them.</summary>
public sealed class MomentChoice
{
    private readonly Dictionary<VideoId, List<MediaSpan>> _spans = [];

    /// <summary>Gathers moments.</summary>
    public MomentChoice(IEnumerable<(VideoId Video, MediaSpan Span)> moments)
    {
        ArgumentNullException.ThrowIfNull(moments);
        foreach (var (video, span) in moments)
        {
            (_spans.TryGetValue(video, out var spans) ? spans : _spans[video] = []).Add(span);
        }
    }

    /// <summary>Returns whether any moment of a video was chosen.</summary>
    public bool Has(VideoId video) => _spans.ContainsKey(video);

    /// <summary>Returns whether a stretch of a video overlaps a moment that was chosen.</summary>
    public bool Has(VideoId video, MediaSpan span) => _spans.TryGetValue(video, out var spans) && spans.Exists(chosen => chosen.Overlaps(span));
}
