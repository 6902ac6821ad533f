using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Elasticsearch.Searching.Asking;
using VideoIndex.Elasticsearch.Searching.Finding;
using VideoIndex.Elasticsearch.Transport;
using VideoIndex.Metadata;
using VideoIndex.Search.Answers;
using VideoIndex.Tags;

namespace VideoIndex.Elasticsearch.Searching;

/// <summary>Counts facets in the bucket of each video.</summary>
internal static class FacetCounts
{
    // So many values of a facet in one video are counted.
    private const int MostValues = 1000;

    private static readonly Dictionary<string, (string Field, string? Only)> Kept = new()
    {
        ["brand"] = (DocumentFields.Label, TagKinds.Logo),
        ["object"] = (DocumentFields.Label, TagKinds.Objects),
        ["speaker"] = (DocumentFields.Speaker, null),
        ["language"] = (DocumentFields.Language, null),
        ["status"] = (DocumentFields.Status, null),
    };

    /// <summary>Returns what is to be counted in each video.</summary>
    public static JsonObject Asked(IEnumerable<string> facets)
    {
        var asked = new JsonObject();
        foreach (var name in facets.Where(Kept.ContainsKey))
        {
            var (field, only) = Kept[name];
            asked[$"facet-{name}"] = new JsonObject
            {
                ["filter"] = only is null ? Queries.All : Queries.Term(DocumentFields.Field, only),
                ["aggregations"] = new JsonObject { ["values"] = new JsonObject { ["terms"] = new JsonObject { ["field"] = field, ["size"] = MostValues } } },
            };
        }

        return asked;
    }

    /// <summary>Adds what was counted in one video.</summary>
    public static void Add(FacetCounter counter, IEnumerable<string> facets, CandidateVideo video, VideoFacts facts)
    {
        foreach (var name in facets)
        {
            foreach (var value in FacetCounter.OfVideo(name, facts) ?? [])
            {
                counter.Add(name, value, video.Entered, video.Things);
            }

            foreach (var bucket in video.Told.At($"facet-{name}").At("values").At("buckets").Items())
            {
                counter.Add(name, bucket.At("key").Text() ?? "", video.Entered, bucket.At("doc_count").Whole() ?? 0);
            }
        }
    }
}
