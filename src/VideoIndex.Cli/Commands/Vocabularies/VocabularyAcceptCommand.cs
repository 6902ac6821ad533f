using System.CommandLine;
using VideoIndex.Cli.Commands.Brands;
using VideoIndex.Vocabularies;

namespace VideoIndex.Cli.Commands.Vocabularies;

/// <summary>Takes a word that found nothing into the vocabulary.</summary>
internal sealed class VocabularyAcceptCommand : LibraryCommand
{
    private readonly Argument<string> _word = new("WORD") { Description = "The word or phrase that found nothing." };
    private readonly Option<string?> _as = new("--as")
    {
        Description = "What it says the same as: a concept, by its id or a label, or a word, which becomes a concept. Default: the first suggestion of misses.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _new = new("--new") { Description = "Make it a concept of its own, to tag things with." };
    private readonly Option<string> _language = VocabularyCommand.Language();
    private readonly Option<string?> _by = BrandCommand.By();

    public VocabularyAcceptCommand()
        : base("accept", "Take a word that found nothing into the vocabulary: as a synonym, or as a concept of its own.")
    {
        Arguments.Add(_word);
        Options.Add(_as);
        Options.Add(_new);
        Options.Add(_language);
        Options.Add(_by);
        Validators.Add(result =>
        {
            if (result.GetResult(_as) is { Implicit: false } && result.GetValue(_new))
            {
                result.AddError("--as and --new exclude each other.");
            }
        });
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var (word, language) = (invocation.Get(_word), invocation.Get(_language)!);
        var same = invocation.Get(_new) ? null : invocation.Get(_as) ?? await SuggestedAsync(library, word, cancellationToken).ConfigureAwait(false);
        var vocabulary = await library.Vocabulary.ReadAsync(cancellationToken).ConfigureAwait(false);
        var ended = await VocabularyCommand.ChangeAsync(invocation, library, VocabularyChange.Add(Says(vocabulary, word, same, language)), invocation.Get(_by), cancellationToken).ConfigureAwait(false);
        await library.SearchLog.ForgetAsync(word, cancellationToken).ConfigureAwait(false);
        return ended;
    }

    private static VocabularyStatement[] Says(Vocabulary vocabulary, string word, string? same, string language) =>
        same is null ? [new(VocabularyCommand.IdOf(word), StatementKind.Preferred, language, word)]
        : vocabulary.Find(same) is { } concept ? [new(concept.Id, StatementKind.Alternative, language, word)]
        : [new(VocabularyCommand.IdOf(same), StatementKind.Preferred, language, same), new(VocabularyCommand.IdOf(same), StatementKind.Alternative, language, word)];

    private static async Task<string> SuggestedAsync(LibraryHost library, string word, CancellationToken cancellationToken)
    {
        var near = await VocabularyMissesCommand.NearAsync(library, [word], cancellationToken).ConfigureAwait(false);
        return near.Of(word) is [var first, ..]
            ? first.Concept ?? first.Text
            : throw new VocabularyException("no-suggestion", $"Nothing is near '{word}'. Say what it is with --as NAME, or make it a concept of its own with --new.");
    }
}
