using System.CommandLine;
using System.Globalization;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Vocabularies;
using VideoIndex.Vocabularies;

namespace VideoIndex.Cli.Commands.Vocabularies;

/// <summary>Lists the searches that found nothing.</summary>
internal sealed class VocabularyMissesCommand : LibraryCommand
{
    private readonly Option<int> _limit = new("--limit") { Description = "The most searches to show.", HelpName = "N", DefaultValueFactory = _ => 20 };
    private readonly Option<bool> _forget = new("--forget") { Description = "Forget them all instead." };

    public VocabularyMissesCommand()
        : base("misses", "List the searches that found nothing, with what may have been meant.")
    {
        Options.Add(_limit);
        Options.Add(_forget);
        Naming.Bound(_limit, 1, ISearchLog.MostQuestions);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        return invocation.Get(_forget)
            ? await ForgetAsync(library, invocation.Terminal, cancellationToken).ConfigureAwait(false)
            : await ListAsync(library, invocation.Get(_limit), invocation.Terminal, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns what is near some words, in the vocabulary and in the index.</summary>
    public static async Task<NearWords> NearAsync(LibraryHost library, IEnumerable<string> words, CancellationToken cancellationToken)
    {
        var near = new NearWords(words, await library.Vocabulary.ReadAsync(cancellationToken).ConfigureAwait(false));
        await library.SearchLog.ShowWordsAsync(near, cancellationToken).ConfigureAwait(false);
        return near;
    }

    private static async Task<int> ForgetAsync(LibraryHost library, Terminal terminal, CancellationToken cancellationToken)
    {
        var forgotten = await library.SearchLog.ForgetAsync(null, cancellationToken).ConfigureAwait(false);
        if (terminal.Json)
        {
            terminal.Write(new MissesForgottenShape(forgotten), Shapes.Default.MissesForgottenShape);
        }
        else
        {
            terminal.Say($"Forgot {forgotten:N0} searches that found nothing.");
        }

        return ExitCodes.Ok;
    }

    private static async Task<int> ListAsync(LibraryHost library, int limit, Terminal terminal, CancellationToken cancellationToken)
    {
        List<MissedSearch> missed = [.. (await library.SearchLog.ReadAsync(cancellationToken).ConfigureAwait(false)).Take(limit)];
        var near = await NearAsync(library, missed.SelectMany(one => one.Words), cancellationToken).ConfigureAwait(false);
        if (terminal.Json)
        {
            terminal.Write(MissesShape.Of(missed, near), Shapes.Default.MissesShape);
            return ExitCodes.Ok;
        }

        foreach (var one in missed)
        {
            var last = one.Last.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            terminal.Say($"{Marks.OneLine(one.Question)}   {(one.Times == 1 ? "once" : $"{one.Times:N0} times")}, last on {last}");
            foreach (var word in one.Words.Distinct())
            {
                terminal.Say($"  {Marks.OneLine(word)}: {Told(word, near)}");
            }
        }

        terminal.Say(missed is [] ? "No search that found nothing is remembered." : "Accept one with: videoindex vocabulary accept WORD");
        return ExitCodes.Ok;
    }

    private static string Told(string word, NearWords near) =>
        near.Of(word) is [_, ..] found ? "perhaps " + string.Join(", ", found.Select(one => one.Concept is { } concept ? $"{one.Text} (concept {concept})" : $"{one.Text} ({one.Uses:N0} in the index)"))
        : near.Knows(word) ? "in the index"
        : "nothing is near it";
}
