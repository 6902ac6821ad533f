using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Vocabularies;
using VideoIndex.Vocabularies;

namespace VideoIndex.Cli.Commands.Vocabularies;

/// <summary>Shows the vocabulary.</summary>
internal sealed class VocabularyShowCommand : LibraryCommand
{
    private readonly Argument<string?> _concept = new("CONCEPT") { Description = "Only this concept and all that are kinds of it: its id, or a label in any case.", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => null };

    public VocabularyShowCommand()
        : base("show", "Show the concepts with their labels, and the labels that say nothing.") => Arguments.Add(_concept);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var vocabulary = await library.Vocabulary.ReadAsync(cancellationToken).ConfigureAwait(false);
        var meant = invocation.Get(_concept);
        var concepts = meant is null ? vocabulary.Concepts : [.. vocabulary.WithNarrower(VocabularyCommand.Resolve(vocabulary, meant))];
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(VocabularyShape.Of(vocabulary, concepts), Shapes.Default.VocabularyShape);
        }
        else
        {
            Print(vocabulary, concepts, meant is null, invocation.Terminal);
        }

        return ExitCodes.Ok;
    }

    private static void Print(Vocabulary vocabulary, IReadOnlyList<Concept> concepts, bool all, Terminal terminal)
    {
        foreach (var concept in concepts)
        {
            terminal.Say($"{concept.Id}{(concept.Broader is [] ? "" : $", a kind of {string.Join(", ", concept.Broader)}")}");
            foreach (var label in concept.Labels)
            {
                terminal.Say($"  {label.Kind,-11}  {label.Language,-5}  {label.Text}");
            }

            foreach (var note in concept.Notes)
            {
                terminal.Say($"  {StatementKind.Note,-11}  {note.Language,-5}  {note.Text}");
            }
        }

        if (all)
        {
            terminal.Say(concepts is [] ? "The vocabulary is empty. Add to it with: videoindex vocabulary add NAME LABEL" : $"{Counts.Of(concepts.Count, "concept")}.");
            if (vocabulary.Noise.Count > 0)
            {
                terminal.Say($"Passed over: {string.Join(", ", vocabulary.Statements.Where(one => one.Kind == StatementKind.Noise).Select(one => one.Text))}.");
            }
        }
    }
}
