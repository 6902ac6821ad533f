using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using VideoIndex.Brands;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Brands;

namespace VideoIndex.Cli.Commands.Brands;

/// <summary>Lists the brands.</summary>
internal sealed class BrandListCommand : LibraryCommand
{
    private readonly Option<string?> _group = new("--group") { Description = "Only the brands in this group.", HelpName = "GROUP" };
    private readonly Option<bool> _retired = new("--retired") { Description = "Those that are retired, too." };

    public BrandListCommand()
        : base("list", "List the brands by name.")
    {
        Options.Add(_group);
        Options.Add(_retired);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var (group, retired) = (invocation.Get(_group), invocation.Get(_retired));
        if (group is not null && (await library.Brands.ListGroupsAsync(cancellationToken).ConfigureAwait(false)).All(one => BrandName.Fold(one.Name) != BrandName.Fold(group)))
        {
            throw new CommandException(ExitCodes.NotFound, "no-such-group", $"There is no group '{group}'.");
        }

        var brands = (await library.Brands.ListAsync(cancellationToken).ConfigureAwait(false))
            .Where(brand => (retired || !brand.IsRetired) && (group is null || BrandRules.IsIn(brand, group)))
            .ToList();
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new BrandListShape([.. brands.Select(brand => BrandShape.Of(brand, library.Folder.PathOf))]), Shapes.Default.BrandListShape);
        }
        else
        {
            Print(brands, invocation.Terminal);
        }

        return ExitCodes.Ok;
    }

    private static void Print(List<Brand> brands, Terminal terminal)
    {
        if (brands is [])
        {
            terminal.Say("There are no such brands. Add one with: videoindex brand add NAME FILE");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("Brand", "Name", "Logos", "Examples", "Groups", "State");
        foreach (var brand in brands)
        {
            string[] row =
            [
                brand.Id.Number.ToString(CultureInfo.InvariantCulture),
                brand.Name,
                brand.Logos.Count.ToString(CultureInfo.InvariantCulture),
                brand.Logos.Sum(logo => logo.Examples.Count).ToString(CultureInfo.InvariantCulture),
                string.Join(", ", brand.Groups),
                brand.IsRetired ? "retired" : "",
            ];
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        terminal.Say(PlainText.Of(table));
        terminal.Say($"{Counts.Of(brands.Count, "brand")}.");
    }
}
