using System.Text.Json;
using VideoIndex.Interchange.Insights;
using VideoIndex.Tags;

namespace VideoIndex.Interchange.Importing.Services.Azure;

/// <summary>Reads the insights JSON of Azure AI Video Indexer: the answer of its video index, or the insights alone.</summary>
internal sealed class AzureInsightsReader : IImportReader
{
    private const string What = "Azure AI Video Indexer insights";

    /// <inheritdoc/>
    public string Name => "azure-insights";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".json"];

    /// <inheritdoc/>
    public bool Recognises(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (text.Contains("\"videos\"", StringComparison.Ordinal) && text.Contains("\"insights\"", StringComparison.Ordinal))
            || text.Contains("\"adjustedStart\"", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public ImportReading Read(string text, ImportOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return ServiceJson.Read(text, What, root => Read(root, order));
    }

    private static ImportReading Read(JsonElement root, ImportOrder order)
    {
        var chosen = ChosenVideo.Of(root, order.Video);
        var gathering = new Gathering(order, new Origin("service", "azure-video-indexer", chosen.Insights.Text("version") ?? ""));
        foreach (var complaint in chosen.Complaints)
        {
            gathering.Complaints.Add(complaint);
        }

        if (order.Rate is not null)
        {
            gathering.Complaints.Add("--rate changes nothing here: the format names no frames.");
        }

        using var leftovers = new Leftovers();
        WriteWhole(leftovers.Json, Leftovers.Root, chosen.Root, "videos");
        WriteWhole(leftovers.Json, Leftovers.Video, chosen.Video, "insights");
        var parts = chosen.Insights.EnumerateObject().ToLookup(member => IsRead(member));
        leftovers.Json.WritePropertyName(Leftovers.Insights);
        leftovers.Json.WriteStartObject();
        foreach (var member in parts[false])
        {
            member.WriteTo(leftovers.Json);
        }

        leftovers.Json.WriteEndObject();
        var arrays = new AzureArrays(gathering, order, chosen.Insights, leftovers.Json);
        arrays.Read([.. parts[true]]);
        return gathering.ToReading(leftovers.ToText());
    }

    private static void WriteWhole(Utf8JsonWriter json, string name, JsonElement? element, string without)
    {
        if (element is { } whole)
        {
            json.WritePropertyName(name);
            json.WriteRest(whole, without);
        }
    }

    // An array whose items are no objects is another one than we know, whatever its name: it is kept as it is.
    private static bool IsRead(JsonProperty member) =>
        (InsightArray.Find(member.Name) is not null || member.Name is InsightArray.Transcript or InsightArray.Custom)
        && member.Value.ValueKind == JsonValueKind.Array
        && member.Value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object);
}
