using System.CommandLine;
using VideoIndex.Cli.Commands.Brands;
using VideoIndex.Vocabularies;

namespace VideoIndex.Cli.Commands.Vocabularies;

/// <summary>Adds a concept, or labels to one.</summary>
internal sealed class VocabularyAddCommand : LibraryCommand
{
    private readonly Argument<string> _concept = new("CONCEPT") { Description = "A concept that is there, by its id or a label; or what a new one is called." };
    private readonly Argument<string[]> _labels = new("LABEL") { Description = "What says the same.", Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] };
    private readonly Option<string> _language = VocabularyCommand.Language();
    private readonly Option<string?> _preferred = new("--preferred") { Description = "What it is shown as in that language from now on.", HelpName = "LABEL" };
    private readonly Option<string[]> _under = new("--under") { Description = "A concept it is a kind of; may be given more than once.", HelpName = "CONCEPT", DefaultValueFactory = _ => [] };
    private readonly Option<string?> _note = new("--note") { Description = "What it means, for people.", HelpName = "TEXT" };
    private readonly Option<string?> _by = BrandCommand.By();

    public VocabularyAddCommand()
        : base("add", "Add a concept with labels that say the same; to one that is there, add the labels.")
    {
        Arguments.Add(_concept);
        Arguments.Add(_labels);
        Options.Add(_language);
        Options.Add(_preferred);
        Options.Add(_under);
        Options.Add(_note);
        Options.Add(_by);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Create();
        var vocabulary = await library.Vocabulary.ReadAsync(cancellationToken).ConfigureAwait(false);
        var typed = invocation.Get(_concept);
        var (known, language) = (vocabulary.Find(typed), invocation.Get(_language)!);
        var id = known?.Id ?? VocabularyCommand.IdOf(typed);
        var preferred = invocation.Get(_preferred) ?? (known is null ? typed : null);
        VocabularyStatement[] says =
        [
            .. preferred is null ? (VocabularyStatement[])[] : [new(id, StatementKind.Preferred, language, preferred)],
            .. invocation.Get(_labels).Select(label => new VocabularyStatement(id, StatementKind.Alternative, language, label)),
            .. invocation.Get(_under)!.Select(parent => new VocabularyStatement(id, StatementKind.Broader, "", VocabularyCommand.Resolve(vocabulary, parent).Id)),
            .. invocation.Get(_note) is { } note ? (VocabularyStatement[])[new(id, StatementKind.Note, language, note)] : [],
        ];
        var change = new VocabularyChange(one => preferred is not null && one.Concept == id && one.Kind == StatementKind.Preferred && one.Language.Equals(language, StringComparison.OrdinalIgnoreCase), says);
        return await VocabularyCommand.ChangeAsync(invocation, library, change, invocation.Get(_by), cancellationToken).ConfigureAwait(false);
    }
}
