using VideoIndex.Cli.Output;

namespace VideoIndex.Cli.Commands.Similar;

/// <summary>Says once, before the first is looked at, that pictures are looked at by a model: it may take a while.</summary>
internal sealed class LeftToSee(Terminal terminal) : IProgress<int>
{
    private bool _told;

    /// <inheritdoc/>
    public void Report(int value)
    {
        if (!_told)
        {
            terminal.Remark($"The model looks at the keyframes of {Counts.Of(value, "video")} first; what it saw is kept.");
            _told = true;
        }
    }
}
