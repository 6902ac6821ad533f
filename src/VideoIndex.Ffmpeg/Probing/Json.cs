using System.Globalization;
using System.Text.Json;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Probing;

/// <summary>Reads ffprobe's habits of writing: numbers as numbers or as strings, tags in any case.</summary>
internal static class Json
{
    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static long? Integer(this JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt64(out var number) => number,
            JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };
    }

    public static string? Tag(this JsonElement element, string name)
    {
        if (!element.TryGetProperty("tags", out var tags))
        {
            return null;
        }

        var tag = tags.EnumerateObject().FirstOrDefault(tag => tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return tag.Value.ValueKind == JsonValueKind.String ? tag.Value.GetString() : null;
    }
}

/// <summary>Reads a decimal such as <c>35.016000</c> as the exact fraction it is.</summary>
internal static class Decimals
{
    public static bool TryRead(string? text, out Rational value)
    {
        value = default;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || decimal.Abs(number) > 1_000_000_000m)
        {
            return false;
        }

        value = new Rational((long)decimal.Round(number * 1_000_000m), 1_000_000);
        return true;
    }
}
