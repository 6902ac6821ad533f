using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Brands;

namespace VideoIndex.Cli.Commands.Brands;

/// <summary>Shows a brand, its logos, their pictures and what was done to it.</summary>
internal sealed class BrandShowCommand : LibraryCommand
{
    private readonly Argument<string> _name = BrandCommand.Known();

    public BrandShowCommand()
        : base("show", "Show a brand, its logos and their pictures, and every change to it.") => Arguments.Add(_name);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var brand = await BrandCommand.ResolveAsync(library, invocation.Get(_name), cancellationToken).ConfigureAwait(false);
        var history = await library.Brands.ReadHistoryAsync(brand.Id, cancellationToken).ConfigureAwait(false);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(BrandPageShape.Of(brand, history, library.Folder.PathOf), Shapes.Default.BrandPageShape);
        }
        else
        {
            BrandPage.Print(brand, history, invocation.Terminal, library.Folder.PathOf);
        }

        return ExitCodes.Ok;
    }
}
