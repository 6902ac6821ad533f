using VideoIndex.Cli.Commands.Searching;
using VideoIndex.Cli.Indexing;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Ffmpeg.Samples;
using VideoIndex.Search.Answers;

namespace VideoIndex.Cli.Commands;

/// <summary>Shows the product on footage of its own: makes a reel, indexes it, and asks what its three kinds of user ask.</summary>
internal sealed class DemoCommand() : LibraryCommand("demo", "Make a sample reel, index it, and search it as an event team, an editor and a rights manager do.")
{
    private static readonly (string Who, string Why, string Query)[] Questions =
    [
        ("An event team", "when is our sponsor named on air?", "say:nordwind"),
        ("An editor", "the moment the goal is called", "goal*"),
        ("A rights manager", "where is the goal, who says so, in footage of this owner?", "tag:goal video:\"harbour broadcasting\""),
    ];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var terminal = invocation.Terminal;
        var tools = await MediaTools.DiscoverAsync(cancellationToken).ConfigureAwait(false);
        using var library = invocation.CreateDemo();
        var reel = library.Folder.PathOf(Path.Combine("demo", "match-day.mov"));
        if (!File.Exists(reel))
        {
            terminal.Remark($"Making a sample reel of 40 s: {reel}");
            Directory.CreateDirectory(Path.GetDirectoryName(reel)!);
            await MatchDayReel.MakeAsync(tools, reel, cancellationToken).ConfigureAwait(false);
        }

        var report = await Indexed.RunAsync(library, tools, [reel], force: false, terminal, cancellationToken).ConfigureAwait(false);
        report.Summarize(remark: "");
        foreach (var (who, why, query) in Questions)
        {
            await AskAsync(who, why, query, library, terminal, cancellationToken).ConfigureAwait(false);
        }

        if (!terminal.Json)
        {
            terminal.Say();
            terminal.Say("Take an answer along, into Resolve, Premiere, Avid, Final Cut, a player or a page (videoindex export --formats):");
            terminal.Say($"  videoindex export 'goal*' --format edl --handles 12f -o goal.edl --library {library.Folder.Root}");
            terminal.Say($"  videoindex export 'goal*' --format storyboard -o goal.html --library {library.Folder.Root}");
        }

        return ExitCodes.Ok;
    }

    private static async Task AskAsync(
        string who, string why, string query, LibraryHost library, Terminal terminal, CancellationToken cancellationToken)
    {
        var question = await Asking.ReadAsync(query, library, cancellationToken).ConfigureAwait(false);
        var answer = await Asking.AnswerAsync(new SearchRequest(question) { Limit = 20 }, library, cancellationToken).ConfigureAwait(false);
        if (terminal.Json)
        {
            terminal.Write(new SearchShape(query, answer, library.Folder.PathOf), Shapes.Default.SearchShape);
            return;
        }

        terminal.Say();
        terminal.Say($"{who}: {why}");
        terminal.Say($"  videoindex search '{query}' --library {library.Folder.Root}");
        new AnswerPage(terminal, library.Folder).Print(answer);
    }
}
