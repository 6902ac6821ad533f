using System.CommandLine;
using VideoIndex.Brands;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Brands;
using VideoIndex.Ffmpeg.Running;

namespace VideoIndex.Cli.Commands.Brands;

/// <summary>Changes what a brand is called, what is kept of it, and which groups it is in.</summary>
internal sealed class BrandEditCommand : LibraryCommand
{
    private readonly Argument<string> _brand = BrandCommand.Known();
    private readonly Option<string?> _name = new("--name") { Description = "Call it by another name.", HelpName = "NEW" };
    private readonly Option<string[]> _attributes = BrandCommand.Attributes();
    private readonly Option<string[]> _noAttributes = new("--no-attribute") { Description = "Keep this no longer; may be given more than once.", HelpName = "KEY", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> _groups = BrandCommand.Groups("--group", "Put it into a group; may be given more than once.");
    private readonly Option<string[]> _noGroups = BrandCommand.Groups("--no-group", "Take it out of a group; may be given more than once.");
    private readonly Option<string?> _by = BrandCommand.By();

    public BrandEditCommand()
        : base("edit", "Change a brand's name, attributes and groups.")
    {
        Arguments.Add(_brand);
        Options.Add(_name);
        Options.Add(_attributes);
        Options.Add(_noAttributes);
        Options.Add(_groups);
        Options.Add(_noGroups);
        Options.Add(_by);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        List<BrandChange> changes =
        [
            .. invocation.Get(_name) is { } name ? (BrandChange[])[new BrandChange.Rename(name)] : [],
            .. BrandCommand.Read(invocation.Get(_attributes)!),
            .. invocation.Get(_noAttributes)!.Select(key => new BrandChange.Describe(key, null)),
            .. invocation.Get(_groups)!.Select(group => new BrandChange.JoinGroup(group)),
            .. invocation.Get(_noGroups)!.Select(group => new BrandChange.LeaveGroup(group)),
        ];
        if (changes is [])
        {
            throw new CommandException(ExitCodes.Usage, "bad-usage", "brand edit needs something to change. Run: videoindex brand edit --help");
        }

        using var library = invocation.Open();
        var brand = await BrandCommand.ResolveAsync(library, invocation.Get(_brand), cancellationToken).ConfigureAwait(false);
        await ChangeAsync(library, brand, changes, invocation.Get(_by), invocation.Terminal, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Ok;
    }

    /// <summary>Makes changes to a brand and tells how it stands.</summary>
    public static async Task ChangeAsync(
        LibraryHost library, Brand brand, IReadOnlyList<BrandChange> changes, string? by, Terminal terminal, CancellationToken cancellationToken)
    {
        var changed = await library.Brands.ChangeAsync(brand.Id, changes, BrandCommand.Author(by), cancellationToken).ConfigureAwait(false);
        var tools = await MediaTools.DiscoverAsync(cancellationToken).ConfigureAwait(false);
        if (changes.Any(Renames))
        {
            await library.LogoMoments(tools).RefreshAllAsync(cancellationToken).ConfigureAwait(false);
        }

        if (changes.Any(Shows))
        {
            await BackgroundSearch.OrderAsync(library, tools, terminal, cancellationToken).ConfigureAwait(false);
        }

        if (terminal.Json)
        {
            terminal.Write(new BrandChangedShape(BrandShape.Of(changed, library.Folder.PathOf)), Shapes.Default.BrandChangedShape);
        }
        else
        {
            BrandPage.Print(changed, terminal, library.Folder.PathOf);
        }
    }

    // Whether what was found is to be found under another name, no longer, or again.
    private static bool Renames(BrandChange change) => change is BrandChange.Rename or BrandChange.Retire or BrandChange.Restore or BrandChange.RemoveLogo;

    // Whether there may be something new to look for.
    private static bool Shows(BrandChange change) => change is BrandChange.RemoveExample or BrandChange.Restore;
}
