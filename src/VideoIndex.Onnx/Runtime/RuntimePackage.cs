using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace VideoIndex.Onnx.Runtime;

/// <summary>The package of npm that holds ONNX Runtime's native library, and which file of it is the one for this machine.</summary>
/// <param name="File">The library's file within the folder npm installs into.</param>
/// <param name="Sha256">Its hash, 64 small hex digits.</param>
public sealed record RuntimePackage(string File, string Sha256)
{
    /// <summary>The version of the library.</summary>
    public const string Version = "1.30.0";

    private const string Binaries = "node_modules/onnxruntime-node/bin/napi-v6";

    private static readonly string[] Papers = ["package.json", "package-lock.json"];

    /// <summary>Gets the one for this machine; null where the package has none, or none that is used here.</summary>
    public static RuntimePackage? Here { get; } = !OperatingSystem.IsLinux() ? null : RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => new($"{Binaries}/linux/x64/libonnxruntime.so.1", "ffb75a925ba05e47b235bb66e3e3911714a80b328a9c9425539feb204aa32a23"),
        Architecture.Arm64 => new($"{Binaries}/linux/arm64/libonnxruntime.so.1", "1f549d46250b005580b597f4164984aaf75b3bcb9f3aeb07c7f8a8fe60b23c76"),
        _ => null,
    };

    /// <summary>Writes what npm needs to fetch it, a package and its lock, into a folder.</summary>
    public static void WriteTo(string folder)
    {
        foreach (var paper in Papers)
        {
            using var from = Assembly.GetExecutingAssembly().GetManifestResourceStream(paper)!;
            using var to = System.IO.File.Create(Path.Combine(folder, paper));
            from.CopyTo(to);
        }
    }

    /// <summary>Returns whether a file is the library, byte for byte; false where there is none.</summary>
    public async Task<bool> IsAtAsync(string path, CancellationToken cancellationToken)
    {
        if (!System.IO.File.Exists(path))
        {
            return false;
        }

        await using var content = System.IO.File.OpenRead(path);
        var hash = await SHA256.HashDataAsync(content, cancellationToken).ConfigureAwait(false);
        return Convert.ToHexStringLower(hash) == Sha256;
    }
}
