using System.Reflection;
using System.Runtime.InteropServices;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;
using VideoIndex.Onnx.Runtime;
using VideoIndex.Sqlite;
using VideoIndex.Tesseract;

namespace VideoIndex.Cli.Commands;

/// <summary>Says what VideoIndex runs on here, and what protects it.</summary>
internal sealed class DoctorCommand() : LibraryCommand("doctor", "Show versions, protections, paths and free space.")
{
    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var tools = await FindToolsAsync(cancellationToken).ConfigureAwait(false);
        var sqlite = SqliteEngine.Describe();
        using var readers = new TesseractReaders(new TesseractOptions());
        var models = new OnnxRuntime(new OnnxRuntimeOptions { ModelsFolder = invocation.ModelsFolder });
        var report = new DoctorShape(
            Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}",
            tools?.Version,
            TesseractLibrary.Version,
            sqlite.Version,
            sqlite.File,
            tools?.Protection.ToString().ToLowerInvariant(),
            tools is null ? "FFmpeg is not installed, so nothing can be read." : tools.Weakness,
            invocation.LibraryFolder,
            LibraryHost.Exists(invocation.LibraryFolder),
            FreeBytes(invocation.LibraryFolder),
            tools is { Weakness: null },
            Describe(models, invocation.ModelOptions));
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(report, Shapes.Default.DoctorShape);
        }
        else
        {
            Print(report, readers, invocation.Terminal);
        }

        return tools is null ? ExitCodes.ToolMissing : ExitCodes.Ok;
    }

    private static ModelRuntimeShape Describe(OnnxRuntime runtime, ModelSessionOptions options)
    {
        if (runtime.Missing is { } missing)
        {
            return new ModelRuntimeShape(null, null, [], null, [missing]);
        }

        try
        {
            var probe = RuntimeProbe.Run(runtime, options);
            return new ModelRuntimeShape(runtime.Version, runtime.Path, runtime.Providers, probe.Provider, probe.PassedOver);
        }
        catch (ModelException failure)
        {
            return new ModelRuntimeShape(runtime.Version, runtime.Path, runtime.Providers, null, [failure.Message]);
        }
    }

    private static async Task<MediaTools?> FindToolsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await MediaTools.DiscoverAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ToolMissingException)
        {
            return null;
        }
    }

    private static long FreeBytes(string folder)
    {
        var existing = folder;
        while (!Directory.Exists(existing))
        {
            existing = Path.GetDirectoryName(existing)!;
        }

        return new DriveInfo(existing).AvailableFreeSpace;
    }

    private static void Print(DoctorShape report, TesseractReaders readers, Terminal terminal)
    {
        terminal.Say($"VideoIndex  {report.VideoIndex}");
        terminal.Say($"runtime     {report.Runtime}");
        terminal.Say($"FFmpeg      {report.Ffmpeg ?? "not installed: apt-get install ffmpeg"}");
        terminal.Say($"Tesseract   {readers.Missing ?? $"{report.Tesseract}, reads {string.Join(", ", readers.Languages)}"}");
        PrintModels(report.ModelRuntime, terminal);
        terminal.Say($"SQLite      {report.Sqlite} ({report.SqliteFile})");
        terminal.Say($"protection  {report.Protection ?? "none"}{(report.Weakness is { } weakness ? $": {weakness}" : ": one input, one output folder, no network, limits")}");
        terminal.Say($"library     {report.Library}{(report.LibraryExists ? "" : " (not made yet)")}");
        terminal.Say($"free space  {report.FreeBytes / 1_000_000_000.0:0.0} GB");
    }

    private static void PrintModels(ModelRuntimeShape models, Terminal terminal)
    {
        terminal.Say($"models      {(models.Version is null ? models.Notes[0] : $"ONNX Runtime {models.Version} ({models.Path}), has {string.Join(", ", models.Providers)}, runs on {models.Provider ?? "none of them"}")}");
        foreach (var note in models.Version is null ? [] : models.Notes)
        {
            terminal.Say($"            {note}");
        }
    }
}
