using System.Text.Json;
using VideoIndex.Importing;
using VideoIndex.Interchange.Importing.Services;
using VideoIndex.Interchange.Insights;

namespace VideoIndex.Interchange.Exporting.Services;

/// <summary>What was taken in as insights, as it leaves again: the items whose claims are still made.</summary>
internal sealed class KeptInsights : IDisposable
{
    private readonly List<JsonDocument> _documents = [];

    private KeptInsights()
    {
    }

    /// <summary>Gets what the whole of the first says beside its videos; null where there is none.</summary>
    public JsonElement? Root { get; private set; }

    /// <summary>Gets what it says of the video beside its insights.</summary>
    public JsonElement? Video { get; private set; }

    /// <summary>Gets what its insights say that has no spans, or is not known here.</summary>
    public JsonElement? Insights { get; private set; }

    /// <summary>Gets the items, by their array.</summary>
    public Dictionary<string, List<InsightItem>> Arrays { get; } = [];

    /// <summary>Gets the groups of customers' own insights, each with its items.</summary>
    public List<(JsonElement Group, List<InsightItem> Items)> Custom { get; } = [];

    /// <summary>Reads what is kept of a video's imports, and takes the claims.</summary>
    public static KeptInsights Of(IReadOnlyList<Import> imports, PresentClaims claims)
    {
        var kept = new KeptInsights();
        foreach (var import in imports.Where(import => import is { Format: "azure-insights", Verbatim: not null }))
        {
            var document = JsonDocument.Parse(import.Verbatim!);
            kept._documents.Add(document);
            kept.Read(document.RootElement, claims);
        }

        return kept;
    }

    public void Dispose() => _documents.ForEach(document => document.Dispose());

    private void Read(JsonElement form, PresentClaims claims)
    {
        if (_documents.Count == 1)
        {
            (Root, Video, Insights) = (form.Of(Leftovers.Root), form.Of(Leftovers.Video), form.Of(Leftovers.Insights));
        }

        foreach (var array in form.Of(Leftovers.Arrays)?.EnumerateObject().AsEnumerable() ?? [])
        {
            if (!Arrays.TryGetValue(array.Name, out var items))
            {
                Arrays.Add(array.Name, items = []);
            }

            items.AddRange(array.Value.EnumerateArray().Select(item => Item(item, claims)).OfType<InsightItem>());
        }

        foreach (var group in form.Objects(Leftovers.Custom))
        {
            Custom.Add((group.GetProperty(Leftovers.Group), [.. group.Objects(Leftovers.Results).Select(item => Item(item, claims)).OfType<InsightItem>()]));
        }
    }

    // What never had a span stays; what lost its last one goes.
    private static InsightItem? Item(JsonElement item, PresentClaims claims)
    {
        var (had, instances) = (0, new List<InsightInstance>());
        foreach (var instance in item.Objects(Leftovers.Instances))
        {
            had++;
            if (claims.Take(instance.Text(Leftovers.Claim)) is { } claim)
            {
                instances.Add(new InsightInstance(claim.Span, instance.Of(Leftovers.Rest)));
            }
        }

        return had > 0 && instances is [] ? null : new InsightItem(instances) { Kept = item.GetProperty(Leftovers.Item) };
    }
}
