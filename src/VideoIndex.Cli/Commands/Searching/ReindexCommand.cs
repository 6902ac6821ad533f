using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;

namespace VideoIndex.Cli.Commands.Searching;

/// <summary>Makes the search index anew from what is known of the videos.</summary>
internal sealed class ReindexCommand : LibraryCommand
{
    private readonly Option<string?> _engine = EngineChoice.Option();

    public ReindexCommand()
        : base("reindex", "Make the search index anew from the catalogue; nothing is read from the footage.") => Options.Add(_engine);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        using var engine = EngineChoice.Chosen(invocation.Get(_engine), library);
        if (engine is not null)
        {
            var report = await EngineChoice.RebuildAsync(engine, library, cancellationToken).ConfigureAwait(false);
            report.Complaints.ToList().ForEach(complaint => invocation.Terminal.Remark(complaint));
            return Told(invocation, report.Videos, report.Things);
        }

        var (videos, things) = await library.ReindexAsync(cancellationToken).ConfigureAwait(false);
        return Told(invocation, videos, things);
    }

    private static int Told(Invocation invocation, int videos, long things)
    {
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new ReindexedShape(videos, things), Shapes.Default.ReindexedShape);
        }
        else
        {
            invocation.Terminal.Say($"The search index of {Counts.Of(videos, "video")} was made anew: {Counts.Of(things, "thing")} can be found.");
        }

        return ExitCodes.Ok;
    }
}
