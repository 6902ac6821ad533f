namespace VideoIndex.Vocabularies;

/// <summary>One thing a vocabulary says. A vocabulary is a set of these: a row of its table, a line of its file.</summary>
/// <param name="Concept">The id of the concept it is about; empty for <see cref="StatementKind.Noise"/>.</param>
/// <param name="Kind">What it says: one of <see cref="StatementKind.All"/>.</param>
/// <param name="Language">The language of the text as BCP 47, in small letters: <c>en</c>, <c>pt-br</c>; empty where it has none.</param>
/// <param name="Text">The label, the note, or the id of the broader concept.</param>
public sealed record VocabularyStatement(string Concept, string Kind, string Language, string Text)
{
    /// <summary>Returns the statement in words, for a history.</summary>
    public override string ToString() => string.Join(' ', ((string[])[Concept, Kind, Language == "" ? "" : $"({Language})", $"'{Text}'"]).Where(part => part != ""));
}

/// <summary>What a statement says.</summary>
public static class StatementKind
{
    /// <summary>What the concept is called in a language; each has one at most, and one in all at least.</summary>
    public const string Preferred = "preferred";

    /// <summary>What it is called, too.</summary>
    public const string Alternative = "alternative";

    /// <summary>What a detector or another list calls it: a label that is shown as the preferred one. It has no language.</summary>
    public const string Mapped = "mapped";

    /// <summary>The concept it is a kind of, by its id.</summary>
    public const string Broader = "broader";

    /// <summary>What it means, for people.</summary>
    public const string Note = "note";

    /// <summary>A label that says nothing: things that have no other are passed over. It is about no concept.</summary>
    public const string Noise = "noise";

    /// <summary>Gets all kinds, in the order a vocabulary is written down in.</summary>
    public static IReadOnlyList<string> All { get; } = [Preferred, Alternative, Mapped, Broader, Note, Noise];

    /// <summary>Returns whether statements of a kind have a language.</summary>
    public static bool HasLanguage(string kind) => kind is Preferred or Alternative or Note;

    /// <summary>Returns whether statements of a kind are labels of a concept.</summary>
    public static bool IsLabel(string kind) => kind is Preferred or Alternative or Mapped;
}
