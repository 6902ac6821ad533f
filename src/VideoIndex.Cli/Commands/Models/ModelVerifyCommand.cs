using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Models;
using VideoIndex.Onnx.Catalogue;

namespace VideoIndex.Cli.Commands.Models;

/// <summary>Checks installed models against their cards, every byte.</summary>
internal sealed class ModelVerifyCommand : LibraryCommand
{
    private readonly Argument<string?> _name = new("NAME")
    {
        Description = "Which; all that are installed where none is named.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => null,
    };

    public ModelVerifyCommand()
        : base("verify", "Check installed models, every byte, and run each once.") => Arguments.Add(_name);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var (name, installer) = (invocation.Get(_name), invocation.Installer());
        var kept = invocation.Models().Kept().Where(model => name is null || model.Name == name).ToList();
        if (kept is [] && name is not null)
        {
            throw new CommandException(ExitCodes.NotFound, "not-installed", $"There is no model '{name}' installed. See: videoindex models list");
        }

        var verified = new List<ModelVerifiedShape>();
        foreach (var model in kept)
        {
            var fault = await installer.VerifyAsync(model, cancellationToken).ConfigureAwait(false);
            verified.Add(new ModelVerifiedShape(model.Name, model.Version, model.Path, fault is null, fault is null && installer.NotTried is null, fault?.Code, fault?.Message));
        }

        Tell(verified, installer, invocation.Terminal);
        return verified.All(model => model.Whole) ? ExitCodes.Ok : ExitCodes.NotOk;
    }

    private static void Tell(List<ModelVerifiedShape> verified, ModelInstaller installer, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Write(new ModelsVerifiedShape(verified), Shapes.Default.ModelsVerifiedShape);
            return;
        }

        foreach (var model in verified)
        {
            var how = model.Tried ? "whole, and runs" : "whole; it was not run";
            terminal.Say(model.Whole
                ? $"{model.Name} {model.Version}  {how}"
                : $"{model.Name} {model.Version}  {model.Sentence} [{model.Code}]{(Manifest.Embedded.Find(model.Name) is null && Manifest.Embedded.FindSpeech(model.Name) is null ? "" : $" Run: videoindex models install {model.Name}")}");
        }

        terminal.Say(verified is [] ? "No model is installed." : $"{Counts.Of(verified.Count(model => model.Whole), "model")} of {verified.Count} whole.");
        if (verified is not [] && installer.NotTried is { } why)
        {
            terminal.Remark($"Not run for a trial: {why}");
        }
    }
}
