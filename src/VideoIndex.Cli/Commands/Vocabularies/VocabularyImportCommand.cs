using System.CommandLine;
using VideoIndex.Cli.Commands.Brands;
using VideoIndex.Interchange.Vocabularies;
using VideoIndex.Vocabularies;

namespace VideoIndex.Cli.Commands.Vocabularies;

/// <summary>Reads a vocabulary from a file.</summary>
internal sealed class VocabularyImportCommand : LibraryCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "A vocabulary as CSV or JSON, or SKOS as JSON-LD." };
    private readonly Option<bool> _replace = new("--replace") { Description = "Put it in the place of the vocabulary there is. Default: add to that." };
    private readonly Option<string?> _by = BrandCommand.By();

    public VocabularyImportCommand()
        : base("import", "Add a vocabulary from a file; to do so again adds nothing twice.")
    {
        Arguments.Add(_file);
        Options.Add(_replace);
        Options.Add(_by);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var says = await ReadAsync(invocation.Get(_file), cancellationToken).ConfigureAwait(false);
        using var library = invocation.Create();
        var change = invocation.Get(_replace) ? VocabularyChange.Replace(says) : VocabularyChange.Add(says);
        return await VocabularyCommand.ChangeAsync(invocation, library, change, invocation.Get(_by), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<VocabularyStatement>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        return file switch
        {
            { Exists: false } => throw new CommandException(ExitCodes.NotFound, "no-such-file", $"There is no file '{path}'."),
            { Length: > VocabularyFile.MostBytes } => throw new VocabularyException("bad-vocabulary-file", "The vocabulary cannot be read: it is larger than 20 MB."),
            _ => VocabularyFile.Read(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false)),
        };
    }
}
