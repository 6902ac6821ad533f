using VideoIndex.Metadata;
using VideoIndex.Search.Language.Reading.Values;

namespace VideoIndex.Search.Language.Reading;

/// <summary>The field words or values are asked for in.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Own">Its definition, where people defined it; null for the fields every library has.</param>
internal sealed record AskedField(string Name, FieldDefinition? Own)
{
    /// <summary>Gets whether words are looked for in it; otherwise it chooses videos or evidence by a value.</summary>
    public bool HasWords => Own is null && QueryField.All.Contains(Name);

    /// <summary>Reads the name of a field and its colon, if they stand here.</summary>
    /// <exception cref="QueryException">There is no such field.</exception>
    public static AskedField? Read(QuestionScanner scanner, QuestionContext context)
    {
        var own = context.Fields.FirstOrDefault(field => !QueryField.IsKnown(field.Name) && IsHere(scanner, field.Name));
        var length = own?.Name.Length ?? scanner.FieldAt(scanner.At);
        if (length == 0)
        {
            return null;
        }

        var name = own?.Name ?? QueryField.Spelled(scanner.Text.Substring(scanner.At, length).ToLowerInvariant());
        if (own is null && !QueryField.IsKnown(name))
        {
            throw Unknown(name, scanner.At, context);
        }

        scanner.At += length + 1;
        return new AskedField(name, own);
    }

    private static bool IsHere(QuestionScanner scanner, string name) =>
        string.Compare(scanner.Text, scanner.At, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
        && scanner.At + name.Length is var end && end < scanner.Text.Length && QuestionSigns.IsColon(scanner.Text[end]);

    private static QueryException Unknown(string name, int at, QuestionContext context)
    {
        string[] fields = [.. QueryField.All, .. QueryField.OfVideos, .. QueryField.OfEvidence, .. context.Fields.Select(field => field.Name)];
        var meant = QueryField.Nearest(name, context.Fields.Select(field => field.Name)) is { } nearest ? $" Did you mean {nearest}:?" : "";
        return new QueryException(
            "unknown-field",
            at,
            $"There is no field {TypedText.Shown(name)}:.{meant} The fields are {string.Join(", ", fields.SkipLast(1).Select(field => field + ":"))} and {fields[^1]}:; "
            + "put the words in quotes to search for them as they are.");
    }
}
