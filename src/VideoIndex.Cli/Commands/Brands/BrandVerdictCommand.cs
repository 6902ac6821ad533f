using System.CommandLine;
using VideoIndex.Brands;

namespace VideoIndex.Cli.Commands.Brands;

/// <summary>Has a brand looked for no longer, or again.</summary>
internal sealed class BrandVerdictCommand : LibraryCommand
{
    private readonly Argument<string> _brand = BrandCommand.Known();
    private readonly Option<string?> _by = BrandCommand.By();
    private readonly BrandChange _change;

    private BrandVerdictCommand(string name, string description, BrandChange change)
        : base(name, description)
    {
        _change = change;
        Arguments.Add(_brand);
        Options.Add(_by);
    }

    /// <summary>Makes <c>brand retire</c>.</summary>
    public static BrandVerdictCommand Retire() => new("retire", "Look for a brand no longer; all that is known of it is kept.", new BrandChange.Retire());

    /// <summary>Makes <c>brand restore</c>.</summary>
    public static BrandVerdictCommand Restore() => new("restore", "Look for a retired brand again.", new BrandChange.Restore());

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var brand = await BrandCommand.ResolveAsync(library, invocation.Get(_brand), cancellationToken).ConfigureAwait(false);
        await BrandEditCommand.ChangeAsync(library, brand, [_change], invocation.Get(_by), invocation.Terminal, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Ok;
    }
}
