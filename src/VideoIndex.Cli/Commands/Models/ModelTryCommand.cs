using System.CommandLine;
using VideoIndex.Onnx.Binding;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Onnx.Catalogue.Checking;

namespace VideoIndex.Cli.Commands.Models;

/// <summary>Runs a model once, in a program of its own: <see cref="TrialProgram"/> starts it, and no person needs to.</summary>
internal sealed class ModelTryCommand : LibraryCommand
{
    /// <summary>The command's name.</summary>
    public const string Verb = "try";

    private readonly Argument<string> _file = new("FILE") { Description = "The model's file." };
    private readonly Argument<string> _card = new("CARD") { Description = "Its card." };

    public ModelTryCommand()
        : base(Verb, "Run a model once, to see whether it can be run.")
    {
        Hidden = true;
        Arguments.Add(_file);
        Arguments.Add(_card);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var card = Cards.Read(await File.ReadAllBytesAsync(invocation.Get(_card), cancellationToken).ConfigureAwait(false), "The card");
        TrialRun.Run(new OnnxRuntime(new OnnxRuntimeOptions { ModelsFolder = invocation.ModelsFolder }), invocation.Get(_file), card);
        return ExitCodes.Ok;
    }
}
