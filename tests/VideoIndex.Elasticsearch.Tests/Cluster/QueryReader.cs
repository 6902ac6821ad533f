using System.Globalization;
using System.Text.Json;
using VideoIndex.Search.Language;
using VideoIndex.Search.Stemming;

namespace VideoIndex.Elasticsearch.Tests.Cluster;

/// <summary>
/// Makes of queries what decides for one document. It understands <c>bool</c> (filter, must, should, must_not, minimum_should_match 1, _name), <c>term</c>, <c>terms</c>, <c>match</c> of all
/// words, <c>match_phrase</c>, <c>prefix</c>, <c>fuzzy</c>, <c>range</c> of numbers, <c>exists</c>, <c>match_all</c> and <c>match_none</c>, each in its long form. The sub-fields of languages have our
/// own stems here, not Elastic's.
/// </summary>
internal sealed class QueryReader
{
    private static readonly string[] Words = ["words", "stems", "folder_words", "folder_stems"];

    private readonly List<(string Name, Func<Document, bool> Test)> _named = [];

    /// <summary>Gets the queries that have a name.</summary>
    public IReadOnlyList<(string Name, Func<Document, bool> Test)> Named => _named;

    /// <summary>Reads a query.</summary>
    public Func<Document, bool> Read(JsonElement query)
    {
        var (kind, body) = Only(query);
        switch (kind)
        {
            case "match_all":
                return _ => true;
            case "match_none":
                return _ => false;
            case "bool":
                return Bool(body);
            case "exists":
                var present = body.GetProperty("field").GetString()!;
                return document => document.Values(present).Count > 0;
            case "terms":
                var (among, values) = Only(body);
                var tests = values.EnumerateArray().Select(value => Term(among, value)).ToList();
                return document => tests.Exists(test => test(document));
            default:
                var (field, asked) = Only(body);
                return OnField(kind, field, asked);
        }
    }

    private static Func<Document, bool> OnField(string kind, string field, JsonElement asked)
    {
        switch (kind)
        {
            case "term":
                Allow(asked, "value");
                return Term(field, asked.GetProperty("value"));
            case "prefix":
                Allow(asked, "value");
                var start = asked.GetProperty("value").GetString()!;
                return AnyToken(field, token => token.StartsWith(start, StringComparison.Ordinal));
            case "fuzzy":
                Allow(asked, "value", "fuzziness", "transpositions", "prefix_length", "max_expansions");
                var near = new WordPattern(asked.GetProperty("value").GetString()!, WordMatch.Fuzzy, asked.GetProperty("fuzziness").GetInt32());
                return AnyToken(field, token => near.Matches(token));
            case "match_phrase":
                Allow(asked, "query");
                return Phrase(field, asked.GetProperty("query").GetString()!.Split(' '));
            case "match":
                Allow(asked, "query", "operator", "boost");
                return Match(field, asked);
            case "range":
                Allow(asked, "gt", "gte", "lt", "lte", "format");
                return Range(field, asked);
            default:
                throw new UnknownException($"the query '{kind}'");
        }
    }

    private Func<Document, bool> Bool(JsonElement body)
    {
        Allow(body, "filter", "must", "should", "must_not", "minimum_should_match", "_name");
        var (all, any, none) = (Clauses(body, "filter").Concat(Clauses(body, "must")).ToList(), Clauses(body, "should").ToList(), Clauses(body, "must_not").ToList());
        if (body.TryGetProperty("minimum_should_match", out var least) && least.GetInt32() != 1)
        {
            throw new UnknownException($"minimum_should_match {least}");
        }

        var needsAny = any.Count > 0 && (least.ValueKind == JsonValueKind.Number || all.Count == 0);
        bool Test(Document document) =>
            all.TrueForAll(test => test(document)) && (!needsAny || any.Exists(test => test(document))) && !none.Exists(test => test(document));
        if (body.TryGetProperty("_name", out var name))
        {
            _named.Add((name.GetString()!, Test));
        }

        return Test;
    }

    private IEnumerable<Func<Document, bool>> Clauses(JsonElement body, string name) => !body.TryGetProperty(name, out var clauses) ? []
        : clauses.ValueKind == JsonValueKind.Array ? clauses.EnumerateArray().Select(Read) : [Read(clauses)];

    private static Func<Document, bool> Term(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { } text => AnyToken(field, token => token == text),
        JsonValueKind.Number when value.GetInt64() is var number => document => document.Values(field).Any(one => one.GetInt64() == number),
        JsonValueKind.True or JsonValueKind.False => document => document.Values(field).Any(one => one.ValueKind == value.ValueKind),
        _ => throw new UnknownException($"the value {value}"),
    };

    // Of a field of words each word, of a keyword the whole.
    private static Func<Document, bool> AnyToken(string field, Func<string, bool> test)
    {
        if (Words.Contains(field))
        {
            return document => document.Tokens(field).Any(text => text.Any(test));
        }

        return field.StartsWith("text", StringComparison.Ordinal)
            ? throw new UnknownException($"terms of '{field}', which only an analyzer knows")
            : document => document.Values(field).Any(value => value.ValueKind == JsonValueKind.String && test(value.GetString()!));
    }

    private static Func<Document, bool> Phrase(string field, string[] words)
    {
        if (!Words.Contains(field))
        {
            throw new UnknownException($"phrases of '{field}'");
        }

        return document => document.Tokens(field).Any(text => Enumerable.Range(0, Math.Max(0, text.Count - words.Length + 1)).Any(at => words.Index().All(word => text[at + word.Index] == word.Item)));
    }

    private static Func<Document, bool> Match(string field, JsonElement asked)
    {
        if (asked.GetProperty("operator").GetString() != "and")
        {
            throw new UnknownException("a match of some words");
        }

        var words = asked.GetProperty("query").GetString()!.Split(' ');
        var languages = field is "words" or "text.std" ? StemLanguages.None : Stemmers.Of([field.Split('.')[1]]);
        var patterns = words.Select(word => new WordMatcher(new WordPattern(word, WordMatch.Stem, 0, languages))).ToList();
        return document => patterns.TrueForAll(pattern => document.Tokens("words").Any(text => text.Any(pattern.Matches)));
    }

    private static Func<Document, bool> Range(string field, JsonElement asked)
    {
        var bounds = asked.EnumerateObject().Where(bound => bound.Name != "format").Select(bound => (bound.Name, Value: bound.Value.ValueKind == JsonValueKind.String ? decimal.Parse(bound.Value.GetString()!, CultureInfo.InvariantCulture) : bound.Value.GetDecimal())).ToList();
        return document => document.Values(field).Any(value => bounds.TrueForAll(bound => bound.Name switch
        {
            "gt" => value.GetDecimal() > bound.Value,
            "gte" => value.GetDecimal() >= bound.Value,
            "lt" => value.GetDecimal() < bound.Value,
            _ => value.GetDecimal() <= bound.Value,
        }));
    }

    private static (string Name, JsonElement Value) Only(JsonElement element)
    {
        var members = element.EnumerateObject().ToList();
        return members is [var only] ? (only.Name, only.Value) : throw new RefusedException(400, "parsing_exception", string.Create(CultureInfo.InvariantCulture, $"a query of {members.Count} kinds"));
    }

    private static void Allow(JsonElement body, params string[] names)
    {
        if (body.EnumerateObject().Select(member => member.Name).Except(names).FirstOrDefault() is { } other)
        {
            throw new UnknownException($"'{other}' in a query");
        }
    }
}
