using VideoIndex.Cli.Output;
using VideoIndex.Inference;

namespace VideoIndex.Cli.Models;

/// <summary>A runtime that warns, once, where a GPU was asked for by name and models are run on something else.</summary>
/// <param name="runtime">What runs models.</param>
/// <param name="terminal">Where the warning goes.</param>
internal sealed class ToldRuntime(IModelRuntime runtime, Terminal terminal) : IModelRuntime
{
    private int _told;

    /// <inheritdoc/>
    public string? Missing => runtime.Missing;

    /// <inheritdoc/>
    public string? Version => runtime.Version;

    /// <inheritdoc/>
    public IModelSession Open(string path, ModelSessionOptions options)
    {
        var session = runtime.Open(path, options);
        if (session.PassedOver.Count > 0 && Interlocked.Exchange(ref _told, 1) == 0)
        {
            terminal.Remark($"warning: models are run on {session.Provider}. {string.Join(" ", session.PassedOver)}");
        }

        return session;
    }
}
