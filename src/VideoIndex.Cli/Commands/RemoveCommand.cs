using System.CommandLine;
using VideoIndex.Cli.Output.Json;

namespace VideoIndex.Cli.Commands;

/// <summary>Removes a video from the library. The file itself is never touched.</summary>
internal sealed class RemoveCommand : LibraryCommand
{
    private readonly Argument<string> _video = Naming.Video();

    public RemoveCommand()
        : base("remove", "Remove a video and everything known of it; its file is not touched.") => Arguments.Add(_video);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var video = await library.ResolveAsync(invocation.Get(_video), cancellationToken).ConfigureAwait(false);
        library.Folder.Mark(video.Id); // if this is cut short, the next sweep goes on with it
        var removed = await library.Catalog.RemoveAsync(video.Id, cancellationToken).ConfigureAwait(false);
        await library.Sweep().AllAsync(cancellationToken).ConfigureAwait(false);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new RemovedShape(VideoName.Of(video), removed), Shapes.Default.RemovedShape);
        }
        else
        {
            invocation.Terminal.Say($"{video.Id.ToString()[..8]} is gone from the library. {video.Path} was not touched.");
        }

        return ExitCodes.Ok;
    }
}
