using System.CommandLine;
using VideoIndex.Cli.Commands.Brands;
using VideoIndex.Metadata;
using VideoIndex.Vocabularies;

namespace VideoIndex.Cli.Commands.Vocabularies;

/// <summary>Takes a concept, some of its labels or a parent away.</summary>
internal sealed class VocabularyRemoveCommand : LibraryCommand
{
    private readonly Argument<string> _concept = VocabularyCommand.Known();
    private readonly Argument<string[]> _labels = new("LABEL") { Description = "Only these labels of it, in any case and language.", Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] };
    private readonly Option<string?> _from = new("--from-under") { Description = "Only that it is a kind of this concept.", HelpName = "CONCEPT" };
    private readonly Option<string?> _by = BrandCommand.By();

    public VocabularyRemoveCommand()
        : base("remove", "Take a concept out of the vocabulary, or only some of its labels.")
    {
        Arguments.Add(_concept);
        Arguments.Add(_labels);
        Options.Add(_from);
        Options.Add(_by);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var vocabulary = await library.Vocabulary.ReadAsync(cancellationToken).ConfigureAwait(false);
        var concept = VocabularyCommand.Resolve(vocabulary, invocation.Get(_concept));
        var change = Change(vocabulary, concept, invocation.Get(_labels), invocation.Get(_from));
        return await VocabularyCommand.ChangeAsync(invocation, library, change, invocation.Get(_by), cancellationToken).ConfigureAwait(false);
    }

    private static VocabularyChange Change(Vocabulary vocabulary, Concept concept, string[] labels, string? from)
    {
        if (labels is [] && from is null)
        {
            return VocabularyChange.Remove(concept.Id);
        }

        if (labels.FirstOrDefault(label => concept.Labels.All(one => FieldText.Folded(one.Text) != FieldText.Folded(label))) is { } unknown)
        {
            throw new VocabularyException("no-such-label", $"The concept '{concept.Id}' has no label '{unknown}'.");
        }

        var folded = labels.Select(FieldText.Folded).ToHashSet();
        var parent = from is null ? null : VocabularyCommand.Resolve(vocabulary, from).Id;
        return new VocabularyChange(
            one => one.Concept == concept.Id && (StatementKind.IsLabel(one.Kind) && folded.Contains(FieldText.Folded(one.Text)) || one.Kind == StatementKind.Broader && one.Text == parent), []);
    }
}
