using System.Runtime.CompilerServices;

namespace VideoIndex.Cli.Tests.Footage;

/// <summary>
/// Whatever models a developer has installed, tests look for no things but where they say so; and where ONNX Runtime is, all see the same, those in
/// programs of their own, too: once loaded, the library is found by its name for as long as this process lives.
/// </summary>
internal static class NoModels
{
    [ModuleInitializer]
    internal static void LookForNothing()
    {
        Environment.SetEnvironmentVariable("VIDEOINDEX_OBJECTS", "off");
        Environment.SetEnvironmentVariable("VIDEOINDEX_FACES", "off");
        Environment.SetEnvironmentVariable("VIDEOINDEX_LISTEN", "off");
        if (OnnxLibrary.Present)
        {
            Environment.SetEnvironmentVariable("VIDEOINDEX_ONNXRUNTIME", OnnxLibrary.Path);
        }
    }
}
