using System.CommandLine;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Models;

namespace VideoIndex.Cli.Commands.Models;

/// <summary>Removes an installed model.</summary>
internal sealed class ModelRemoveCommand : LibraryCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "Which, as 'models list' names it." };

    public ModelRemoveCommand()
        : base("remove", "Remove an installed model; a program that has it open keeps it until it is done.") => Arguments.Add(_name);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var name = invocation.Get(_name);
        if (!await invocation.Installer().RemoveAsync(name, cancellationToken).ConfigureAwait(false))
        {
            throw new CommandException(ExitCodes.NotFound, "not-installed", $"There is no model '{name}' installed. See: videoindex models list");
        }

        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new ModelRemovedShape(name, true), Shapes.Default.ModelRemovedShape);
        }
        else
        {
            invocation.Terminal.Say($"{name} is removed.");
        }

        return ExitCodes.Ok;
    }
}
