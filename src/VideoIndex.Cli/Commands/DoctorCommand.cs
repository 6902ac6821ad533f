using System.Reflection;
using System.Runtime.InteropServices;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Ffmpeg.Running;
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
            tools is { Weakness: null });
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
        terminal.Say($"SQLite      {report.Sqlite} ({report.SqliteFile})");
        terminal.Say($"protection  {report.Protection ?? "none"}{(report.Weakness is { } weakness ? $": {weakness}" : ": one input, one output folder, no network, limits")}");
        terminal.Say($"library     {report.Library}{(report.LibraryExists ? "" : " (not made yet)")}");
        terminal.Say($"free space  {report.FreeBytes / 1_000_000_000.0:0.0} GB");
    }
}
