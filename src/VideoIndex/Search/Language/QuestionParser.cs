using VideoIndex.Metadata;

namespace VideoIndex.Search.Language;

/// <summary>Reads what people type.</summary>
public static class QuestionParser
{
    /// <summary>Reads a question.</summary>
    /// <exception cref="QueryException">It cannot be understood; the exception points at the character.</exception>
    public static Question Parse(string text, QuestionContext context) => throw new NotSupportedException();
}

/// <summary>What a question may name beside what every library knows.</summary>
/// <param name="Fields">The fields people defined.</param>
/// <param name="Languages">The languages whose endings plain words may have, as ISO 639-1: those spoken in the library, and English.</param>
public sealed record QuestionContext(IReadOnlyList<FieldDefinition> Fields, IReadOnlyList<string> Languages)
{
    /// <summary>Gets the context of a library without fields of its own, in English.</summary>
    public static QuestionContext Plain { get; } = new([], ["en"]);
}
