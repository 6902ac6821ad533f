using System.CommandLine;
using System.Globalization;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Vocabularies;

namespace VideoIndex.Cli.Commands.Vocabularies;

/// <summary>Tells who changed the vocabulary.</summary>
internal sealed class VocabularyHistoryCommand : LibraryCommand
{
    private readonly Option<int> _limit = new("--limit") { Description = "The most changes to show.", HelpName = "N", DefaultValueFactory = _ => 50 };

    public VocabularyHistoryCommand()
        : base("history", "Tell what was changed of the vocabulary, by whom and when, the newest first.")
    {
        Options.Add(_limit);
        Naming.Bound(_limit, 1, 100_000);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var history = await library.Vocabulary.ReadHistoryAsync(invocation.Get(_limit), cancellationToken).ConfigureAwait(false);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(VocabularyHistoryShape.Of(history), Shapes.Default.VocabularyHistoryShape);
            return ExitCodes.Ok;
        }

        foreach (var past in history)
        {
            var at = past.Made.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
            invocation.Terminal.Say($"{at} by {past.Made.By}  {past.What}  {Marks.OneLine(past.Detail)}");
        }

        return ExitCodes.Ok;
    }
}
