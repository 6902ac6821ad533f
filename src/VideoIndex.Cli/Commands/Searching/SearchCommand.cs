using System.CommandLine;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Search.Answers;

namespace VideoIndex.Cli.Commands.Searching;

/// <summary>Finds moments.</summary>
internal sealed class SearchCommand : LibraryCommand
{
    private readonly Argument<string[]> _words = new("QUERY")
    {
        Description = "Words, \"phrases\", prefix*, and say: text: logo: object: face: tag: colour: motion: shot: scene: video: before any of them, joined by AND, OR, NOT, WITHIN 5s OF, THEN; count(person)>=5; after one, FOR >= 2s, AREA > 2%, ZONE lower-third.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int> _limit = new("--limit") { Description = "The most moments to show.", HelpName = "N", DefaultValueFactory = _ => 50 };

    private readonly Option<string> _order = new("--order") { Description = "Which moments come first: best, or time (video by video).", HelpName = "best|time", DefaultValueFactory = _ => "best" };

    private readonly Option<string?> _facets = new("--facets")
    {
        Description = $"Count how the whole answer is spread over some of {string.Join(", ", Facet.All)}; or all.",
        HelpName = "NAMES",
    };

    private readonly Option<string?> _after = new("--after") { Description = "Go on after a page: what the page before gave as the next.", HelpName = "PAGE" };

    private readonly Option<bool> _explain = new("--explain") { Description = "Say how the question was understood and the answer come by." };

    private readonly Option<bool> _noLog = new("--no-search-log") { Description = "Do not remember the search if it finds nothing (see vocabulary misses)." };

    private readonly Option<string?> _engine = EngineChoice.Option();

    public SearchCommand()
        : base("search", "Search the library; every answer is a moment to jump to.")
    {
        Arguments.Add(_words);
        Options.Add(_limit);
        Options.Add(_order);
        Options.Add(_facets);
        Options.Add(_after);
        Options.Add(_explain);
        Options.Add(_noLog);
        Options.Add(_engine);
        Naming.Bound(_limit, 1, 100_000);
        _order.AcceptOnlyFromAmong("best", "time");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var facets = FacetsOf(invocation.Get(_facets));
        using var library = invocation.Open();
        using var engine = await EngineChoice.TakeAsync(invocation.Get(_engine), library, cancellationToken).ConfigureAwait(false);
        var question = await Asking.ReadAsync(string.Join(' ', invocation.Get(_words)), library, cancellationToken).ConfigureAwait(false);
        var answer = await Asking.AnswerAsync(
            new SearchRequest(question)
            {
                Limit = invocation.Get(_limit),
                Order = invocation.Get(_order) == "time" ? SearchOrder.Time : SearchOrder.Best,
                After = invocation.Get(_after),
                Facets = facets,
                Explain = invocation.Get(_explain),
            },
            library,
            cancellationToken).ConfigureAwait(false);
        if (!invocation.Get(_noLog))
        {
            await Asking.RememberMissAsync(question, answer, library, cancellationToken).ConfigureAwait(false);
        }

        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new SearchShape(question.Text, answer, library.Folder.PathOf), Shapes.Default.SearchShape);
        }
        else
        {
            new AnswerPage(invocation.Terminal, library.Folder).Print(answer, isFirst: invocation.Get(_after) is null);
        }

        return ExitCodes.Ok;
    }

    private static string[] FacetsOf(string? typed)
    {
        string[] names = typed is null ? [] : typed == "all" ? [.. Facet.All] : [.. typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        return names.FirstOrDefault(name => !Facet.All.Contains(name)) is { } unknown
            ? throw new CommandException(ExitCodes.Usage, "unknown-facet", $"There is no facet '{unknown}'. The facets are {string.Join(", ", Facet.All)}.")
            : names;
    }
}
