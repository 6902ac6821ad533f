using System.Text.Json;
using System.Text.RegularExpressions;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Catalogue;

/// <summary>An object of a card, read strictly: what is missing, unknown or out of bounds is named in the sentence of a refusal.</summary>
/// <param name="element">The JSON.</param>
/// <param name="where">What to call it in a sentence.</param>
internal sealed class CardNode(JsonElement element, string where)
{
    private const int LongestText = 10_000;

    /// <summary>Gets what to call it in a sentence.</summary>
    public string Where { get; } = where;

    /// <summary>Returns whether a field is there.</summary>
    public bool Has(string field) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out _);

    /// <summary>Refuses what is no object, and fields nobody reads: a misspelt one would be passed over.</summary>
    /// <exception cref="ModelException">It is none, or has one.</exception>
    public void AllowOnly(params ReadOnlySpan<string> fields)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new ModelException("bad-card", $"{Where} is no object of JSON.");
        }

        foreach (var field in element.EnumerateObject())
        {
            if (!fields.Contains(field.Name))
            {
                throw new ModelException("bad-card", $"{Where} has a field '{field.Name}' that no card has.");
            }
        }
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="ModelException">There is none of that form.</exception>
    public string Text(string field, Regex? form = null)
    {
        var text = Of(field, JsonValueKind.String).GetString()!;
        return text.Length <= LongestText && form?.IsMatch(text) != false ? text : throw Wrong(field);
    }

    /// <summary>Reads a whole number; null where the field is absent.</summary>
    /// <exception cref="ModelException">It is none, or out of bounds.</exception>
    public long? Whole(string field, long least, long most) =>
        !Has(field) ? null
        : Of(field, JsonValueKind.Number).TryGetInt64(out var value) && value >= least && value <= most ? value
        : throw Wrong(field);

    /// <summary>Reads a number.</summary>
    /// <exception cref="ModelException">It is none, or out of bounds.</exception>
    public decimal Number(string field, decimal least, decimal most) =>
        Of(field, JsonValueKind.Number).TryGetDecimal(out var value) && value >= least && value <= most ? value : throw Wrong(field);

    /// <summary>Reads a list of numbers.</summary>
    /// <exception cref="ModelException">It is none, of another length, or one is out of bounds.</exception>
    public IReadOnlyList<decimal> Numbers(string field, int count, decimal least, decimal most) =>
        [.. Elements(field, count, count).Select(one =>
            one.ValueKind == JsonValueKind.Number && one.TryGetDecimal(out var value) && value >= least && value <= most ? value : throw Wrong(field))];

    /// <summary>Reads a list of whole numbers.</summary>
    /// <exception cref="ModelException">It is none, too long, or one is out of bounds.</exception>
    public IReadOnlyList<int> Wholes(string field, int most, int least, int greatest) =>
        [.. Elements(field, 0, most).Select(one =>
            one.ValueKind == JsonValueKind.Number && one.TryGetInt32(out var value) && value >= least && value <= greatest ? value : throw Wrong(field))];

    /// <summary>Reads a list of texts.</summary>
    /// <exception cref="ModelException">It is none, or too long.</exception>
    public IReadOnlyList<string> Texts(string field, int most) =>
        [.. Elements(field, 0, most).Select(one => one.ValueKind == JsonValueKind.String && one.GetString() is { Length: <= 200 } text ? text : throw Wrong(field))];

    /// <summary>Reads a list of objects.</summary>
    /// <exception cref="ModelException">It is none, or too long.</exception>
    public IReadOnlyList<T> List<T>(string field, int most, Func<CardNode, T> read) =>
        [.. Elements(field, 0, most).Select(one => read(new CardNode(one, $"{Where}, in '{field}',")))];

    /// <summary>Returns an object within.</summary>
    /// <exception cref="ModelException">There is none.</exception>
    public CardNode Inner(string field) => new(Of(field, JsonValueKind.Object), $"{Where}, in '{field}',");

    /// <summary>Says that a field is wrong.</summary>
    public ModelException Wrong(string field) => Has(field)
        ? new("bad-card", $"{Where} has a '{field}' that is out of bounds or of another form than docs/models.md says.")
        : new("bad-card", $"{Where} has no '{field}'.");

    private List<JsonElement> Elements(string field, int least, int most)
    {
        var list = Of(field, JsonValueKind.Array);
        var length = list.GetArrayLength();
        return length >= least && length <= most ? [.. list.EnumerateArray()] : throw Wrong(field);
    }

    private JsonElement Of(string field, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out var value) && value.ValueKind == kind ? value : throw Wrong(field);
}
