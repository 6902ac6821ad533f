using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json.Models;
using VideoIndex.Inference;
using VideoIndex.Onnx.Catalogue;

namespace VideoIndex.Cli.Commands.Models;

/// <summary>The models that find objects, faces, words and speech.</summary>
internal sealed class ModelsCommand : Command
{
    public ModelsCommand()
        : base("models", "See, install, import, check and remove the models that find objects, faces, words and speech.")
    {
        Subcommands.Add(new ModelListCommand());
        Subcommands.Add(new ModelInstallCommand());
        Subcommands.Add(new ModelImportCommand());
        Subcommands.Add(new ModelVerifyCommand());
        Subcommands.Add(new ModelRemoveCommand());
        Subcommands.Add(new ModelTryCommand());
    }

    /// <summary>Returns a model's card, with what is to be said of it here.</summary>
    public static ModelShape Describe(ModelCard card, ModelCatalogue catalogue)
    {
        var (found, serving) = (catalogue.Find(card.Name), catalogue.Serving(card.Task));
        var state = found is null ? catalogue.Kept().Any(kept => kept.Name == card.Name) ? "damaged" : "not-installed"
            : found.Card.Sha256 != card.Sha256 ? "other-version"
            : serving?.Path == found.Path ? "in-use"
            : "installed";
        return new ModelShape(
            card.Name, card.Task, card.Version, card.Licence, card.Source?.ToString(), card.Sha256, card.Bytes, card.Head, card.Labels.Count,
            Manifest.Embedded.Find(card.Name) is not null || Manifest.Embedded.FindSpeech(card.Name) is not null, state, found?.Path,
            [.. card.Measured.Select(figure => new ModelFigureShape(figure.What, figure.On, figure.Value))]);
    }

    /// <summary>Says that models were placed and not tried, for want of a runtime.</summary>
    public static void RemarkUntried(ModelInstaller installer, Terminal terminal)
    {
        if (installer.NotTried is { } why)
        {
            terminal.Remark($"Not run for a trial: {why} Then check them with: videoindex models verify");
        }
    }
}
