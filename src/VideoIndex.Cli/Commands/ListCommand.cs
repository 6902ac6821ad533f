using Spectre.Console;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands;

/// <summary>Lists the videos.</summary>
internal sealed class ListCommand() : LibraryCommand("list", "List the videos in the library.")
{
    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var videos = await library.Catalog.ListAsync(cancellationToken).ConfigureAwait(false);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new ListShape([.. videos.Select(Listed)]), Shapes.Default.ListShape);
            return ExitCodes.Ok;
        }

        if (videos is [])
        {
            invocation.Terminal.Say("The library is empty. Fill it with: videoindex index FILE");
            return ExitCodes.Ok;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("Id", "State", "Length", "Frames/s", "Path");
        foreach (var video in videos)
        {
            string[] row =
            [
                video.Id.ToString()[..8],
                video.Code is { } code ? $"{video.State.ToString().ToLowerInvariant()} ({code})" : video.State.ToString().ToLowerInvariant(),
                Times.Length(video.Extent),
                video.Rate?.ToString() ?? "",
                video.Path,
            ];
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        invocation.Terminal.Say(PlainText.Of(table));
        invocation.Terminal.Say($"{Counts.Of(videos.Count, "video")}.");
        return ExitCodes.Ok;
    }

    private static ListedShape Listed(Video video) => new(
        video.Id.ToString(),
        video.Path,
        video.State.ToString().ToLowerInvariant(),
        video.Code,
        video.Bytes,
        Times.Seconds(video.Extent.Duration.Seconds),
        video.Rate?.ToString(),
        video.Frames);
}
