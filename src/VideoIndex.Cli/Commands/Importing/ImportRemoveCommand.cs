using System.CommandLine;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Importing;
using VideoIndex.Importing;

namespace VideoIndex.Cli.Commands.Importing;

/// <summary>Takes out what was taken in.</summary>
internal sealed class ImportRemoveCommand : LibraryCommand
{
    private const int ShortestPrefix = 4;

    private readonly Argument<string> _video = Naming.Video();
    private readonly Argument<string> _import = new("IMPORT") { Description = "The beginning of its id (4 digits or more), or the name of its file." };

    public ImportRemoveCommand()
        : base("remove", "Take out what was taken in of a video: every tag and every word of it.")
    {
        Arguments.Add(_video);
        Arguments.Add(_import);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var video = await library.ResolveAsync(invocation.Get(_video), cancellationToken).ConfigureAwait(false);
        var known = await library.Imports.ListAsync(video.Id, cancellationToken).ConfigureAwait(false);
        var import = Meant(known, invocation.Get(_import));
        await library.Imports.RemoveAsync(video.Id, import.Id, cancellationToken).ConfigureAwait(false);
        var shape = ImportShape.Of(import);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new ImportRemovedShape(VideoName.Of(video), shape), Shapes.Default.ImportRemovedShape);
        }
        else
        {
            invocation.Terminal.Say($"{ImportCommand.Line(shape)}, taken out");
        }

        return ExitCodes.Ok;
    }

    private static Import Meant(IReadOnlyList<Import> known, string typed)
    {
        var isId = typed.Length >= ShortestPrefix && typed.All(char.IsAsciiHexDigit);
        var meant = known.Where(import => import.Name == typed || (isId && import.Id.StartsWith(typed, StringComparison.OrdinalIgnoreCase))).ToList();
        return meant switch
        {
            [var import] => import,
            [] => throw new CommandException(ExitCodes.NotFound, "no-such-import", $"Nothing that was taken in is '{typed}'. See: videoindex import list VIDEO"),
            _ => throw new CommandException(ExitCodes.Usage, "ambiguous-import", $"'{typed}' may mean {meant.Count} imports: {string.Join(", ", meant.Select(import => import.Id[..8]))}."),
        };
    }
}
