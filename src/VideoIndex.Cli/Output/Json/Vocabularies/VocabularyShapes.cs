using VideoIndex.Brands;
using VideoIndex.Vocabularies;

namespace VideoIndex.Cli.Output.Json.Vocabularies;

internal sealed record VocabularyShape(IReadOnlyList<ConceptShape> Concepts, IReadOnlyList<string> Noise)
{
    public static VocabularyShape Of(Vocabulary vocabulary, IEnumerable<Concept> concepts) => new(
        [.. concepts.Select(concept => ConceptShape.Of(concept, vocabulary))],
        [.. vocabulary.Statements.Where(one => one.Kind == StatementKind.Noise).Select(one => one.Text)]);
}

internal sealed record ConceptShape(string Id, IReadOnlyList<LabelShape> Labels, IReadOnlyList<string> Broader, IReadOnlyList<string> Narrower, IReadOnlyList<NoteShape> Notes)
{
    public static ConceptShape Of(Concept concept, Vocabulary vocabulary) => new(
        concept.Id,
        [.. concept.Labels.Select(label => new LabelShape(label.Kind, label.Language == "" ? null : label.Language, label.Text))],
        concept.Broader,
        [.. vocabulary.WithNarrower(concept).Skip(1).Where(one => one.Broader.Contains(concept.Id)).Select(one => one.Id)],
        [.. concept.Notes.Select(note => new NoteShape(note.Language, note.Text))]);
}

internal sealed record LabelShape(string Kind, string? Language, string Text);

internal sealed record NoteShape(string Language, string Text);

internal sealed record VocabularyChangedShape(int NewStatements, int RemovedStatements, int Concepts)
{
    public static VocabularyChangedShape Of(VocabularyChanged changed) => new(changed.Added, changed.Taken, changed.Vocabulary.Concepts.Count);
}

internal sealed record VocabularyWrittenShape(string Path, int Concepts);

internal sealed record VocabularyHistoryShape(IReadOnlyList<VocabularyPastShape> Changes)
{
    public static VocabularyHistoryShape Of(IEnumerable<PastChange> changes) =>
        new([.. changes.Select(change => new VocabularyPastShape(change.Made.At.ToString("O", null), change.Made.By, change.What, change.Detail))]);
}

internal sealed record VocabularyPastShape(string When, string By, string Change, string Detail);

internal sealed record MissesShape(IReadOnlyList<MissShape> Searches)
{
    public static MissesShape Of(IEnumerable<MissedSearch> missed, NearWords near) => new(
    [
        .. missed.Select(one => new MissShape(
            one.Question,
            one.Times,
            one.First.ToString("O", null),
            one.Last.ToString("O", null),
            [.. one.Words.Select(word => new MissedWordShape(word, near.Knows(word), [.. near.Of(word).Select(found => new SuggestionShape(found.Text, found.Concept, found.Edits, found.Uses))]))])),
    ]);
}

internal sealed record MissShape(string Question, long Times, string FirstAsked, string LastAsked, IReadOnlyList<MissedWordShape> Words);

internal sealed record MissedWordShape(string Word, bool Indexed, IReadOnlyList<SuggestionShape> Suggestions);

internal sealed record SuggestionShape(string Text, string? Concept, int Edits, long Uses);

internal sealed record MissesForgottenShape(int Forgotten);
