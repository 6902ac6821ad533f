using System.Text.Json;
using VideoIndex.Interchange.Importing.Services;
using VideoIndex.Interchange.Insights;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Services;

/// <summary>An item of an array of insights on its way out.</summary>
/// <param name="Instances">Where it is.</param>
internal sealed record InsightItem(IReadOnlyList<InsightInstance> Instances)
{
    /// <summary>Gets its members as they came in, with its id; null for what was not taken in as insights.</summary>
    public JsonElement? Kept { get; init; }

    /// <summary>Gets what writes its members; null where <see cref="Kept"/> has them.</summary>
    public Action<Utf8JsonWriter>? Own { get; init; }

    /// <summary>Writes it.</summary>
    /// <param name="json">What writes.</param>
    /// <param name="number">Its id, where it did not come in.</param>
    public void Write(Utf8JsonWriter json, long number)
    {
        json.WriteStartObject();
        if (Kept is null)
        {
            json.WriteNumber("id", number);
        }

        foreach (var member in Kept?.EnumerateObject().AsEnumerable() ?? [])
        {
            member.WriteTo(json);
        }

        Own?.Invoke(json);
        json.WriteStartArray("instances");
        foreach (var instance in Instances)
        {
            instance.Write(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes an array of them; those that did not come in are numbered after the highest there is.</summary>
    public static void WriteAll(Utf8JsonWriter json, IReadOnlyList<InsightItem> items)
    {
        var number = items.Select(item => item.Kept?.Whole("id") ?? 0).DefaultIfEmpty(0).Max();
        json.WriteStartArray();
        foreach (var item in items)
        {
            item.Write(json, item.Kept is null ? ++number : number);
        }

        json.WriteEndArray();
    }
}

/// <summary>One span of an item.</summary>
/// <param name="Span">The span.</param>
/// <param name="Kept">Its other members as they came in; null for none.</param>
/// <param name="Confidence">How sure its author is; null where the item says it.</param>
internal sealed record InsightInstance(MediaSpan Span, JsonElement? Kept = null, double? Confidence = null)
{
    /// <summary>Writes it. The video is no edit of another, so the times in the edit are its own.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var member in Kept?.EnumerateObject().AsEnumerable() ?? [])
        {
            member.WriteTo(json);
        }

        if (Confidence is { } sure)
        {
            json.WriteNumber("confidence", sure);
        }

        var (start, end) = (InsightsClock.Write(Span.Start.Seconds), InsightsClock.Write(Span.End.Seconds));
        json.WriteString("adjustedStart", start);
        json.WriteString("adjustedEnd", end);
        json.WriteString("start", start);
        json.WriteString("end", end);
        json.WriteEndObject();
    }
}
