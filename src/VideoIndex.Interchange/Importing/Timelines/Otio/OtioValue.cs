using System.Globalization;
using System.Text.Json;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Importing.Timelines.Otio;

/// <summary>Reads values of OpenTimelineIO's objects, whatever version of a schema they are and whatever is missing of them.</summary>
internal static class OtioValue
{
    private const long Fine = 1_000_000;

    /// <summary>Returns the name of an object's schema, without its version: <c>Clip</c>; empty for none.</summary>
    public static string Schema(JsonElement value) => Text(value, "OTIO_SCHEMA") is { } schema ? schema.Split('.')[0] : "";

    /// <summary>Returns a text; null where there is none.</summary>
    public static string? Text(JsonElement value, string property) =>
        Property(value, property) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>Returns a part of an object; null where it has none.</summary>
    public static JsonElement? Property(JsonElement value, string property) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(property, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    /// <summary>Returns the members of a list; none where there is no list.</summary>
    public static IEnumerable<JsonElement> List(JsonElement value, string property) =>
        Property(value, property) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>Returns a stretch; null where there is none, or one that says nothing.</summary>
    /// <param name="value">The object it is of.</param>
    /// <param name="property">What it is of it.</param>
    /// <param name="rate">The rate all frames are counted at; null for the one each time says.</param>
    public static OtioRange? Range(JsonElement value, string property, FrameRate? rate) =>
        Property(value, property) is { } range && Time(range, "start_time", rate) is { } start && Time(range, "duration", rate) is { } duration && duration.Seconds >= default(Rational)
            ? new OtioRange(start.Seconds, duration.Seconds, start.Rate)
            : null;

    /// <summary>Returns a time in seconds and the rate it counts at; null where there is none.</summary>
    public static (Rational Seconds, Rational Rate)? Time(JsonElement value, string property, FrameRate? rate)
    {
        if (Property(value, property) is not { } time || Number(time, "value") is not { } frames || Number(time, "rate") is not { } said || said <= 0)
        {
            return null;
        }

        var perSecond = rate?.FramesPerSecond ?? Snapped(said);
        return (Exact(frames) / perSecond, perSecond);
    }

    // A rate is written as a number that no decimal is exact for: 29.97 and 29.97002997002997 are 30000/1001.
    private static Rational Snapped(decimal said)
    {
        var nominal = (long)decimal.Round(said);
        if (nominal > 0 && Math.Abs(said - nominal) < 0.0005m)
        {
            return new Rational(nominal, 1);
        }

        var slowed = (long)decimal.Round(said * 1.001m);
        return slowed > 0 && Math.Abs(said - slowed / 1.001m) < 0.005m ? new Rational(slowed * 1000, 1001) : Exact(said);
    }

    private static Rational Exact(decimal number) => new((long)decimal.Round(number * Fine), Fine);

    private static decimal? Number(JsonElement value, string property) =>
        Property(value, property) is { ValueKind: JsonValueKind.Number } number
        && decimal.TryParse(number.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var read)
        && Math.Abs(read) < 1_000_000_000_000m ? read : null;
}

/// <summary>A stretch of time, in seconds.</summary>
/// <param name="Start">Its start.</param>
/// <param name="Duration">How long it is.</param>
/// <param name="Rate">The rate it counts frames at.</param>
internal sealed record OtioRange(Rational Start, Rational Duration, Rational Rate)
{
    /// <summary>Gets its end.</summary>
    public Rational End => Start + Duration;
}
