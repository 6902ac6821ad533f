using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoIndex.Elasticsearch.Tests.Cluster;

/// <summary>The indices of the fake, what stands for them, and what they are made by.</summary>
internal sealed class Indices
{
    private readonly SortedDictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = [];
    private readonly Dictionary<string, JsonElement> _templates = [];
    private readonly HashSet<string> _synonyms = [];
    private readonly Dictionary<string, (Shelf Shelf, IReadOnlyList<Document> Seen)> _points = [];
    private int _opened;

    public IReadOnlyList<string> Names => [.. _shelves.Keys];

    public int OpenPoints => _points.Count;

    public Shelf? Behind(string name) => _shelves.GetValueOrDefault(_aliases.GetValueOrDefault(name, name));

    public Shelf Find(string name) => Behind(name) ?? throw new RefusedException(404, "index_not_found_exception", $"no such index [{name}]");

    public JsonObject PutSynonyms(string set)
    {
        _synonyms.Add(set);
        return Done();
    }

    public JsonObject PutTemplate(string name, JsonElement template)
    {
        _templates[name] = template;
        return Done();
    }

    public JsonObject Create(string name)
    {
        if (_shelves.ContainsKey(name))
        {
            throw new RefusedException(400, "resource_already_exists_exception", $"index [{name}] already exists");
        }

        var template = _templates.Values.Where(one => one.GetProperty("index_patterns").EnumerateArray().Any(pattern => name.StartsWith(pattern.GetString()!.TrimEnd('*'), StringComparison.Ordinal)))
            .Select(one => one.GetProperty("template")).FirstOrDefault();
        if (template.ValueKind == JsonValueKind.Undefined)
        {
            throw new UnknownException($"an index without a template, '{name}'");
        }

        var sets = template.GetProperty("settings").GetProperty("analysis").GetProperty("filter").EnumerateObject().Where(filter => filter.Value.TryGetProperty("synonyms_set", out _));
        if (sets.Any(filter => !_synonyms.Contains(filter.Value.GetProperty("synonyms_set").GetString()!)))
        {
            throw new RefusedException(400, "illegal_argument_exception", "a synonym set is missing: the index would be left inoperable");
        }

        _shelves[name] = new Shelf(name, template.GetProperty("mappings"));
        return Done();
    }

    public JsonObject Describe(string name) => new() { [Find(name).Name] = new JsonObject { ["aliases"] = new JsonObject() } };

    public JsonObject Delete(string name)
    {
        if (!_shelves.Remove(name))
        {
            throw new RefusedException(404, "index_not_found_exception", $"no such index [{name}]");
        }

        foreach (var alias in _aliases.Where(alias => alias.Value == name).Select(alias => alias.Key).ToList())
        {
            _aliases.Remove(alias);
        }

        return Done();
    }

    public JsonObject Point(JsonElement body)
    {
        foreach (var action in body.GetProperty("actions").EnumerateArray().Select(action => action.EnumerateObject().Single()))
        {
            var (index, alias) = (action.Value.GetProperty("index").GetString()!, action.Value.GetProperty("alias").GetString()!);
            Find(index);
            if (action.Name == "add" ? _aliases.TryGetValue(alias, out var other) && other != index : _aliases.GetValueOrDefault(alias) != index)
            {
                throw new UnknownException($"an alias of two indices, or of none, '{alias}'");
            }

            _ = action.Name == "add" ? _aliases[alias] = index : _aliases.Remove(alias) ? alias : alias;
        }

        return Done();
    }

    public JsonObject Open(string name)
    {
        var shelf = Find(name);
        var id = $"point-{++_opened}";
        _points[id] = (shelf, shelf.Seen);
        return new JsonObject { ["id"] = id };
    }

    public JsonObject Close(JsonElement body) => new() { ["succeeded"] = _points.Remove(body.GetProperty("id").GetString()!), ["num_freed"] = 1 };

    public JsonObject Search(JsonElement body)
    {
        var id = body.GetProperty("pit").GetProperty("id").GetString()!;
        if (!_points.TryGetValue(id, out var point))
        {
            throw new RefusedException(404, "search_context_missing_exception", $"No search context found for id [{id}]");
        }

        var answer = Searcher.Of(body, point.Seen, point.Shelf.Name);
        answer["pit_id"] = id;
        return answer;
    }

    public JsonObject Written(string name, Asked asked)
    {
        if (asked.Parameter("require_alias") == "true" && !_aliases.ContainsKey(name))
        {
            throw new RefusedException(404, "index_not_found_exception", $"no such index [{name}] and [require_alias] request flag is [true] and [{name}] is not an alias");
        }

        return Find(name).Written(asked);
    }

    private static JsonObject Done() => new() { ["acknowledged"] = true };
}
