using System.Text.Json;
using System.Text.Json.Serialization;
using VideoIndex.Pipeline.Hearing;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Flow;

/// <summary>The written form of commands, and of every finding but frames. Fractions are strings.</summary>
/// <remarks>Findings live only as long as their run, and a run is finished by the version that began it or begun anew: the form may change.</remarks>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [
        typeof(RationalJson), typeof(TimeJson), typeof(DurationJson), typeof(RateJson), typeof(SpanJson),
        typeof(VideoIdJson), typeof(TimecodeJson), typeof(ConfidenceJson), typeof(TagPathJson)])]
[JsonSerializable(typeof(ProbeVideo))]
[JsonSerializable(typeof(PlanSegments))]
[JsonSerializable(typeof(SurveyVideo))]
[JsonSerializable(typeof(AnalyzeFrames))]
[JsonSerializable(typeof(ReadText))]
[JsonSerializable(typeof(Listen))]
[JsonSerializable(typeof(ReadCaptions))]
[JsonSerializable(typeof(Assemble))]
[JsonSerializable(typeof(TrackFeatures))]
[JsonSerializable(typeof(IndexVideo))]
[JsonSerializable(typeof(FindLogos))]
[JsonSerializable(typeof(Transcribe))]
[JsonSerializable(typeof(SoundShelf))]
[JsonSerializable(typeof(VideoProbed))]
[JsonSerializable(typeof(SegmentsPlanned))]
[JsonSerializable(typeof(TextRead))]
[JsonSerializable(typeof(SoundHeard))]
[JsonSerializable(typeof(CaptionsRead))]
[JsonSerializable(typeof(VideoAssembled))]
internal sealed partial class Wire : JsonSerializerContext;

internal sealed class VideoIdJson : ExactJsonConverter<VideoId>
{
    protected override VideoId Parse(string text) =>
        VideoId.TryParse(text, out var id) ? id : throw new JsonException("A video's id is 32 hex digits.");

    protected override string Format(VideoId value) => value.ToString();
}

/// <summary>Writes a label as its frame, rate and form: <c>"1800 30000/1001 drop"</c>.</summary>
internal sealed class TimecodeJson : ExactJsonConverter<Timecode>
{
    protected override Timecode Parse(string text) => text.Split(' ') is [var frame, var rate, var form] && FrameRate.TryParse(rate, out var kept)
        ? Timecode.FromFrame(long.Parse(frame, System.Globalization.CultureInfo.InvariantCulture), kept, form == "drop")
        : throw new JsonException("A timecode is a frame, a rate and a form.");

    protected override string Format(Timecode value) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value.Frame} {value.Rate} {(value.DropFrame ? "drop" : "straight")}");
}

/// <summary>Writes a path as its bytes, in base 64: a video of crowds has a million points.</summary>
internal sealed class TagPathJson : JsonConverter<TagPath>
{
    public override TagPath Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TagPathForm.Read(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, TagPath value, JsonSerializerOptions options) => writer.WriteBase64StringValue(TagPathForm.Write(value));
}

internal sealed class ConfidenceJson : JsonConverter<Confidence>
{
    public override Confidence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, Confidence value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
