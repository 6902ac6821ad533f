using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using VideoIndex.Search;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Output;

// What --json answers. Others build on these names: they are frozen by golden files and may only grow (docs/json.md).
internal sealed record FailureDetail(string Code, string Sentence, int? At);

internal sealed record FailureShape(FailureDetail Error);

internal sealed record VideoName(string Id, string Path)
{
    public static VideoName Of(Video video) => new(video.Id.ToString(), video.Path);
}

internal sealed record OriginShape(string Kind, string Name, string Version)
{
    public static OriginShape Of(Origin origin) => new(origin.Kind, origin.Name, origin.Version);
}

internal sealed record MeterShape(
    long WallMilliseconds, decimal? TimesRealTime, int Decodes, IReadOnlyDictionary<string, long> StageMilliseconds)
{
    public static MeterShape? Of(Video video)
    {
        if (video.Meter is not { } meter)
        {
            return null;
        }

        var length = video.Extent.Duration.Seconds;
        var speed = meter.WallMilliseconds > 0 && length > default(Rational)
            ? decimal.Round(Times.Seconds(length) * 1000 / meter.WallMilliseconds, 2)
            : (decimal?)null;
        return new MeterShape(meter.WallMilliseconds, speed, meter.Decodes, meter.Stages);
    }
}

internal sealed record IndexedShape(
    string? Id, string Path, string State, string? Code, string? Sentence, decimal? Coverage, bool AlreadyKnown, string? SameAs, MeterShape? Meter);

internal sealed record ShotShape(int Number, MediaSpan Span, TimecodeTrack? Labels, string KeyframeTime, string? Keyframe)
    : SpanShape(Span, Labels)
{
    [JsonIgnore]
    public MediaSpan Span { get; } = Span;

    [JsonIgnore]
    public TimecodeTrack? Labels { get; } = Labels;

    public static ShotShape Of(ShotRecord shot, Video video, Func<string, string> pathOf) => new(
        shot.Shot.Number, shot.Shot.Span, video.Timecodes, shot.KeyframeTime.Seconds.ToString(), shot.Keyframe is { } name ? pathOf(name) : null);
}

internal sealed record UtteranceShape : SpanShape
{
    public UtteranceShape(Utterance utterance, TimecodeTrack? labels)
        : base(utterance.Span, labels) => Text = utterance.Text;

    public string Text { get; }
}

internal sealed record TranscriptShape(string? Language, OriginShape Origin, IReadOnlyList<UtteranceShape> Utterances);

internal sealed record TagShape : SpanShape
{
    public TagShape(Tag tag, TimecodeTrack? labels)
        : base(tag.Span, labels) =>
        (Kind, Label, Confidence, Origin) = (tag.Kind, tag.Label, tag.Confidence.Value, OriginShape.Of(tag.Origin));

    public string Kind { get; }

    public string Label { get; }

    public double Confidence { get; }

    public OriginShape Origin { get; }
}

internal sealed record ShowShape(
    VideoShape Video,
    string State,
    string? Code,
    string? Sentence,
    decimal? Coverage,
    MeterShape? Meter,
    IReadOnlyList<ShotShape> Shots,
    IReadOnlyList<TranscriptShape> Transcripts,
    IReadOnlyList<TagShape> Tags,
    IReadOnlyList<string> Notes);

internal sealed record ListShape(IReadOnlyList<ListedShape> Videos);

internal sealed record ListedShape(
    string Id, string Path, string State, string? Code, long Bytes, decimal DurationSeconds, string? FrameRate, long Frames);

internal sealed record EvidenceShape : SpanShape
{
    public EvidenceShape(Evidence evidence, TimecodeTrack? labels)
        : base(evidence.Span, labels) =>
        (Term, Field, Text, Matches) = (evidence.Term, evidence.Field, Marks.Plain(evidence.Marked), Marks.Places(evidence.Marked));

    public string Term { get; }

    public string Field { get; }

    public string Text { get; }

    public IReadOnlyList<int[]> Matches { get; }
}

