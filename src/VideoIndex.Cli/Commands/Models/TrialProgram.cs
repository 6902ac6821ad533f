using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Onnx.Catalogue.Checking;

namespace VideoIndex.Cli.Commands.Models;

/// <summary>
/// Runs models for a trial in a program of their own, which has limits on memory and time: the runtime is native code, and a model made to
/// bring it down takes only that program with it.
/// </summary>
/// <param name="modelsFolder">The folder of models, in which the runtime may be.</param>
internal sealed class TrialProgram(string modelsFolder) : IModelTrial
{
    private const int LongestSeconds = 60;

    // Far above what any model here needs; a model that asks for more is stopped, and this machine stays usable.
    private static readonly string[] Limits = ["prlimit", "--data=8589934592", "--cpu=120", "--core=0"];

    private readonly OnnxRuntime _runtime = new(new OnnxRuntimeOptions { ModelsFolder = modelsFolder });

    /// <inheritdoc/>
    public string? Missing => _runtime.Missing;

    /// <inheritdoc/>
    public async Task TryAsync(string path, ModelCard card, CancellationToken cancellationToken)
    {
        var cardFile = Path.Combine(Path.GetTempPath(), $"videoindex-card-{Guid.NewGuid():N}");
        await File.WriteAllBytesAsync(cardFile, Cards.Write(card), cancellationToken).ConfigureAwait(false);
        try
        {
            await RunAsync([.. Self(), "models", ModelTryCommand.Verb, path, cardFile, "--json", "--models", modelsFolder], cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(cardFile);
        }
    }

    private static async Task RunAsync(string[] command, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(LongestSeconds));
        using var program = Start(command);
        try
        {
            var errors = program.StandardError.ReadToEndAsync(limit.Token);
            var said = await program.StandardOutput.ReadToEndAsync(limit.Token).ConfigureAwait(false);
            await errors.ConfigureAwait(false);
            await program.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            if (program.ExitCode != ExitCodes.Ok)
            {
                throw Refusal(said, program.ExitCode);
            }
        }
        catch (OperationCanceledException)
        {
            program.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new ModelException("trial-failed", $"The model was not done within {LongestSeconds} seconds when it was tried.");
        }
    }

    private static Process Start(string[] command)
    {
        try
        {
            return Begin([.. Limits, .. command]);
        }
        catch (Win32Exception)
        {
            return Begin(command); // no prlimit here
        }
    }

    private static Process Begin(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("OTEL_EXPORTER_OTLP_ENDPOINT");
        return Process.Start(start)!;
    }

    private static ModelException Refusal(string said, int exitCode)
    {
        try
        {
            using var answer = JsonDocument.Parse(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]);
            var error = answer.RootElement.GetProperty("error");
            return new ModelException(error.GetProperty("code").GetString()!, error.GetProperty("sentence").GetString()!);
        }
        catch (Exception failure) when (failure is JsonException or IndexOutOfRangeException or KeyNotFoundException or InvalidOperationException)
        {
            return new ModelException("trial-crashed", $"The model brought down the program it was tried in (it ended with {exitCode}).");
        }
    }

    // This very program: by the host that runs it, or by itself where it is one file.
    private static string[] Self()
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, $"{typeof(TrialProgram).Assembly.GetName().Name}.dll");
        if (!File.Exists(assembly))
        {
            return [Environment.ProcessPath!];
        }

        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return [File.Exists(beside) ? beside : "dotnet", assembly];
    }
}
