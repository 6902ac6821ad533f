using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Models;
using VideoIndex.Onnx.Catalogue;

namespace VideoIndex.Cli.Commands.Models;

/// <summary>Takes models from a folder, for machines without a network and for models of one's own.</summary>
internal sealed class ModelImportCommand : LibraryCommand
{
    private readonly Argument<string> _folder = new("DIR")
    {
        Description = "A folder with models: files that are known by their hash, or each with its card, model.json; folders in it are looked into too. Or a speech model: its folder, or its one file.",
    };

    public ModelImportCommand()
        : base("import", "Take models from a folder, check them and take them into use.") => Arguments.Add(_folder);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var installer = invocation.Installer();
        var imported = await installer.ImportAsync(Path.GetFullPath(invocation.Get(_folder)), cancellationToken).ConfigureAwait(false);
        var placed = imported.Where(one => one.Placed is not null).Select(one => Shape(one.Placed!, installer)).ToList();
        var refused = imported.Where(one => one.Placed is null).Select(one => new ModelRefusedShape(one.Path, one.Code!, one.Sentence!)).ToList();
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new ModelsPlacedShape(placed, refused), Shapes.Default.ModelsPlacedShape);
        }
        else
        {
            Print(placed, invocation.Terminal);
        }

        foreach (var one in refused)
        {
            invocation.Terminal.Remark($"{one.Path}: {one.Sentence} [{one.Code}]");
        }

        if (placed is not [])
        {
            ModelsCommand.RemarkUntried(installer, invocation.Terminal);
        }

        return refused is [] ? ExitCodes.Ok : ExitCodes.NotOk;
    }

    private static ModelPlacedShape Shape(Placed placed, ModelInstaller installer) => new(
        placed.Model.Card.Name, placed.Model.Card.Version, placed.Model.Path, placed.IsNew, placed.IsNew && installer.NotTried is null);

    private static void Print(List<ModelPlacedShape> placed, Terminal terminal)
    {
        foreach (var model in placed)
        {
            terminal.Say($"{model.Name} {model.Version} {(model.IsNew ? "is installed" : "was installed already")}: {model.Path}");
        }

        terminal.Say($"{Counts.Of(placed.Count, "model")} taken.");
    }
}
