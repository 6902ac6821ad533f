using System.CommandLine;
using VideoIndex.Cli.Commands.Brands;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Vocabularies;
using VideoIndex.Metadata;
using VideoIndex.Vocabularies;

namespace VideoIndex.Cli.Commands.Vocabularies;

/// <summary>The words a library is spoken of in.</summary>
internal sealed class VocabularyCommand : Command
{
    public VocabularyCommand()
        : base("vocabulary", "See and change the words that say the same, what is a kind of what, and labels that say nothing.")
    {
        Subcommands.Add(new VocabularyShowCommand());
        Subcommands.Add(new VocabularyAddCommand());
        Subcommands.Add(new VocabularyMapCommand());
        Subcommands.Add(new VocabularyIgnoreCommand());
        Subcommands.Add(new VocabularyRemoveCommand());
        Subcommands.Add(new VocabularyImportCommand());
        Subcommands.Add(new VocabularyExportCommand());
        Subcommands.Add(new VocabularyHistoryCommand());
        Subcommands.Add(new VocabularyMissesCommand());
        Subcommands.Add(new VocabularyAcceptCommand());
    }

    /// <summary>Returns the argument that names a concept that is there.</summary>
    public static Argument<string> Known() => new("CONCEPT") { Description = "The concept's id, or one of its labels in any case." };

    /// <summary>Returns the option that says in which language labels are.</summary>
    public static Option<string> Language() => new("--language") { Description = "The language of the labels: en, de, pt-br.", HelpName = "CODE", DefaultValueFactory = _ => "en" };

    /// <summary>Returns the concept a person means.</summary>
    /// <exception cref="VocabularyException">There is none.</exception>
    public static Concept Resolve(Vocabulary vocabulary, string idOrLabel) =>
        vocabulary.Find(idOrLabel) ?? throw new VocabularyException("no-such-concept", $"There is no concept '{idOrLabel}'. See: videoindex vocabulary show");

    /// <summary>Returns the id a new concept gets from its label.</summary>
    public static string IdOf(string label) => FieldText.Folded(label).Replace(' ', '-') is { Length: > 0 } id
        ? id
        : throw new VocabularyException("bad-label", $"The label '{label}' has no letter or digit to be found by.");

    /// <summary>Makes a change and tells of it.</summary>
    public static async Task<int> ChangeAsync(Invocation invocation, LibraryHost library, VocabularyChange change, string? by, CancellationToken cancellationToken)
    {
        var changed = await library.Vocabulary.ChangeAsync(change, BrandCommand.Author(by), cancellationToken).ConfigureAwait(false);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(VocabularyChangedShape.Of(changed), Shapes.Default.VocabularyChangedShape);
        }
        else
        {
            invocation.Terminal.Say($"{Counts.Of(changed.Added, "statement")} added, {changed.Taken:N0} removed. The vocabulary has {Counts.Of(changed.Vocabulary.Concepts.Count, "concept")}.");
        }

        return ExitCodes.Ok;
    }
}
