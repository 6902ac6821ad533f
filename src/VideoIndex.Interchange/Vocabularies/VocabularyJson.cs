using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VideoIndex.Vocabularies;

namespace VideoIndex.Interchange.Vocabularies;

/// <summary>A vocabulary as JSON: an object with <c>concepts</c> and <c>noise</c>, the labels of a concept by kind and language.</summary>
public static class VocabularyJson
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16 };

    /// <summary>Returns a vocabulary as JSON, indented.</summary>
    public static string Write(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("concepts");
            foreach (var concept in vocabulary.Statements.Where(one => one.Kind != StatementKind.Noise).GroupBy(one => one.Concept))
            {
                json.WriteStartObject();
                json.WriteString("id", concept.Key);
                foreach (var kind in concept.GroupBy(one => one.Kind))
                {
                    Write(json, kind.Key, [.. kind]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            Write(json, StatementKind.Noise, [.. vocabulary.Statements.Where(one => one.Kind == StatementKind.Noise)]);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    /// <summary>Reads JSON: this form, or SKOS as JSON-LD.</summary>
    /// <exception cref="VocabularyException"><c>bad-vocabulary-file</c>: it is neither.</exception>
    public static IReadOnlyList<VocabularyStatement> Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("concepts", out _) ? [.. Statements(json.RootElement)] : SkosJson.Read(json.RootElement);
        }
        catch (JsonException broken)
        {
            throw VocabularyFile.Bad($"it is no JSON: line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException) // a text with half a character in it
        {
            throw VocabularyFile.Bad("a text in it is no valid Unicode.");
        }
    }

    private static void Write(Utf8JsonWriter json, string kind, IReadOnlyList<VocabularyStatement> statements)
    {
        if (!StatementKind.HasLanguage(kind))
        {
            WriteTexts(json, kind, statements);
            return;
        }

        json.WriteStartObject(kind);
        foreach (var language in statements.GroupBy(one => one.Language))
        {
            if (kind == StatementKind.Preferred)
            {
                json.WriteString(language.Key, language.Single().Text);
            }
            else
            {
                WriteTexts(json, language.Key, language);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<VocabularyStatement> statements)
    {
        json.WriteStartArray(name);
        foreach (var one in statements)
        {
            json.WriteStringValue(one.Text);
        }

        json.WriteEndArray();
    }

    private static IEnumerable<VocabularyStatement> Statements(JsonElement root)
    {
        foreach (var member in root.EnumerateObject())
        {
            var found = member.Name switch
            {
                "concepts" when member.Value.ValueKind == JsonValueKind.Array => member.Value.EnumerateArray().SelectMany(OfConcept),
                StatementKind.Noise => Texts(member.Value, "noise").Select(label => new VocabularyStatement("", StatementKind.Noise, "", label)),
                _ => throw VocabularyFile.Bad($"'{Short(member.Name)}' is no part of a vocabulary: it has concepts, a list, and noise."),
            };
            foreach (var statement in found)
            {
                yield return statement;
            }
        }
    }

    private static IEnumerable<VocabularyStatement> OfConcept(JsonElement concept)
    {
        if (concept.ValueKind != JsonValueKind.Object || !concept.TryGetProperty("id", out var name) || name.ValueKind != JsonValueKind.String)
        {
            throw VocabularyFile.Bad("a concept has no id.");
        }

        var id = name.GetString()!;
        return concept.EnumerateObject().Where(member => member.Name != "id").SelectMany(member =>
            !StatementKind.All.Contains(member.Name) || member.Name == StatementKind.Noise ? throw VocabularyFile.Bad($"'{Short(member.Name)}' is no part of the concept '{Short(id)}'.")
            : !StatementKind.HasLanguage(member.Name) ? Texts(member.Value, Short(id)).Select(text => new VocabularyStatement(id, member.Name, "", text))
            : member.Value.ValueKind == JsonValueKind.Object ? member.Value.EnumerateObject().SelectMany(language => Texts(language.Value, Short(id)).Select(text => new VocabularyStatement(id, member.Name, language.Name, text)))
            : throw VocabularyFile.Bad($"the {member.Name} labels of '{Short(id)}' are not given by language."));
    }

    private static IEnumerable<string> Texts(JsonElement value, string where) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.String ? one.GetString()! : throw VocabularyFile.Bad($"a label of '{where}' is no text.")),
        _ => throw VocabularyFile.Bad($"a label of '{where}' is no text."),
    };

    private static string Short(string text) => text.Length > 40 ? text[..40] : text;
}
