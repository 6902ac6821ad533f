using VideoIndex.Search;

namespace VideoIndex.Metadata;

/// <summary>What fields may be called.</summary>
public static class FieldNames
{
    /// <summary>The most characters of a name.</summary>
    public const int Longest = 32;

    // What the language of questions says before a colon beside its fields, what stands in it as a word, and what a table of values calls its own columns.
    private static readonly HashSet<string> Taken =
    [
        "recorded", "created", "added", "date", "duration", "length", "rate", "fps", "height", "lines", "state", "collection", "collections", "field",
        "confidence", "sure", "by", "status", "language", "lang", "speaker", "voice", "count", "for", "area", "zone", "within", "then", "during", "before", "after",
        "with", "first", "last", "and", "or", "not", "of", "any", "id", "track", "sort", "order", "human", "model", "http", "https", "like",
    ];

    /// <summary>Returns whether the language of questions has a name already.</summary>
    public static bool IsTaken(string name) => Taken.Contains(name) || QueryField.IsKnown(name) || QueryField.IsName(name);

    /// <summary>Returns a name as it is kept: in lower case.</summary>
    /// <exception cref="FactException"><c>bad-field-name</c>: it cannot be one, or is taken.</exception>
    public static string Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var name = typed.Trim().ToLowerInvariant();
        if (name.Length is 0 or > Longest || !char.IsAsciiLetterLower(name[0]) || name.Any(letter => !(char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')))
        {
            throw new FactException("bad-field-name", $"'{typed}' cannot be the name of a field: a letter from a to z, then letters, digits and dashes, {Longest} at most.");
        }

        return IsTaken(name) ? throw new FactException("bad-field-name", $"'{name}:' means something else in a question: call the field otherwise.") : name;
    }
}
