using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Vocabularies;
using VideoIndex.Interchange.Vocabularies;

namespace VideoIndex.Cli.Commands.Vocabularies;

/// <summary>Writes the vocabulary to a file.</summary>
internal sealed class VocabularyExportCommand : LibraryCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "Where to: a name that ends in .csv or .json." };

    public VocabularyExportCommand()
        : base("export", "Write the vocabulary to a file that import reads as it was.") => Arguments.Add(_file);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(invocation.Get(_file));
        var isJson = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".json" => true,
            ".csv" => false,
            _ => throw new CommandException(ExitCodes.Usage, "bad-output", $"'{path}' ends neither in .csv nor in .json."),
        };
        using var library = invocation.Open();
        await library.KeepFootageAsync(path, cancellationToken).ConfigureAwait(false);
        var vocabulary = await library.Vocabulary.ReadAsync(cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(path, isJson ? VocabularyJson.Write(vocabulary) : VocabularyCsv.Write(vocabulary), cancellationToken).ConfigureAwait(false);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new VocabularyWrittenShape(path, vocabulary.Concepts.Count), Shapes.Default.VocabularyWrittenShape);
        }
        else
        {
            invocation.Terminal.Say($"Wrote {Counts.Of(vocabulary.Concepts.Count, "concept")} to {path}.");
        }

        return ExitCodes.Ok;
    }
}
