using System.Text.Json;
using System.Text.Json.Serialization;
using VideoIndex.Media;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Storage;

/// <summary>What is kept as JSON: the probe, the meter and the notes of a video. Fractions are strings: <c>"30000/1001"</c>.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [
        typeof(RationalJson), typeof(TimeJson), typeof(DurationJson), typeof(RateJson), typeof(SpanJson)])]
[JsonSerializable(typeof(MediaProbe))]
[JsonSerializable(typeof(Meter))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class ExactJson : JsonSerializerContext;

internal abstract class ExactJsonConverter<T>(Func<string, T> read, Func<T, string> write) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        read(reader.GetString() ?? throw new JsonException("A fraction is a string."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(write(value));
}

internal sealed class RationalJson() : ExactJsonConverter<Rational>(Exact.Fraction, value => value.ToString());

internal sealed class TimeJson() : ExactJsonConverter<MediaTime>(Exact.Time, time => time.Text());

internal sealed class DurationJson()
    : ExactJsonConverter<MediaDuration>(text => new MediaDuration(Exact.Fraction(text)), length => length.Seconds.ToString());

internal sealed class RateJson() : ExactJsonConverter<FrameRate>(Exact.Rate, rate => rate.ToString());

/// <summary>Writes a span as its two ends: <c>"0,9009/250"</c>.</summary>
internal sealed class SpanJson() : ExactJsonConverter<MediaSpan>(
    text => text.Split(',') is [var start, var end]
        ? new MediaSpan(Exact.Time(start), Exact.Time(end))
        : throw new JsonException("A span has two ends."),
    span => $"{span.Start.Text()},{span.End.Text()}");
