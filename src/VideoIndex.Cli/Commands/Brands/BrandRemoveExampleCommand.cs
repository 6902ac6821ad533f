using System.CommandLine;
using VideoIndex.Brands;

namespace VideoIndex.Cli.Commands.Brands;

/// <summary>Takes pictures away from a brand.</summary>
internal sealed class BrandRemoveExampleCommand : LibraryCommand
{
    private readonly Argument<string> _brand = BrandCommand.Known();
    private readonly Argument<long[]> _examples = Work.Amounts.Whole(
        new Argument<long[]>("EXAMPLE") { Description = "The pictures' numbers, as brand show tells them.", Arity = ArgumentArity.OneOrMore });

    private readonly Option<string?> _by = BrandCommand.By();

    public BrandRemoveExampleCommand()
        : base("remove-example", "Look for a brand by some of its pictures no longer; its past and their bytes are kept.")
    {
        Arguments.Add(_brand);
        Arguments.Add(_examples);
        Options.Add(_by);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var brand = await BrandCommand.ResolveAsync(library, invocation.Get(_brand), cancellationToken).ConfigureAwait(false);
        var changes = invocation.Get(_examples).Distinct().Select(number => new BrandChange.RemoveExample(new ExampleId(number))).ToList<BrandChange>();
        await BrandEditCommand.ChangeAsync(library, brand, changes, invocation.Get(_by), invocation.Terminal, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Ok;
    }
}
