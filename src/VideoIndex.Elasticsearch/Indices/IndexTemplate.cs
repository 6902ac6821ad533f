using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Documents;

namespace VideoIndex.Elasticsearch.Indices;

/// <summary>What every index of spans is like. Kept by a golden file: a change is a new <see cref="IndexNames.Version"/>.</summary>
internal static class IndexTemplate
{
    // What Lucene takes as one term at most, were all its letters of four bytes.
    private const int LongestTerm = 8191;

    /// <summary>Gets the languages words are searched in by Elastic's own analyzers: the name of the sub-field, that of the analyzer.</summary>
    public static IReadOnlyList<(string Code, string Analyzer)> Languages { get; } =
    [
        ("en", "english"), ("de", "german"), ("fr", "french"), ("es", "spanish"), ("it", "italian"), ("pt", "portuguese"), ("nl", "dutch"), ("sv", "swedish"),
    ];

    /// <summary>Returns the template.</summary>
    public static JsonObject Of(ElasticsearchSettings settings, IndexNames names) => new()
    {
        ["index_patterns"] = new JsonArray(names.Pattern),
        ["priority"] = 500,
        ["version"] = IndexNames.Version,
        ["template"] = new JsonObject
        {
            ["settings"] = new JsonObject { ["index"] = Settings(settings), ["analysis"] = Analysis(names) },
            ["mappings"] = new JsonObject
            {
                ["dynamic"] = "strict",
                ["_routing"] = new JsonObject { ["required"] = true },
                ["properties"] = Properties(),
            },
        },
    };

    // What is written is seen when a whole video is in, by a refresh we ask for: never a part of it, as would be by the clock.
    private static JsonObject Settings(ElasticsearchSettings settings) => new()
    {
        ["number_of_shards"] = settings.Shards,
        ["number_of_replicas"] = settings.Replicas,
        ["refresh_interval"] = "-1",
    };

    private static JsonObject Analysis(IndexNames names) => new()
    {
        ["filter"] = new JsonObject
        {
            ["videoindex_synonyms"] = new JsonObject { ["type"] = "synonym_graph", ["synonyms_set"] = names.Synonyms, ["updateable"] = true },
        },
        ["tokenizer"] = new JsonObject
        {
            ["videoindex_spaces"] = new JsonObject { ["type"] = "whitespace", ["max_token_length"] = LongestTerm },
        },
        ["analyzer"] = new JsonObject
        {
            ["videoindex_words"] = new JsonObject { ["type"] = "custom", ["tokenizer"] = "videoindex_spaces" },
            ["videoindex_std"] = new JsonObject { ["type"] = "custom", ["tokenizer"] = "standard", ["filter"] = new JsonArray("lowercase", "asciifolding") },
            ["videoindex_std_search"] = new JsonObject { ["type"] = "custom", ["tokenizer"] = "standard", ["filter"] = new JsonArray("lowercase", "asciifolding", "videoindex_synonyms") },
        },
    };

    private static JsonObject Properties()
    {
        var properties = new JsonObject
        {
            [DocumentFields.Text] = Text(),
            [DocumentFields.Words] = Words(),
            [DocumentFields.FolderWords] = Words(),
            [DocumentFields.Stems] = Stems(),
            [DocumentFields.FolderStems] = Stems(),
            [DocumentFields.IsJoint] = Type("boolean"),
            [DocumentFields.Span] = new JsonObject { ["type"] = "long_range" },
            [DocumentFields.Confidence] = new JsonObject { ["type"] = "double", ["index"] = false, ["doc_values"] = false },
            [DocumentFields.Origin] = new JsonObject
            {
                ["properties"] = new JsonObject { ["kind"] = Type("keyword"), ["name"] = Kept(), ["version"] = Kept() },
            },
        };
        Add(properties, "keyword", DocumentFields.Video, DocumentFields.Field, DocumentFields.Kind, DocumentFields.Label, DocumentFields.LabelKey, DocumentFields.Author, DocumentFields.Language, DocumentFields.LanguageKey, DocumentFields.Speaker, DocumentFields.SpeakerKeys);
        Add(properties, "keyword", DocumentFields.Status, DocumentFields.State, DocumentFields.Collections, DocumentFields.Custom, DocumentFields.Looked);
        Add(properties, "long", DocumentFields.Generation, DocumentFields.Number, DocumentFields.Start, DocumentFields.End, DocumentFields.Entered);
        Add(properties, "integer", DocumentFields.Run, DocumentFields.Millionths, DocumentFields.Track, DocumentFields.Length);
        Add(properties, "double", DocumentFields.Duration, DocumentFields.Rate, DocumentFields.Height);
        foreach (var name in (string[])[DocumentFields.Added, DocumentFields.Recorded])
        {
            properties[name] = new JsonObject { ["type"] = "date", ["format"] = "epoch_millis" };
        }

        foreach (var name in (string[])[DocumentFields.From, DocumentFields.Until, DocumentFields.How, DocumentFields.Folder])
        {
            properties[name] = Kept();
        }

        foreach (var name in (string[])[DocumentFields.Box, DocumentFields.Spoken, DocumentFields.Path, DocumentFields.Shots, DocumentFields.Joint, DocumentFields.LookedBy])
        {
            properties[name] = new JsonObject { ["type"] = "object", ["enabled"] = false };
        }

        return properties;
    }

    private static JsonObject Text()
    {
        var fields = new JsonObject
        {
            ["std"] = new JsonObject { ["type"] = "text", ["analyzer"] = "videoindex_std", ["search_analyzer"] = "videoindex_std_search" },
        };
        foreach (var (code, analyzer) in Languages)
        {
            fields[code] = new JsonObject { ["type"] = "text", ["analyzer"] = analyzer };
        }

        return new JsonObject { ["type"] = "text", ["index"] = false, ["fields"] = fields };
    }

    // Texts of one thing are apart, so that no phrase runs from one into the next.
    private static JsonObject Words() => new()
    {
        ["type"] = "text",
        ["analyzer"] = "videoindex_words",
        ["position_increment_gap"] = 100,
        ["index_prefixes"] = new JsonObject { ["min_chars"] = 2, ["max_chars"] = 5 },
    };

    private static JsonObject Stems() => new() { ["type"] = "text", ["analyzer"] = "videoindex_words", ["index_options"] = "docs", ["norms"] = false };

    private static void Add(JsonObject properties, string type, params string[] names)
    {
        foreach (var name in names)
        {
            properties[name] = type == "keyword" ? new JsonObject { ["type"] = type, ["ignore_above"] = LongestTerm } : Type(type);
        }
    }

    private static JsonObject Type(string type) => new() { ["type"] = type };

    private static JsonObject Kept() => new() { ["type"] = "keyword", ["index"] = false, ["doc_values"] = false };
}
