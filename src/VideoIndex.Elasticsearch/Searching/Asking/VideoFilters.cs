using System.Globalization;
using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Search.Conditions;
using VideoIndex.Search.Language;

namespace VideoIndex.Elasticsearch.Searching.Asking;

/// <summary>Asks which videos may answer a clause of videos, among the documents of the videos themselves.</summary>
internal static class VideoFilters
{
    // Numbers are kept as doubles: what lies as near as this to a limit is left to the core.
    private const double Slack = 1e-9;

    /// <summary>Returns the query.</summary>
    public static JsonObject Of(Clause clause) => Queries.Every([Queries.Term(DocumentFields.Field, "video"), Wide(clause)]);

    private static JsonObject Wide(Clause clause) => clause switch
    {
        TermClause term => TermQueries.Of(term),
        VideoClause one => Of(one.Test).Query,
        NotClause { Part: VideoClause one } when Of(one.Test) is (var query, true) => Queries.Not(query),
        AndClause all => Queries.Every([.. all.Parts.Select(Wide)]),
        OrClause any => Queries.Any([.. any.Parts.Select(Wide)]),
        _ => Queries.All,
    };

    // And whether it is the test itself, and lets nothing more through.
    private static (JsonObject Query, bool IsExact) Of(VideoTest test) => test switch
    {
        DateTest date => (Of(date), true),
        MeasureTest measure => (Of(measure), false),
        StateTest state => (Queries.Term(DocumentFields.State, VideoFields.NameOf(state.State)), true),
        CollectionTest collection => (Queries.Term(DocumentFields.Collections, collection.Name), true),
        FieldTest field => (Queries.Term(DocumentFields.Custom, field.Field.Name), false),
        _ => (Queries.All, false),
    };

    private static JsonObject Of(DateTest date)
    {
        var (from, until) = (Millis(date.From), Millis(date.Until));
        return Queries.Range(date.What == VideoDate.Added ? DocumentFields.Added : DocumentFields.Recorded, date.Comparison switch
        {
            Comparison.Less => new JsonObject { ["lt"] = from, ["format"] = "epoch_millis" },
            Comparison.AtMost => new JsonObject { ["lt"] = until, ["format"] = "epoch_millis" },
            Comparison.More => new JsonObject { ["gte"] = until, ["format"] = "epoch_millis" },
            Comparison.AtLeast => new JsonObject { ["gte"] = from, ["format"] = "epoch_millis" },
            _ => new JsonObject { ["gte"] = from, ["lt"] = until, ["format"] = "epoch_millis" },
        });
    }

    // Dates are texts in a query, whatever their form.
    private static string Millis(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static JsonObject Of(MeasureTest measure)
    {
        var name = VideoFields.Measures.Single(known => known.What == measure.What).Name;
        var limit = measure.Limit.Value.ToDouble();
        var slack = Math.Abs(limit) * Slack;
        return Queries.Range(name, measure.Limit.Comparison switch
        {
            Comparison.Less or Comparison.AtMost => new JsonObject { ["lte"] = limit + slack },
            Comparison.More or Comparison.AtLeast => new JsonObject { ["gte"] = limit - slack },
            _ => new JsonObject { ["gte"] = limit - slack, ["lte"] = limit + slack },
        });
    }
}
