using System.CommandLine;
using VideoIndex.Cli.Commands.Brands;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Keeping;
using VideoIndex.Metadata;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Facts;

/// <summary>Collections of videos.</summary>
internal sealed class CollectionCommand : Command
{
    public CollectionCommand()
        : base("collection", "Put videos together under a name, and take them out again.")
    {
        Subcommands.Add(new CollectionChangeCommand("add", "Put videos into a collection, which is made if there is none of the name.", (video, name) => new FactChange.Collect(video, name)));
        Subcommands.Add(new CollectionChangeCommand("remove", "Take videos out of a collection, which is gone with its last one.", (video, name) => new FactChange.Release(video, name)));
        Subcommands.Add(new CollectionListCommand());
    }

    /// <summary>Tells which collections there are and which videos are in them.</summary>
    public static async Task TellAsync(LibraryHost library, Terminal terminal, CancellationToken cancellationToken)
    {
        var collections = await library.Facts.CollectionsAsync(cancellationToken).ConfigureAwait(false);
        if (terminal.Json)
        {
            var facts = await library.Facts.ReadAllAsync(cancellationToken).ConfigureAwait(false);
            var members = facts.SelectMany(video => video.Collections.Select(name => (name, video.Video))).ToLookup(one => one.name, one => VideoName.Of(one.Video));
            terminal.Write(new CollectionListShape([.. collections.Select(one => new CollectionShape(one.Name, one.Videos, [.. members[one.Name]]))]), Shapes.Default.CollectionListShape);
            return;
        }

        KeepingPage.Print(collections, terminal);
    }
}

/// <summary>Puts videos into a collection, or takes them out.</summary>
internal sealed class CollectionChangeCommand : LibraryCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "The collection's name, in any case and with or without accents." };
    private readonly Argument<string[]> _videos = new("VIDEO") { Description = "An id, the beginning of one (4 digits or more), or a path.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _by = BrandCommand.By();
    private readonly Func<VideoId, string, FactChange> _change;

    public CollectionChangeCommand(string name, string description, Func<VideoId, string, FactChange> change)
        : base(name, description)
    {
        _change = change;
        Arguments.Add(_name);
        Arguments.Add(_videos);
        Options.Add(_by);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var changes = new List<FactChange>();
        foreach (var reference in invocation.Get(_videos))
        {
            var video = await library.ResolveAsync(reference, cancellationToken).ConfigureAwait(false);
            changes.Add(_change(video.Id, invocation.Get(_name)));
        }

        await library.Facts.ChangeAsync(changes, BrandCommand.Author(invocation.Get(_by)), cancellationToken).ConfigureAwait(false);
        await CollectionCommand.TellAsync(library, invocation.Terminal, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Ok;
    }
}

/// <summary>Lists the collections.</summary>
internal sealed class CollectionListCommand : LibraryCommand
{
    public CollectionListCommand()
        : base("list", "List the collections by name.")
    {
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        await CollectionCommand.TellAsync(library, invocation.Terminal, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Ok;
    }
}
