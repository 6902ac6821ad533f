using System.Collections.Frozen;
using VideoIndex.Metadata;

namespace VideoIndex.Vocabularies;

/// <summary>The words a library is spoken of in: concepts with their labels in several languages, what is a kind of what, and labels that say nothing.</summary>
/// <remarks>It never changes; a change makes another. Two that say the same are equal.</remarks>
public sealed class Vocabulary : IEquatable<Vocabulary>
{
    private readonly FrozenDictionary<string, Concept> _concepts;
    private readonly ILookup<string, string> _narrower;
    private readonly FrozenDictionary<string, Concept> _shown;

    private Vocabulary(IReadOnlyList<VocabularyStatement> statements)
    {
        Statements = statements;
        Concepts = [.. statements.Where(one => one.Kind != StatementKind.Noise).GroupBy(one => one.Concept, ConceptOf)];
        _concepts = Concepts.ToFrozenDictionary(concept => concept.Id);
        VocabularyRules.Check(_concepts);
        Noise = statements.Where(one => one.Kind == StatementKind.Noise).Select(one => FieldText.Folded(one.Text)).ToFrozenSet();
        _narrower = Concepts.SelectMany(concept => concept.Broader.Select(parent => (parent, concept.Id))).ToLookup(pair => pair.parent, pair => pair.Id);
        _shown = ByLabel(Concepts);
        Labels = new LabelLookup(Concepts);
    }

    /// <summary>Gets the vocabulary that says nothing: every library's first.</summary>
    public static Vocabulary Empty { get; } = new([]);

    /// <summary>Gets all that it says, by concept, kind, language and text.</summary>
    public IReadOnlyList<VocabularyStatement> Statements { get; }

    /// <summary>Gets the concepts, by id.</summary>
    public IReadOnlyList<Concept> Concepts { get; }

    /// <summary>Gets the labels that say nothing, folded; for <see cref="Search.Answers.SearchRequest.Noise"/>.</summary>
    public IReadOnlySet<string> Noise { get; }

    /// <summary>Gets which concepts words name.</summary>
    internal LabelLookup Labels { get; }

    /// <summary>Returns the vocabulary that says this.</summary>
    /// <exception cref="VocabularyException">A statement cannot be read, there are too many, or they contradict each other.</exception>
    public static Vocabulary Of(IEnumerable<VocabularyStatement> statements)
    {
        var read = statements.Take(VocabularyRules.MostStatements + 1).Select(VocabularyRules.Read).Distinct().ToList();
        return read.Count > VocabularyRules.MostStatements
            ? throw new VocabularyException("too-many-statements", $"A vocabulary has at most {VocabularyRules.MostStatements} statements.")
            : new Vocabulary([.. read.OrderBy(one => one.Concept, StringComparer.Ordinal).ThenBy(one => Rank(one.Kind)).ThenBy(one => one.Language, StringComparer.Ordinal).ThenBy(one => one.Text, StringComparer.Ordinal)]);
    }

    /// <summary>Returns a concept by its id, or by a label of it in any case; null for none.</summary>
    public Concept? Find(string idOrLabel)
    {
        ArgumentNullException.ThrowIfNull(idOrLabel);
        return _concepts.GetValueOrDefault(idOrLabel.Trim()) ?? _shown.GetValueOrDefault(FieldText.Folded(idOrLabel));
    }

    /// <summary>Returns a concept and all that are kinds of it, however far down: those nearer first, then by id; none twice.</summary>
    public IEnumerable<Concept> WithNarrower(Concept concept)
    {
        ArgumentNullException.ThrowIfNull(concept);
        var (reached, next) = (new HashSet<string> { concept.Id }, new Queue<Concept>([concept]));
        while (next.TryDequeue(out var one))
        {
            yield return one;
            foreach (var narrower in _narrower[one.Id].Where(reached.Add))
            {
                next.Enqueue(_concepts[narrower]);
            }
        }
    }

    /// <summary>Returns what a label that was found is shown as: the preferred label of the concept it names, in a language; itself where it names none.</summary>
    /// <param name="label">A label a detector, an import or a person gave.</param>
    /// <param name="language">The reader's language, as ISO 639-1 or BCP 47.</param>
    /// <remarks>A label of several concepts, in different languages, is the one's it is mapped to, then the one's it is preferred for.</remarks>
    public string Shown(string label, string language) => _shown.GetValueOrDefault(FieldText.Folded(label))?.NameIn(language) ?? label;

    /// <inheritdoc/>
    public bool Equals(Vocabulary? other) => other is not null && Statements.SequenceEqual(other.Statements);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Vocabulary);

    /// <inheritdoc/>
    public override int GetHashCode() => Statements.Aggregate(0, HashCode.Combine);

    private static Concept ConceptOf(string id, IEnumerable<VocabularyStatement> statements)
    {
        var all = statements.ToList();
        return new Concept(
            id,
            [.. all.Where(one => StatementKind.IsLabel(one.Kind)).Select(one => new ConceptLabel(one.Kind, one.Language, one.Text))],
            [.. all.Where(one => one.Kind == StatementKind.Broader).Select(one => one.Text)],
            [.. all.Where(one => one.Kind == StatementKind.Note).Select(one => new ConceptNote(one.Language, one.Text))]);
    }

    private static FrozenDictionary<string, Concept> ByLabel(IReadOnlyList<Concept> concepts)
    {
        var shown = new Dictionary<string, Concept>();
        foreach (var kind in (string[])[StatementKind.Mapped, StatementKind.Preferred, StatementKind.Alternative])
        {
            foreach (var concept in concepts)
            {
                foreach (var label in concept.Labels.Where(label => label.Kind == kind))
                {
                    shown.TryAdd(FieldText.Folded(label.Text), concept);
                }
            }
        }

        return shown.ToFrozenDictionary();
    }

    private static int Rank(string kind) => StatementKind.All.TakeWhile(one => one != kind).Count();
}
