using System.CommandLine;
using VideoIndex.Ffmpeg.Running;

namespace VideoIndex.Cli.Commands.Work;

/// <summary>Finds the tools, and says what protects this machine from the files they read.</summary>
internal static class Protection
{
    /// <summary>Returns the option that insists on the sandbox.</summary>
    public static Option<bool> Required() => new("--require-sandbox") { Description = "Refuse to read anything unless the full sandbox is on." };

    /// <summary>Finds the tools; a weakness is a warning, or the end where the sandbox is insisted on.</summary>
    /// <exception cref="CommandException">It is, and there is a weakness.</exception>
    public static async Task<MediaTools> FindToolsAsync(Invocation invocation, bool isRequired, CancellationToken cancellationToken)
    {
        var tools = await MediaTools.DiscoverAsync(cancellationToken).ConfigureAwait(false);
        if (tools.Weakness is { } weakness && isRequired)
        {
            throw new CommandException(ExitCodes.ToolMissing, "no-sandbox", weakness);
        }

        if (tools.Weakness is { } warning)
        {
            invocation.Terminal.Remark($"Warning: {warning}");
        }

        return tools;
    }
}
