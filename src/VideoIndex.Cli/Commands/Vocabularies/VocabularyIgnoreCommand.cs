using System.CommandLine;
using VideoIndex.Cli.Commands.Brands;
using VideoIndex.Metadata;
using VideoIndex.Vocabularies;

namespace VideoIndex.Cli.Commands.Vocabularies;

/// <summary>Passes labels over that say nothing.</summary>
internal sealed class VocabularyIgnoreCommand : LibraryCommand
{
    private readonly Argument<string[]> _labels = new("LABEL") { Description = "Labels that say nothing.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _undo = new("--undo") { Description = "Find things of these labels again." };
    private readonly Option<string?> _by = BrandCommand.By();

    public VocabularyIgnoreCommand()
        : base("ignore", "Pass over things that have a label that says nothing.")
    {
        Arguments.Add(_labels);
        Options.Add(_undo);
        Options.Add(_by);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Create();
        var labels = invocation.Get(_labels);
        var folded = labels.Select(FieldText.Folded).ToHashSet();
        var change = invocation.Get(_undo)
            ? new VocabularyChange(one => one.Kind == StatementKind.Noise && folded.Contains(FieldText.Folded(one.Text)), [])
            : VocabularyChange.Add([.. labels.Select(label => new VocabularyStatement("", StatementKind.Noise, "", label))]);
        return await VocabularyCommand.ChangeAsync(invocation, library, change, invocation.Get(_by), cancellationToken).ConfigureAwait(false);
    }
}
