using VideoIndex.Cli.Output;
using VideoIndex.Ffmpeg.Running;

namespace VideoIndex.Cli.Commands.Brands;

/// <summary>Orders the search for what was changed of brands, and says who does it.</summary>
internal static class BackgroundSearch
{
    /// <summary>Orders it. What a worker does not do, <c>exposure</c> does when it is asked.</summary>
    public static async Task OrderAsync(LibraryHost library, MediaTools tools, Terminal terminal, CancellationToken cancellationToken)
    {
        var ordered = await library.LogoOrders(tools).OrderAsync(cancellationToken).ConfigureAwait(false);
        if (ordered > 0)
        {
            terminal.Remark($"{Counts.Of(ordered, "video")} to be looked through by: videoindex work. videoindex exposure does what is left.");
        }
    }
}
