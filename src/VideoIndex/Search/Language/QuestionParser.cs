using VideoIndex.Metadata;
using VideoIndex.Search.Language.Reading;

namespace VideoIndex.Search.Language;

/// <summary>Reads what people type. The grammar is in docs/query-language.md.</summary>
public static class QuestionParser
{
    /// <summary>The longest question, in UTF-16 units.</summary>
    public const int MaxLength = 1000;

    /// <summary>The most words, phrases and values in a question.</summary>
    public const int MaxTerms = 32;

    /// <summary>The most parentheses inside each other.</summary>
    public const int MaxDepth = 16;

    /// <summary>Reads a question. Words that are only punctuation are passed over.</summary>
    /// <exception cref="QueryException">It cannot be understood; the exception points at the character.</exception>
    public static Question Parse(string text, QuestionContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        return text.Length > MaxLength
            ? throw new QueryException("query-too-long", MaxLength, $"A search takes at most {MaxLength} characters.")
            : new Question(text, new ClauseReader(new QuestionScanner(text), context).Read());
    }
}

/// <summary>What a question may name beside what every library knows.</summary>
/// <param name="Fields">The fields people defined.</param>
/// <param name="Languages">The languages whose endings plain words may have, as ISO 639-1: those spoken in the library, and English.</param>
public sealed record QuestionContext(IReadOnlyList<FieldDefinition> Fields, IReadOnlyList<string> Languages)
{
    /// <summary>Gets the context of a library without fields of its own, in English.</summary>
    public static QuestionContext Plain { get; } = new([], ["en"]);
}
