using System.Text.Json.Nodes;
using VideoIndex.Metadata;

namespace VideoIndex.Elasticsearch.Indices;

/// <summary>Writes lists of words that say the same as Elasticsearch takes them.</summary>
internal static class SynonymSets
{
    /// <summary>The most rules one set may have.</summary>
    public const int MostRules = 100_000;

    /// <summary>Returns the body that puts a set in place. Signs that mean something in a rule are gone with the folding; lists of one word say nothing. No set is empty: whether a cluster takes one that is was never tried.</summary>
    public static JsonObject Of(IReadOnlyList<IReadOnlyList<string>> synonyms)
    {
        var rules = synonyms
            .Select(list => list.Select(FieldText.Folded).Where(words => words != "").Distinct().ToList())
            .Where(list => list.Count > 1)
            .Take(MostRules)
            .Select((list, at) => Rule(FormattableString.Invariant($"list-{at + 1}"), list))
            .ToList();
        return new JsonObject { ["synonyms_set"] = new JsonArray([.. rules is [] ? [Rule("none", ["videoindex", "video index"])] : rules]) };
    }

    private static JsonObject Rule(string id, List<string> words) => new() { ["id"] = id, ["synonyms"] = string.Join(", ", words) };
}
