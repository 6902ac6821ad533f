using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;

namespace VideoIndex.Cli.Commands.Searching;

/// <summary>Makes the search index anew from what is known of the videos.</summary>
internal sealed class ReindexCommand() : LibraryCommand("reindex", "Make the search index anew from the catalogue; nothing is read from the footage.")
{
    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var (videos, things) = await library.ReindexAsync(cancellationToken).ConfigureAwait(false);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new ReindexedShape(videos, things), Shapes.Default.ReindexedShape);
        }
        else
        {
            invocation.Terminal.Say($"The search index of {Counts.Of(videos, "video")} was made anew: {Counts.Of(things, "thing")} can be found.");
        }

        return ExitCodes.Ok;
    }
}
