using System.Text.Json;

namespace VideoIndex.SpeechServices.Answers;

/// <summary>Reads fields that may be missing, null or of another kind than agreed.</summary>
internal static class JsonFields
{
    /// <summary>Returns a field's text; null where it has none.</summary>
    public static string? TextOf(this JsonElement element, string name) =>
        element.FieldOf(name) is { ValueKind: JsonValueKind.String } field ? field.GetString() : null;

    /// <summary>Returns a field's number; null where it has none, or one that is no finite double.</summary>
    public static double? NumberOf(this JsonElement element, string name) =>
        element.FieldOf(name) is { ValueKind: JsonValueKind.Number } field && field.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    /// <summary>Returns a field that is a list; empty where it is none.</summary>
    public static IEnumerable<JsonElement> ListOf(this JsonElement element, string name) =>
        element.FieldOf(name) is { ValueKind: JsonValueKind.Array } field ? field.EnumerateArray() : [];

    /// <summary>Returns a field; undefined where there is none.</summary>
    public static JsonElement FieldOf(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) ? field : default;
}
