using System.CommandLine;
using VideoIndex.Cli.Commands.Brands;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Keeping;
using VideoIndex.Metadata;

namespace VideoIndex.Cli.Commands.Facts;

/// <summary>The fields people define for videos.</summary>
internal sealed class FieldCommand : Command
{
    public FieldCommand()
        : base("field", "Define the fields that are kept of videos, and change their choices.")
    {
        Subcommands.Add(new FieldDefineCommand());
        Subcommands.Add(new FieldListCommand());
        Subcommands.Add(new FieldChoicesCommand());
        Subcommands.Add(new FieldRemoveCommand());
    }

    /// <summary>Returns the argument that names a field that is there.</summary>
    public static Argument<string> Known() => new("NAME") { Description = "The field's name." };

    /// <summary>Returns the option that lets values go with what they are values of.</summary>
    public static Option<bool> WithValues() => new("--with-values") { Description = "Take it away even from videos that have it." };

    /// <summary>Makes changes and tells which fields there are afterwards.</summary>
    public static async Task ChangeAsync(LibraryHost library, IReadOnlyList<FactChange> changes, string? by, Terminal terminal, CancellationToken cancellationToken)
    {
        await library.Facts.ChangeAsync(changes, BrandCommand.Author(by), cancellationToken).ConfigureAwait(false);
        await TellAsync(library, terminal, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells which fields there are.</summary>
    public static async Task TellAsync(LibraryHost library, Terminal terminal, CancellationToken cancellationToken)
    {
        var fields = await library.Facts.FieldsAsync(cancellationToken).ConfigureAwait(false);
        if (terminal.Json)
        {
            terminal.Write(FieldListShape.Of(fields), Shapes.Default.FieldListShape);
        }
        else
        {
            KeepingPage.Print(fields, terminal);
        }
    }
}

/// <summary>Defines a field.</summary>
internal sealed class FieldDefineCommand : LibraryCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "What to call it in questions: a letter from a to z, then letters, digits and dashes." };
    private readonly Argument<string> _type = new("TYPE") { Description = $"What its values are: {string.Join(", ", FieldTypes.All)}." };
    private readonly Argument<string[]> _choices = new("CHOICE") { Description = "What to choose among, for single and multi.", Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] };
    private readonly Option<string?> _by = BrandCommand.By();

    public FieldDefineCommand()
        : base("define", "Define a field; to define it again adds choices.")
    {
        Arguments.Add(_name);
        Arguments.Add(_type);
        Arguments.Add(_choices);
        Options.Add(_by);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var field = new FieldDefinition(invocation.Get(_name), FieldTypes.Read(invocation.Get(_type)), invocation.Get(_choices));
        using var library = invocation.Create();
        await FieldCommand.ChangeAsync(library, [new FactChange.Define(field)], invocation.Get(_by), invocation.Terminal, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Ok;
    }
}

/// <summary>Lists the fields.</summary>
internal sealed class FieldListCommand : LibraryCommand
{
    public FieldListCommand()
        : base("list", "List the fields, their types and choices, and how many videos have a value.")
    {
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        await FieldCommand.TellAsync(library, invocation.Terminal, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Ok;
    }
}

/// <summary>Adds choices to a field and takes them away.</summary>
internal sealed class FieldChoicesCommand : LibraryCommand
{
    private readonly Argument<string> _name = FieldCommand.Known();
    private readonly Option<string[]> _add = new("--add") { Description = "Add a choice; may be given more than once.", HelpName = "CHOICE", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> _remove = new("--remove") { Description = "Take a choice away; may be given more than once.", HelpName = "CHOICE", DefaultValueFactory = _ => [] };
    private readonly Option<bool> _withValues = FieldCommand.WithValues();
    private readonly Option<string?> _by = BrandCommand.By();

    public FieldChoicesCommand()
        : base("choices", "Add choices to a field, or take them away.")
    {
        Arguments.Add(_name);
        Options.Add(_add);
        Options.Add(_remove);
        Options.Add(_withValues);
        Options.Add(_by);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var (add, remove) = (invocation.Get(_add)!, invocation.Get(_remove)!);
        if (add.Length + remove.Length == 0)
        {
            throw new CommandException(ExitCodes.Usage, "bad-usage", "field choices needs --add or --remove. Run: videoindex field choices --help");
        }

        using var library = invocation.Open();
        var fields = await library.Facts.FieldsAsync(cancellationToken).ConfigureAwait(false);
        var field = FieldRules.Find(invocation.Get(_name), [.. fields.Select(use => use.Definition)]);
        List<FactChange> changes =
        [
            .. add.Length > 0 ? (FactChange[])[new FactChange.Define(field with { Choices = add })] : [],
            .. remove.Select(choice => new FactChange.RemoveChoice(field.Name, choice, invocation.Get(_withValues))),
        ];
        await FieldCommand.ChangeAsync(library, changes, invocation.Get(_by), invocation.Terminal, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Ok;
    }
}

/// <summary>Takes a field away.</summary>
internal sealed class FieldRemoveCommand : LibraryCommand
{
    private readonly Argument<string> _name = FieldCommand.Known();
    private readonly Option<bool> _withValues = FieldCommand.WithValues();
    private readonly Option<string?> _by = BrandCommand.By();

    public FieldRemoveCommand()
        : base("remove", "Take a field away that no video has a value of, or with its values.")
    {
        Arguments.Add(_name);
        Options.Add(_withValues);
        Options.Add(_by);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var change = new FactChange.RemoveField(invocation.Get(_name), invocation.Get(_withValues));
        await FieldCommand.ChangeAsync(library, [change], invocation.Get(_by), invocation.Terminal, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Ok;
    }
}
