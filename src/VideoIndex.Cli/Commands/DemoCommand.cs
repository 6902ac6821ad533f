
namespace VideoIndex.Cli.Commands;

/// <summary>Demo.</summary>
internal sealed class DemoCommand() : LibraryCommand("demo", "Make a sample reel, index it, and search it three ways.")
{
    /// <inheritdoc/>
    public override Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken) => Task.FromResult(0);
}