internal sealed record MomentShape : SpanShape
{
    public MomentShape(Moment moment, Func<string, string> pathOf)
        : base(moment.Span, moment.Video.Timecodes)
    {
        var labels = moment.Video.Timecodes;
        var spoken = moment.Kind is "say" or "text";
        (Video, Kind) = (VideoName.Of(moment.Video), moment.Kind);
        Text = spoken ? moment.Text : null;
        Label = spoken ? null : moment.Text;
        (Confidence, Origin, Language) = (moment.Confidence.Value, OriginShape.Of(moment.Origin), moment.Language);
        Keyframe = moment.Keyframe is { } name ? pathOf(name) : null;
        Evidence = [.. moment.Evidence.Select(evidence => new EvidenceShape(evidence, labels))];
    }

    [JsonPropertyOrder(-10)]
    public VideoName Video { get; }

    [JsonPropertyOrder(-9)]
    public string Kind { get; }

    [JsonPropertyOrder(-8), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; }

    [JsonPropertyOrder(-8), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Label { get; }

    [JsonPropertyOrder(-7)]
    public double Confidence { get; }

    [JsonPropertyOrder(-7)]
    public OriginShape Origin { get; }

    public string? Language { get; }

    public string? Keyframe { get; }

    public IReadOnlyList<EvidenceShape> Evidence { get; }
}

internal sealed record SearchShape(string Query, IReadOnlyList<MomentShape> Moments, IReadOnlyList<string> Notes);

internal sealed record FrameShape : SpanShape
{
    public FrameShape(Video video, MediaSpan span, int frame, string output, bool proved)
        : base(span, video.Timecodes) => (Video, Frame, Output, Proved) = (VideoName.Of(video), frame, output, proved);

    [JsonPropertyOrder(-10)]
    public VideoName Video { get; }

    [JsonPropertyOrder(-9)]
    public int Frame { get; }

    public string Output { get; }

    public bool Proved { get; }
}

internal sealed record ClipShape : SpanShape
{
    public ClipShape(Video video, MediaSpan span, MediaSpan asked, bool exact, string output)
        : base(span, video.Timecodes) =>
        (Video, Mode, Asked, Output) = (VideoName.Of(video), exact ? "exact" : "copy", new AskedShape(asked, video.Timecodes), output);

    [JsonPropertyOrder(-10)]
    public VideoName Video { get; }

    [JsonPropertyOrder(-9)]
    public string Mode { get; }

    public AskedShape Asked { get; }

    public string Output { get; }
}

internal sealed record AskedShape(MediaSpan Span, TimecodeTrack? Labels) : SpanShape(Span, Labels)
{
    [JsonIgnore]
    public MediaSpan Span { get; } = Span;

    [JsonIgnore]
    public TimecodeTrack? Labels { get; } = Labels;
}

internal sealed record RemovedShape(VideoName Video, bool Removed);

internal sealed record RetunedShape(VideoName Video, int Threshold, int ShotsBefore, int Shots);

internal sealed record DoctorShape(
    string VideoIndex, string Runtime, string? Ffmpeg, string? Tesseract, string Sqlite, string SqliteFile, string? Protection, string? Weakness, string Library, bool LibraryExists, long FreeBytes, bool Healthy);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FailureShape))]
[JsonSerializable(typeof(IndexedShape))]
[JsonSerializable(typeof(SearchShape))]
[JsonSerializable(typeof(ListShape))]
[JsonSerializable(typeof(ShowShape))]
[JsonSerializable(typeof(FrameShape))]
[JsonSerializable(typeof(ClipShape))]
[JsonSerializable(typeof(RemovedShape))]
[JsonSerializable(typeof(RetunedShape))]
[JsonSerializable(typeof(DoctorShape))]
internal sealed partial class ShapesContext : JsonSerializerContext;

/// <summary>The JSON form of every answer. Text in any script is written as it is, not escaped.</summary>
internal static class Shapes
{
    public static ShapesContext Default { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
