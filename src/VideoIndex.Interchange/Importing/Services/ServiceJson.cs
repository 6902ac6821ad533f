using System.Text.Json;

namespace VideoIndex.Interchange.Importing.Services;

/// <summary>Reads JSON that another system wrote, in which anything may be missing or of another type.</summary>
internal static class ServiceJson
{
    /// <summary>Reads a file.</summary>
    /// <param name="text">What is in it.</param>
    /// <param name="what">What it should be, for the sentence of a refusal: <c>Azure AI Video Indexer insights</c>.</param>
    /// <param name="read">Reads what it says.</param>
    /// <exception cref="ImportException"><c>bad-import</c>: it is no JSON object, or holds text that is none.</exception>
    public static ImportReading Read(string text, string what, Func<JsonElement, ImportReading> read)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? read(document.RootElement)
                : throw new ImportException("bad-import", $"It is no {what}: it holds no JSON object.");
        }
        catch (JsonException bad)
        {
            throw new ImportException("bad-import", $"It is no {what}: it is no JSON, from line {bad.LineNumber + 1} on.");
        }
        catch (InvalidOperationException)
        {
            // Types are looked at before values: all that is left to fail is half a character, written as \uD800.
            throw new ImportException("bad-import", $"It is no {what}: it holds half a character, which is no text.");
        }
    }

    /// <summary>Returns a member, or null where there is none or it is null.</summary>
    public static JsonElement? Of(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>Returns a member that is text and says something; numbers as they are written. Null for none.</summary>
    public static string? Text(this JsonElement element, string name) => element.Of(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } said and not "null" ? said : null,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>Returns a member that is a number, or null.</summary>
    public static double? Number(this JsonElement element, string name) =>
        element.Of(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) && double.IsFinite(value) ? value : null;

    /// <summary>Returns a member that is a number of hundredths, as a part of 1: 99.9 as 0.999.</summary>
    public static double? Percent(this JsonElement element, string name) =>
        element.Number(name) is not { } hundredths ? null : Math.Abs(hundredths) < 1_000_000 ? (double)((decimal)hundredths / 100) : hundredths;

    /// <summary>Returns a member that is a whole number, or null; as text, too, as some systems write 64 bits.</summary>
    public static long? Whole(this JsonElement element, string name) => element.Of(name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
        { ValueKind: JsonValueKind.String } text when long.TryParse(text.GetString(), System.Globalization.NumberStyles.AllowLeadingSign, null, out var value) => value,
        _ => null,
    };

    /// <summary>Returns the objects in a member that is an array; the one object, where it is that; none otherwise.</summary>
    public static IEnumerable<JsonElement> Objects(this JsonElement element, string name) => element.Of(name) switch
    {
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object),
        { ValueKind: JsonValueKind.Object } single => [single],
        _ => [],
    };

    /// <summary>Writes an object without some of its members.</summary>
    public static void WriteRest(this Utf8JsonWriter json, JsonElement element, params ReadOnlySpan<string> without)
    {
        json.WriteStartObject();
        foreach (var member in element.EnumerateObject())
        {
            if (!without.Contains(member.Name))
            {
                member.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }
}
