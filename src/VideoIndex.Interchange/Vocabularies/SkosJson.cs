using System.Text.Json;
using VideoIndex.Vocabularies;

namespace VideoIndex.Interchange.Vocabularies;

/// <summary>Reads SKOS (W3C Simple Knowledge Organization System) as JSON-LD, as tools write it out: nodes with <c>prefLabel</c>, <c>altLabel</c>, <c>hiddenLabel</c>, <c>broader</c>, <c>narrower</c> and notes.</summary>
/// <remarks>
/// Names count by what stands behind the last of <c># / :</c>, so <c>skos:prefLabel</c> and the whole IRI are the same; contexts are not fetched. A hidden label is a mapped
/// one. A label without a language is taken for one in the language of the context, else in an unknown one (<c>und</c>). What is above or below a concept and not in the file is passed over.
/// </remarks>
internal static class SkosJson
{
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["prefLabel"] = StatementKind.Preferred,
        ["altLabel"] = StatementKind.Alternative,
        ["hiddenLabel"] = StatementKind.Mapped,
        ["note"] = StatementKind.Note,
        ["scopeNote"] = StatementKind.Note,
        ["definition"] = StatementKind.Note,
    };

    /// <summary>Reads a document.</summary>
    /// <exception cref="VocabularyException"><c>bad-vocabulary-file</c>: it has no concepts.</exception>
    public static IReadOnlyList<VocabularyStatement> Read(JsonElement root)
    {
        var usual = Usual(root);
        var nodes = Nodes(root).Where(node => IdOf(node) is not null && Members(node).Any(member => member.Name == "prefLabel")).ToList();
        if (nodes.Count == 0)
        {
            throw VocabularyFile.Bad("it is JSON, and neither a vocabulary of VideoIndex nor SKOS with concepts that have labels.");
        }

        var known = nodes.Select(node => IdOf(node)!).ToHashSet();
        return [.. nodes.SelectMany(node => Labels(node, usual).Concat(Parents(node, known)))];
    }

    private static string Usual(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("@context", out var context)
        && (context.ValueKind == JsonValueKind.Array ? context.EnumerateArray().LastOrDefault(one => one.ValueKind == JsonValueKind.Object) : context) is { ValueKind: JsonValueKind.Object } one
        && one.TryGetProperty("@language", out var language) && language.ValueKind == JsonValueKind.String
            ? language.GetString()!
            : "und";

    private static IEnumerable<JsonElement> Nodes(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => root.EnumerateArray(),
        JsonValueKind.Object when root.TryGetProperty("@graph", out var graph) => All(graph),
        _ => [root],
    };

    private static IEnumerable<VocabularyStatement> Labels(JsonElement node, string usual) =>
        from member in Members(node)
        where Kinds.ContainsKey(member.Name)
        let kind = Kinds[member.Name]
        from value in All(member.Value)
        from label in Texts(value, usual)
        select new VocabularyStatement(IdOf(node)!, kind, StatementKind.HasLanguage(kind) ? label.Language : "", label.Text);

    private static IEnumerable<VocabularyStatement> Parents(JsonElement node, HashSet<string> known) =>
        from member in Members(node)
        where member.Name is "broader" or "narrower"
        from value in All(member.Value)
        let other = value.ValueKind == JsonValueKind.String ? value.GetString() : IdOf(value)
        where other is not null && known.Contains(other)
        select member.Name == "broader" ? new VocabularyStatement(IdOf(node)!, StatementKind.Broader, "", other) : new VocabularyStatement(other, StatementKind.Broader, "", IdOf(node)!);

    // A text; a text with its language; texts by language.
    private static IEnumerable<(string Language, string Text)> Texts(JsonElement value, string usual) => value.ValueKind switch
    {
        JsonValueKind.String => [(usual, value.GetString()!)],
        JsonValueKind.Object when value.TryGetProperty("@value", out var text) => text.ValueKind == JsonValueKind.String
            ? [(value.TryGetProperty("@language", out var language) && language.ValueKind == JsonValueKind.String ? language.GetString()! : usual, text.GetString()!)]
            : [],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(language => All(language.Value).Where(one => one.ValueKind == JsonValueKind.String).Select(one => (language.Name, one.GetString()!))),
        _ => [],
    };

    private static JsonElement[] All(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object ? node.EnumerateObject().Select(member => (member.Name[(member.Name.LastIndexOfAny(['#', '/', ':']) + 1)..], member.Value)) : [];

    private static string? IdOf(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object && (node.TryGetProperty("@id", out var id) || node.TryGetProperty("id", out id)) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
}
