using System.Globalization;
using Spectre.Console;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Media;
using VideoIndex.Pipeline.Ingest;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Indexing;

/// <summary>Indexes files one after the other and tells of each. One bad file never stops the rest.</summary>
internal sealed class Batch(VideoIngest ingest, Terminal terminal)
{
    private readonly List<(IndexedShape Shape, Video? Video)> _results = [];

    /// <summary>Gets what became of each file so far.</summary>
    public IEnumerable<IndexedShape> Results => _results.Select(result => result.Shape);

    /// <summary>Indexes one file.</summary>
    public async Task IndexAsync(string file, bool force, CancellationToken cancellationToken)
    {
        var (shape, video) = await TryAsync(file, force, cancellationToken).ConfigureAwait(false);
        _results.Add((shape, video));
        terminal.Progress("");
        if (terminal.Json)
        {
            terminal.Write(shape, Shapes.Default.IndexedShape);
        }
        else
        {
            terminal.Remark($"{Path.GetFileName(file)}: {Outcome(shape)}");
        }
    }

    /// <summary>Prints the table at the end.</summary>
    /// <param name="remark">What to say behind the counts.</param>
    public void Summarize(string remark)
    {
        if (terminal.Json)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("File", "Id", "State", "Code", "Length", "Frames", "Frames/s", "x real time");
        foreach (var (shape, video) in _results)
        {
            table.AddRow([.. Row(shape, video).Select(Markup.Escape)]);
        }

        terminal.Say(PlainText.Of(table));
        var counts = Results.GroupBy(result => result.State).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}");
        terminal.Say($"{Counts.Of(_results.Count, "file")}: {string.Join(", ", counts)}.{remark}");
    }

    private async Task<(IndexedShape Shape, Video? Video)> TryAsync(string file, bool force, CancellationToken cancellationToken)
    {
        try
        {
            var progress = new ProgressLine(Path.GetFileName(file), terminal);
            var done = await ingest.RunAsync(new IngestVideo(file, force), progress, cancellationToken).ConfigureAwait(false);
            var video = done.Video;
            var coverage = video.Coverage is { } share ? decimal.Round(Times.Seconds(share), 4) : (decimal?)null;
            var shape = new IndexedShape(
                video.Id.ToString(), file, StateOf(video.State), video.Code, video.Sentence, coverage, done.AlreadyKnown, done.EarlierPath, MeterShape.Of(video));
            return (shape, video);
        }
        catch (MediaRefusedException refusal)
        {
            return (Rejected(file, refusal.Code, refusal.Message), null);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (Rejected(file, "file-error", unreadable.Message), null);
        }
    }

    private static IndexedShape Rejected(string file, string code, string sentence) =>
        new(null, file, StateOf(VideoState.Rejected), code, sentence, null, AlreadyKnown: false, null, null);

    private static string StateOf(VideoState state) => state.ToString().ToLowerInvariant();

    private static string Outcome(IndexedShape shape)
    {
        var twice = shape switch
        {
            { AlreadyKnown: true, SameAs: { } other } => $" (the same video as {other})",
            { AlreadyKnown: true } => " (already in the library)",
            _ => "",
        };
        return $"{shape.State}{twice}{(shape.Sentence is { } sentence ? $": {sentence} [{shape.Code}]" : "")}";
    }

    private static IEnumerable<string> Row(IndexedShape shape, Video? video) =>
    [
        Path.GetFileName(shape.Path),
        shape.Id?[..8] ?? "",
        shape.State,
        shape.Code ?? "",
        video is null ? "" : Times.Length(video.Extent),
        video is { Frames: > 0 } ? video.Frames.ToString("N0", CultureInfo.InvariantCulture) : "",
        video?.Rate?.ToString() ?? "",
        shape.AlreadyKnown ? "known" : shape.Meter?.TimesRealTime?.ToString("0.0", null) ?? "",
    ];
}
