using System.CommandLine;

namespace VideoIndex.Cli.Commands.Sidecars;

/// <summary>All that is known of a video in one open file, and a library made of such files.</summary>
internal sealed class SidecarCommand : Command
{
    public SidecarCommand()
        : base("sidecar", "Write all that is known of each video to one open file, and make a library of such files.")
    {
        Subcommands.Add(new SidecarWriteCommand());
        Subcommands.Add(new SidecarReadCommand());
        Subcommands.Add(new SidecarCheckCommand());
    }
}
