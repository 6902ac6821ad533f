using System.Text.Json.Nodes;
using VideoIndex.Interchange.Insights;

namespace VideoIndex.Interchange.Tests.Exporting.Services;

/// <summary>
/// Brings insights to one form, in which two files that say the same are equal: times as we write them, times in an edit those of the video, spans that end before they begin left
/// out, members by name, items by what they say.
/// </summary>
internal static class NormalInsights
{
    public static string Of(string text) => Of(JsonNode.Parse(text))!.ToJsonString();

    private static JsonNode? Of(JsonNode? node) => node switch
    {
        JsonObject item => OfObject(item),
        JsonArray array => new JsonArray([.. array.Where(item => !IsBackwards(item)).Select(Of).OrderBy(item => item?.ToJsonString(), StringComparer.Ordinal)]),
        JsonValue value when value.TryGetValue<string>(out var text) && InsightsClock.TryRead(text, out var time) => InsightsClock.Write(time),
        _ => node?.DeepClone(),
    };

    private static JsonObject OfObject(JsonObject item)
    {
        var members = item.ToDictionary(member => member.Key, member => Of(member.Value));
        if (members.TryGetValue("start", out var start) && item.Parent is JsonArray) // a span of an item, not the range of a video
        {
            (members["adjustedStart"], members["adjustedEnd"]) = (start!.DeepClone(), members["end"]!.DeepClone());
        }

        return new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal));
    }

    private static bool IsBackwards(JsonNode? item) => item is JsonObject span
        && InsightsClock.TryRead(span["start"]?.ToString(), out var start) && InsightsClock.TryRead(span["end"]?.ToString(), out var end) && end < start;
}
