using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Elasticsearch;
using VideoIndex.Elasticsearch.Writing;

namespace VideoIndex.Cli.Commands.Searching;

/// <summary>Which engine answers: the one in the library, or Elasticsearch.</summary>
internal static class EngineChoice
{
    /// <summary>The environment variable that holds the address of Elasticsearch.</summary>
    public const string Variable = "VIDEOINDEX_ELASTICSEARCH";

    private const string Scheme = "elasticsearch:";

    /// <summary>Returns the option.</summary>
    public static Option<string?> Option() => new("--search-engine")
    {
        Description = $"What answers: sqlite, or elasticsearch:URL. {Variable} says the same with the URL alone; its key is read from {ElasticsearchKey.Variable}.",
        HelpName = "ENGINE",
    };

    /// <summary>Returns Elasticsearch where it is chosen; null where the library's own engine is.</summary>
    /// <exception cref="CommandException">What was typed is no engine.</exception>
    /// <exception cref="ElasticsearchException">Nothing may be sent to the address.</exception>
    public static ElasticsearchEngine? Chosen(string? typed, LibraryHost library)
    {
        var set = Environment.GetEnvironmentVariable(Variable);
        var chosen = !string.IsNullOrWhiteSpace(typed) ? typed.Trim() : string.IsNullOrWhiteSpace(set) ? "sqlite" : Scheme + set.Trim();
        if (chosen == "sqlite")
        {
            return null;
        }

        return chosen.StartsWith(Scheme, StringComparison.Ordinal) && Uri.TryCreate(chosen[Scheme.Length..], UriKind.Absolute, out var address)
            ? Wired(new ElasticsearchSettings(address) { Key = ElasticsearchKey.From(Environment.GetEnvironmentVariable(ElasticsearchKey.Variable)) }, library)
            : throw new CommandException(ExitCodes.Usage, "unknown-engine", $"'{chosen}' is no search engine. There are sqlite and elasticsearch:URL.");
    }

    /// <summary>Has the engine that is chosen answer the library's questions, after it has taken in what has happened. Null where that is the library's own.</summary>
    /// <exception cref="ElasticsearchException">The cluster does not answer.</exception>
    public static async Task<ElasticsearchEngine?> TakeAsync(string? typed, LibraryHost library, CancellationToken cancellationToken)
    {
        if (Chosen(typed, library) is not { } engine)
        {
            return null;
        }

        await CatchUpAsync(engine, library, cancellationToken).ConfigureAwait(false);
        library.Moments = engine.Moments;
        return engine;
    }

    /// <summary>Takes what was indexed into Elasticsearch, where <see cref="Variable"/> names one. Where it cannot be reached, that is said, and made good the next time.</summary>
    public static async Task FollowAsync(LibraryHost library, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            using var engine = Chosen(null, library);
            using var turn = engine is null ? null : FeedTurn.Take(library.Folder);
            if (engine is not null && turn is not null)
            {
                var report = await engine.CatchUpAsync(cancellationToken).ConfigureAwait(false);
                report.Complaints.ToList().ForEach(complaint => terminal.Remark(complaint));
            }
        }
        catch (ElasticsearchException failure)
        {
            terminal.Remark($"{failure.Message} Everything is in the library; Elasticsearch takes it in the next time.");
        }
    }

    /// <summary>Has an index that is there take in what has happened since; leaves it be while another program does.</summary>
    /// <exception cref="ElasticsearchException">The cluster did not take it.</exception>
    private static async Task CatchUpAsync(ElasticsearchEngine engine, LibraryHost library, CancellationToken cancellationToken)
    {
        using var turn = FeedTurn.Take(library.Folder);
        if (turn is not null && await engine.ExistsAsync(cancellationToken).ConfigureAwait(false))
        {
            await engine.CatchUpAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes the index anew.</summary>
    /// <exception cref="CommandException">Another program is writing to it.</exception>
    public static async Task<FeedReport> RebuildAsync(ElasticsearchEngine engine, LibraryHost library, CancellationToken cancellationToken)
    {
        using var turn = FeedTurn.Take(library.Folder)
            ?? throw new CommandException(ExitCodes.Library, "library-busy", "Another program is taking this library into Elasticsearch. Try again when it is done.");
        return await engine.RebuildAsync(cancellationToken).ConfigureAwait(false);
    }

    private static ElasticsearchEngine Wired(ElasticsearchSettings settings, LibraryHost library) =>
        new(settings, library.Outbox, new CatalogVideos(library.Catalog, library.Facts, library.Reviews), TimeProvider.System);
}
