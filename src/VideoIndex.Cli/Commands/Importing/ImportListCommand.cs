using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Importing;

namespace VideoIndex.Cli.Commands.Importing;

/// <summary>Lists what was taken in.</summary>
internal sealed class ImportListCommand : LibraryCommand
{
    private readonly Argument<string> _video = Naming.Video();

    public ImportListCommand()
        : base("list", "List what was taken in of a video, and what was left out of it.") => Arguments.Add(_video);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var video = await library.ResolveAsync(invocation.Get(_video), cancellationToken).ConfigureAwait(false);
        List<ImportShape> imports = [.. (await library.Imports.ListAsync(video.Id, cancellationToken).ConfigureAwait(false)).Select(ImportShape.Of)];
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new ImportListShape(VideoName.Of(video), imports), Shapes.Default.ImportListShape);
            return ExitCodes.Ok;
        }

        foreach (var import in imports)
        {
            invocation.Terminal.Say(ImportCommand.Line(import));
            foreach (var complaint in import.Complaints)
            {
                invocation.Terminal.Say($"          {Marks.OneLine(complaint)}");
            }
        }

        invocation.Terminal.Say($"{Counts.Of(imports.Count, "import")}.");
        return ExitCodes.Ok;
    }
}
