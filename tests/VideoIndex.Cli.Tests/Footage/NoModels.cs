using System.Runtime.CompilerServices;

namespace VideoIndex.Cli.Tests.Footage;

/// <summary>Whatever models a developer has installed, tests look for no things but where they say so.</summary>
internal static class NoModels
{
    [ModuleInitializer]
    internal static void LookForNothing()
    {
        Environment.SetEnvironmentVariable("VIDEOINDEX_OBJECTS", "off");
        Environment.SetEnvironmentVariable("VIDEOINDEX_FACES", "off");
    }
}
