using System.CommandLine;
using VideoIndex.Cli.Commands.Brands;
using VideoIndex.Vocabularies;

namespace VideoIndex.Cli.Commands.Vocabularies;

/// <summary>Maps labels that detectors and imports give to a concept.</summary>
internal sealed class VocabularyMapCommand : LibraryCommand
{
    private readonly Argument<string[]> _labels = new("LABEL") { Description = "Labels as a detector or an import gives them: automobile, motor_17.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _to = new("--to") { Description = "The concept they are shown as and found by: its id or a label.", HelpName = "CONCEPT", Required = true };
    private readonly Option<string?> _by = BrandCommand.By();

    public VocabularyMapCommand()
        : base("map", "Show and find labels that detectors and imports give as a concept.")
    {
        Arguments.Add(_labels);
        Options.Add(_to);
        Options.Add(_by);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var vocabulary = await library.Vocabulary.ReadAsync(cancellationToken).ConfigureAwait(false);
        var concept = VocabularyCommand.Resolve(vocabulary, invocation.Get(_to)!);
        var change = VocabularyChange.Add([.. invocation.Get(_labels).Select(label => new VocabularyStatement(concept.Id, StatementKind.Mapped, "", label))]);
        return await VocabularyCommand.ChangeAsync(invocation, library, change, invocation.Get(_by), cancellationToken).ConfigureAwait(false);
    }
}
