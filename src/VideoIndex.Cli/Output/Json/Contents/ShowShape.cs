using System.Text.Json.Serialization;
using VideoIndex.Cli.Output.Json.Keeping;
using VideoIndex.Facts;
using VideoIndex.Pipeline.Library;
using VideoIndex.Reviews;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Output.Json.Contents;

internal sealed record ShowShape(
    VideoShape Video,
    string State,
    string? Code,
    string? Sentence,
    decimal? Coverage,
    MeterShape? Meter,
    LogoEvidenceShape? LogoEvidence,
    IReadOnlyList<ShotShape> Shots,
    IReadOnlyList<TransitionShape> Transitions,
    IReadOnlyList<SceneShape> Scenes,
    IReadOnlyList<TranscriptShape> Transcripts,
    IReadOnlyList<TagShape> Tags,
    IReadOnlyList<FieldValuesShape> Fields,
    IReadOnlyList<string> Collections,
    IReadOnlyList<ClaimShape> Reviewed,
    IReadOnlyList<string> Notes);

/// <summary>What is kept to find logos in, in bytes.</summary>
internal sealed record LogoEvidenceShape(long KeypointBytes, long StillBytes, long? BytesAnHour)
{
    /// <summary>Returns it of a video; null where nothing is kept.</summary>
    public static LogoEvidenceShape? Of(Video video, LibraryFolder library)
    {
        var (keypoints, stills) = (library.SizeOf(LibraryFolder.FeaturesName(video.Id)), library.SizeOf(LibraryFolder.StillsName(video.Id)));
        return keypoints == 0 ? null : new LogoEvidenceShape(keypoints, stills, AnHour(keypoints + stills, Times.Seconds(video.Extent.Duration.Seconds)));
    }

    private static long? AnHour(long bytes, decimal seconds) => seconds > 0 ? (long)(bytes * 3600m / seconds) : null;
}

internal sealed record ShotShape(
    int Number, MediaSpan Span, TimecodeTrack? Labels, string KeyframeTime, string? Keyframe, decimal? Brightness, byte[]? AveragePicture)
    : SpanShape(Span, Labels)
{
    [JsonIgnore]
    public MediaSpan Span { get; } = Span;

    [JsonIgnore]
    public TimecodeTrack? Labels { get; } = Labels;

    public static ShotShape Of(ShotRecord shot, AveragePicture? average, Video video, Func<string, string> pathOf) => new(
        shot.Shot.Number,
        shot.Shot.Span,
        video.Timecodes,
        shot.KeyframeTime.Seconds.ToString(),
        shot.Keyframe is { } name ? pathOf(name) : null,
        average is { Luma: var luma } ? decimal.Round(luma / 255m, 2) : null,
        average?.Rgb.ToArray());
}

internal sealed record TagShape : SpanShape
{
    public TagShape(Tag tag, string status, TimecodeTrack? labels)
        : base(tag.Span, labels) =>
        (Id, Status, Kind, Label, Confidence, Origin, Box, Zones, Angle, Language, How, Import, Path) = (
            TagReference.Text(tag.Id), status, tag.Kind, tag.Label, tag.Confidence.Value, OriginShape.Of(tag.Origin), BoxShape.Of(tag.Box), BoxShape.Zones(tag.Box), tag.Angle / 10m, tag.Language, tag.How, tag.Import, tag.Path?.Points.Select(point => new PathPointShape(point)).ToList());

    public string Id { get; }

    public string Status { get; }

    public string Kind { get; }

    public string Label { get; }

    public double Confidence { get; }

    public OriginShape Origin { get; }

    public BoxShape? Box { get; }

    public IReadOnlyList<string> Zones { get; }

    public decimal Angle { get; }

    public string? Language { get; }

    public string? How { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Import { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PathPointShape>? Path { get; }
}

/// <summary>Where a thing was at one look.</summary>
internal sealed record PathPointShape(PathPoint Point)
{
    [JsonIgnore]
    public PathPoint Point { get; } = Point;

    public string At { get; } = Point.At.Seconds.ToString();

    public BoxShape? Box { get; } = BoxShape.Of(Point.Box);

    public decimal Score { get; } = Point.Score / 1000m;
}
