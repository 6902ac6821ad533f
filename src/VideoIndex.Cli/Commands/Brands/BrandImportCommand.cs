using System.CommandLine;
using VideoIndex.Brands;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Brands;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Interchange.Brands;
using VideoIndex.Pipeline.Brands;

namespace VideoIndex.Cli.Commands.Brands;

/// <summary>Adds many brands at once: an event's sponsors.</summary>
internal sealed class BrandImportCommand : LibraryCommand
{
    private readonly Argument<string> _list = new("LIST") { Description = "A folder with a folder for each brand, or with loose pictures called like their brands; or a CSV file with the columns brand, logo, file and attributes." };
    private readonly Option<string?> _group = new("--group") { Description = "Put them all into a group: the event.", HelpName = "GROUP" };
    private readonly Option<string?> _by = BrandCommand.By();

    public BrandImportCommand()
        : base("import", "Add an event's brands from a folder or a CSV file; to do so again adds nothing twice.")
    {
        Arguments.Add(_list);
        Options.Add(_group);
        Options.Add(_by);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var list = await ReadAsync(invocation.Get(_list), cancellationToken).ConfigureAwait(false);
        var group = invocation.Get(_group) is { } typed ? BrandName.Read("group", typed) : null;
        using var library = invocation.Create();
        var tools = await MediaTools.DiscoverAsync(cancellationToken).ConfigureAwait(false);
        var import = new BrandImport(library.Examples(tools), library.Register());
        var imported = await import.RunAsync(list, group, BrandCommand.Author(invocation.Get(_by)), cancellationToken).ConfigureAwait(false);
        Tell(imported, library, invocation.Terminal);
        await BackgroundSearch.OrderAsync(library, tools, invocation.Terminal, cancellationToken).ConfigureAwait(false);
        return imported.Complaints is [] ? ExitCodes.Ok : ExitCodes.NotOk;
    }

    private static async Task<BrandList> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            return BrandListFolder.Read(path);
        }

        var file = new FileInfo(path);
        return file switch
        {
            { Exists: false } => throw new CommandException(ExitCodes.NotFound, "no-such-file", $"There is no folder or file '{path}'."),
            { Length: > BrandListFile.MostBytes } => throw new CommandException(ExitCodes.NotOk, "bad-list", "The list cannot be read: it is larger than 10 MB."),
            _ => BrandListFile.Read(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false), Path.GetDirectoryName(file.FullName)!),
        };
    }

    private static void Tell(Imported imported, LibraryHost library, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Write(ImportedShape.Of(imported, library.Folder.PathOf), Shapes.Default.ImportedShape);
        }
        else
        {
            var added = imported.Brands.Count(brand => brand.IsNew);
            terminal.Say($"{Counts.Of(imported.Brands.Count, "brand")}, {added:N0} of them new; {Counts.Of(imported.Brands.Sum(brand => brand.NewExamples), "new example")}.");
        }

        foreach (var complaint in imported.Complaints)
        {
            terminal.Remark($"{complaint.Where}: {complaint.Sentence} [{complaint.Code}]");
        }
    }
}
