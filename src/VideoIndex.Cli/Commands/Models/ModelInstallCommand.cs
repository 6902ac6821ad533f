using System.CommandLine;
using System.Globalization;
using VideoIndex.Cli.Models;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Models;
using VideoIndex.Inference;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Onnx.Runtime;

namespace VideoIndex.Cli.Commands.Models;

/// <summary>Fetches models and takes them into use.</summary>
internal sealed class ModelInstallCommand : LibraryCommand
{
    private const string RuntimeName = "runtime";

    private readonly Argument<string[]> _names = new("NAME")
    {
        Description = "Which: names as 'models list' gives them, all but those of speech by all, or what runs them by runtime.",
        Arity = ArgumentArity.OneOrMore,
    };

    public ModelInstallCommand()
        : base("install", "Fetch models, check them and take them into use; one that is there is not fetched again.") => Arguments.Add(_names);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var names = invocation.Get(_names);
        var cards = Meant(names);
        var (placed, refused) = (new List<ModelPlacedShape>(), new List<ModelRefusedShape>());
        if (names.Contains(RuntimeName))
        {
            placed.Add(await InstallRuntimeAsync(invocation, cancellationToken).ConfigureAwait(false));
        }

        var installer = invocation.Installer();
        foreach (var card in cards)
        {
            try
            {
                placed.Add(await InstallAsync(card, installer, invocation.Terminal, cancellationToken).ConfigureAwait(false));
            }
            catch (ModelException failure) when (cards.Count > 1 && failure.Code is not ("disk-full" or "no-permission" or "file-error"))
            {
                refused.Add(new ModelRefusedShape(card.Source?.ToString() ?? card.Name, failure.Code, failure.Message));
                invocation.Terminal.Remark($"{card.Name}: {failure.Message} [{failure.Code}]");
            }
        }

        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new ModelsPlacedShape(placed, refused), Shapes.Default.ModelsPlacedShape);
        }

        if (cards is not [])
        {
            ModelsCommand.RemarkUntried(installer, invocation.Terminal);
        }

        return refused is [] ? ExitCodes.Ok : ExitCodes.NotOk;
    }

    private static List<ModelCard> Meant(string[] names)
    {
        var known = Manifest.Embedded;
        return names.Contains("all") ? [.. known.Models] : [.. names.Distinct().Where(name => name != RuntimeName).Select(name => known.Find(name) ?? known.FindSpeech(name)?.Shown
            ?? throw new CommandException(ExitCodes.NotFound, "no-such-model", $"There is no model '{name}' to install. See: videoindex models list"))];
    }

    private static async Task<ModelPlacedShape> InstallRuntimeAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var placed = await RuntimeInstall.RunAsync(invocation.ModelsFolder, cancellationToken).ConfigureAwait(false);
        if (!invocation.Terminal.Json)
        {
            invocation.Terminal.Say($"ONNX Runtime {RuntimePackage.Version} {(placed.Already ? "was installed already" : "is installed")}: {placed.Path}");
        }

        return new ModelPlacedShape(RuntimeName, RuntimePackage.Version, placed.Path, !placed.Already, false);
    }

    private static async Task<ModelPlacedShape> InstallAsync(ModelCard card, ModelInstaller installer, Terminal terminal, CancellationToken cancellationToken)
    {
        var progress = new Shown(bytes => terminal.Progress(string.Create(
            CultureInfo.InvariantCulture, $"{card.Name}  {bytes / 1_000_000.0:0.0}{(card.Bytes == 0 ? "" : $" of {card.Bytes / 1_000_000.0:0.0}")} MB")));
        try
        {
            var placed = await installer.InstallAsync(card, progress, cancellationToken).ConfigureAwait(false);
            terminal.Progress("");
            if (!terminal.Json)
            {
                terminal.Say($"{card.Name} {placed.Model.Card.Version} {(placed.IsNew ? "is installed" : "was installed already")}: {placed.Model.Path}");
            }

            return new ModelPlacedShape(card.Name, placed.Model.Card.Version, placed.Model.Path, placed.IsNew, placed.IsNew && installer.NotTried is null);
        }
        catch
        {
            terminal.Progress("");
            throw;
        }
    }

    // At once and in order: the platform's own hands them to other threads, which may come late.
    private sealed class Shown(Action<long> show) : IProgress<long>
    {
        public void Report(long value) => show(value);
    }
}
