using VideoIndex.Onnx.Binding;
using VideoIndex.Onnx.Runtime;

namespace VideoIndex.Cli.Models;

/// <summary>Fetches ONNX Runtime's native library by npm, as the package's lock pins it, and puts it where models are run from.</summary>
internal static class RuntimeInstall
{
    /// <summary>Fetches it, unless it is there already.</summary>
    /// <param name="modelsFolder">The folder of models; the library comes to its <c>runtime/</c>.</param>
    /// <param name="cancellationToken">Stops npm.</param>
    /// <returns>Where it is, and whether it was there already.</returns>
    /// <exception cref="CommandException">npm is missing or failed, or this machine has no library.</exception>
    public static Task<InstalledRuntime> RunAsync(string modelsFolder, CancellationToken cancellationToken) =>
        RunAsync(modelsFolder, new NpmProgram("npm"), cancellationToken);

    /// <summary>The same by a certain npm.</summary>
    public static async Task<InstalledRuntime> RunAsync(string modelsFolder, NpmProgram npm, CancellationToken cancellationToken)
    {
        var package = RuntimePackage.Here
            ?? throw new CommandException(ExitCodes.NotOk, "no-runtime-here", $"ONNX Runtime is fetched for Linux on x64 and arm64 alone. Put its library anywhere and name it by {OnnxRuntimeOptions.Variable}.");
        var target = Path.Combine(modelsFolder, OnnxRuntime.InstalledName);
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        using var alone = TakeAlone(Path.Combine(folder, ".lock"));
        if (await package.IsAtAsync(target, cancellationToken).ConfigureAwait(false))
        {
            return new InstalledRuntime(target, Already: true);
        }

        // Beside its place, so that it comes there in one step; and by one name, so that the next time sweeps what a killed one left.
        var fetched = Path.Combine(folder, ".fetch");
        try
        {
            Sweep(fetched);
            Directory.CreateDirectory(fetched);
            RuntimePackage.WriteTo(fetched);
            await npm.InstallAsync(fetched, cancellationToken).ConfigureAwait(false);
            await PlaceAsync(package, Path.Combine(fetched, package.File), target, cancellationToken).ConfigureAwait(false);
            return new InstalledRuntime(target, Already: false);
        }
        finally
        {
            Sweep(fetched);
        }
    }

    private static async Task PlaceAsync(RuntimePackage package, string fetched, string target, CancellationToken cancellationToken)
    {
        if (!await package.IsAtAsync(fetched, cancellationToken).ConfigureAwait(false))
        {
            throw new CommandException(ExitCodes.NotOk, "wrong-hash", "What npm fetched is not the library that is known here, so it was not kept.");
        }

        File.Move(fetched, target, overwrite: true);
    }

    private static FileStream TakeAlone(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            throw new CommandException(ExitCodes.NotOk, "already-installing", "Another program is fetching ONNX Runtime into this folder. Wait for it to end.");
        }
    }

    private static void Sweep(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>ONNX Runtime's library as it stands now.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Already">Whether nothing had to be done.</param>
internal sealed record InstalledRuntime(string Path, bool Already);
