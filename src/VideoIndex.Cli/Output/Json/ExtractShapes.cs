using System.Text.Json.Serialization;
using VideoIndex.Faces;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Output.Json;

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

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BlurredShape? Blurred { get; init; }
}

internal sealed record BlurredShape(int Frames, int Covered, int Tracks)
{
    public static BlurredShape? Of(BlurredClip? blurred) => blurred is null ? null : new BlurredShape(blurred.Frames, blurred.Covered, blurred.Tracks);
}

internal sealed record AskedShape(MediaSpan Span, TimecodeTrack? Labels) : SpanShape(Span, Labels)
{
    [JsonIgnore]
    public MediaSpan Span { get; } = Span;

    [JsonIgnore]
    public TimecodeTrack? Labels { get; } = Labels;
}
