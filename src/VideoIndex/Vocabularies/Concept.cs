namespace VideoIndex.Vocabularies;

/// <summary>A thing people mean, whatever they call it (SKOS: concept).</summary>
/// <param name="Id">What names it for good: <c>car</c>, an IRI.</param>
/// <param name="Labels">What it is called: the preferred labels, then the alternative ones, then those mapped to it, each by language and text.</param>
/// <param name="Broader">The ids of what it is a kind of.</param>
/// <param name="Notes">What it means, for people.</param>
public sealed record Concept(string Id, IReadOnlyList<ConceptLabel> Labels, IReadOnlyList<string> Broader, IReadOnlyList<ConceptNote> Notes)
{
    /// <summary>Returns what it is called in a language; where it has no name there, in the wider one (<c>pt</c> for <c>pt-br</c>), in English, in its first.</summary>
    public string NameIn(string language) =>
        Preferred(language) ?? Preferred(language.Split('-')[0]) ?? Preferred("en") ?? Labels[0].Text;

    private string? Preferred(string language) =>
        Labels.FirstOrDefault(label => label.Kind == StatementKind.Preferred && label.Language.Equals(language, StringComparison.OrdinalIgnoreCase))?.Text;
}

/// <summary>What a concept is called.</summary>
/// <param name="Kind"><see cref="StatementKind.Preferred"/>, <see cref="StatementKind.Alternative"/> or <see cref="StatementKind.Mapped"/>.</param>
/// <param name="Language">In which language; empty for a mapped one.</param>
/// <param name="Text">The label.</param>
public sealed record ConceptLabel(string Kind, string Language, string Text);

/// <summary>What people say of a concept.</summary>
/// <param name="Language">In which language.</param>
/// <param name="Text">The note.</param>
public sealed record ConceptNote(string Language, string Text);
