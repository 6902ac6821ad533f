using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoIndex.Timing;

/// <summary>Writes exact values to JSON as strings, so that no reader turns them into a floating-point number.</summary>
/// <typeparam name="T">The value.</typeparam>
public abstract class ExactJsonConverter<T> : JsonConverter<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString() ?? throw new JsonException("An exact value is a string."));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Format(value));

    /// <summary>Reads the written form.</summary>
    protected abstract T Parse(string text);

    /// <summary>Returns the written form.</summary>
    protected abstract string Format(T value);

    /// <summary>Reads a fraction.</summary>
    protected static Rational Fraction(string text) =>
        Rational.TryParse(text, out var value) ? value : throw new JsonException($"'{text}' is not a fraction.");
}

/// <summary>Writes a fraction: <c>"30000/1001"</c>.</summary>
public sealed class RationalJson : ExactJsonConverter<Rational>
{
    /// <inheritdoc/>
    protected override Rational Parse(string text) => Fraction(text);

    /// <inheritdoc/>
    protected override string Format(Rational value) => value.ToString();
}

/// <summary>Writes a time: <c>"9009/250"</c>.</summary>
public sealed class TimeJson : ExactJsonConverter<MediaTime>
{
    /// <inheritdoc/>
    protected override MediaTime Parse(string text) => new(Fraction(text));

    /// <inheritdoc/>
    protected override string Format(MediaTime value) => value.Seconds.ToString();
}

/// <summary>Writes a length: <c>"9009/250"</c>.</summary>
public sealed class DurationJson : ExactJsonConverter<MediaDuration>
{
    /// <inheritdoc/>
    protected override MediaDuration Parse(string text) => new(Fraction(text));

    /// <inheritdoc/>
    protected override string Format(MediaDuration value) => value.Seconds.ToString();
}

/// <summary>Writes a frame rate: <c>"30000/1001"</c>.</summary>
public sealed class RateJson : ExactJsonConverter<FrameRate>
{
    /// <inheritdoc/>
    protected override FrameRate Parse(string text) =>
        FrameRate.TryParse(text, out var rate) ? rate : throw new JsonException($"'{text}' is not a frame rate.");

    /// <inheritdoc/>
    protected override string Format(FrameRate value) => value.ToString();
}

/// <summary>Writes a span as its two ends: <c>"0,9009/250"</c>.</summary>
public sealed class SpanJson : ExactJsonConverter<MediaSpan>
{
    /// <inheritdoc/>
    protected override MediaSpan Parse(string text) => text.Split(',') is [var start, var end]
        ? new MediaSpan(new MediaTime(Fraction(start)), new MediaTime(Fraction(end)))
        : throw new JsonException("A span has two ends.");

    /// <inheritdoc/>
    protected override string Format(MediaSpan value) => $"{value.Start.Seconds},{value.End.Seconds}";
}
