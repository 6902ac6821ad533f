using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Sidecars;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Sidecars;

/// <summary>Writes side-cars.</summary>
internal sealed class SidecarWriteCommand : LibraryCommand
{
    private readonly Argument<string[]> _videos = new("VIDEO") { Description = "Which videos. Default: all, and what is known beside them (library.videoindex.json).", Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The folder to write to, each video as ID.videoindex.json. Default: sidecars in the library's folder.", HelpName = "DIR" };
    private readonly Option<bool> _beside = new("--beside") { Description = "Write each beside its video, as NAME.videoindex.json." };
    private readonly Option<bool> _evidence = new("--with-evidence") { Description = "Put in the keypoints and stills that logos are found in: up to hundreds of megabytes an hour." };
    private readonly Option<bool> _pictures = new("--with-pictures") { Description = "Put in the pictures of keyframes." };

    public SidecarWriteCommand()
        : base("write", "Write all that is known of each video to one file; one that would be the same is left alone.")
    {
        Arguments.Add(_videos);
        Options.Add(_output);
        Options.Add(_beside);
        Options.Add(_evidence);
        Options.Add(_pictures);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        if (invocation.Get(_beside) && invocation.Get(_output) is not null)
        {
            throw new CommandException(ExitCodes.Usage, "bad-usage", "sidecar write takes --beside or -o DIR, one of the two. Run: videoindex sidecar write --help");
        }

        using var library = invocation.Open();
        var folder = Path.GetFullPath(invocation.Get(_output) ?? library.Folder.PathOf(SidecarPlace.Folder));
        var place = await SidecarPlace.InAsync(library, invocation.Get(_beside) ? null : folder, cancellationToken).ConfigureAwait(false);
        var writing = new SidecarWriting(library, place, invocation.Get(_evidence), invocation.Get(_pictures));
        var named = invocation.Get(_videos)!;
        var written = new List<WrittenShape>();
        foreach (var video in await ChosenAsync(library, named, cancellationToken).ConfigureAwait(false))
        {
            invocation.Terminal.Progress($"{written.Count:N0} written: {video.Path}");
            written.Add(await writing.WriteAsync(video, cancellationToken).ConfigureAwait(false));
        }

        if (named is [])
        {
            written.Add(await writing.WriteLibraryAsync(cancellationToken).ConfigureAwait(false));
        }

        invocation.Terminal.Progress("");
        Tell(written, invocation.Terminal);
        return written.Any(one => one.Code is not null) ? ExitCodes.NotOk : ExitCodes.Ok;
    }

    private static async Task<IReadOnlyList<Video>> ChosenAsync(LibraryHost library, string[] named, CancellationToken cancellationToken)
    {
        if (named is [])
        {
            return await library.Catalog.ListAsync(cancellationToken).ConfigureAwait(false);
        }

        var chosen = new List<Video>();
        foreach (var reference in named)
        {
            chosen.Add(await library.ResolveAsync(reference, cancellationToken).ConfigureAwait(false));
        }

        return [.. chosen.DistinctBy(video => video.Id)];
    }

    private static void Tell(List<WrittenShape> written, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Write(new SidecarsWrittenShape(written), Shapes.Default.SidecarsWrittenShape);
            return;
        }

        foreach (var one in written)
        {
            if (one.Sentence is not null)
            {
                terminal.Remark($"{one.File}: {one.Sentence} [{one.Code}]");
            }
            else
            {
                terminal.Say($"{one.File}: {(one.Written ? $"{one.Bytes:N0} bytes" : "as it was")}");
            }
        }

        terminal.Say($"{Counts.Of(written.Count(one => one.Written), "side-car")} written, {written.Count(one => !one.Written && one.Code is null):N0} as before.");
    }
}
