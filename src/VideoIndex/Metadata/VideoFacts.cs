using VideoIndex.Search.Language;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Metadata;

/// <summary>A video and what people keep of it.</summary>
/// <param name="Video">The video.</param>
public sealed record VideoFacts(Video Video)
{
    /// <summary>Gets the collections it is in, by name.</summary>
    public IReadOnlyList<string> Collections { get; init; } = [];

    /// <summary>Gets the values of the fields it has values for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FieldValue>> Fields { get; init; } = new Dictionary<string, IReadOnlyList<FieldValue>>();

    /// <summary>Returns one of its dates; null where it has none.</summary>
    public DateTimeOffset? Date(VideoDate what) => what == VideoDate.Added ? Video.Added : Video.Probe?.Recorded;

    /// <summary>Returns one of its numbers; null where it has none.</summary>
    public Rational? Measure(VideoMeasure what) => what switch
    {
        VideoMeasure.Duration => Video.Extent.Duration.Seconds,
        VideoMeasure.Rate => Video.Rate?.FramesPerSecond,
        _ => Video.Probe?.Lines is { } lines ? new Rational(lines, 1) : null,
    };
}
