using System.Globalization;
using Spectre.Console;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Indexing;

/// <summary>Says how files are getting on, what became of each, and of all.</summary>
internal sealed class BatchReport(Terminal terminal, ProgressBoard board, RunLength lengths, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();
    private readonly List<(IndexedShape Shape, Video? Video)> _results = [];

    /// <summary>Gets what became of each file so far.</summary>
    public IEnumerable<IndexedShape> Results => _results.Select(result => result.Shape);

    /// <summary>Gets how many files are done with.</summary>
    public int Count => _results.Count;

    /// <summary>Says what became of a file.</summary>
    public void Add(IndexedShape shape, Video? video)
    {
        _results.Add((shape, video));
        terminal.Progress("");
        if (terminal.Json)
        {
            terminal.Write(shape, Shapes.Default.IndexedShape);
        }
        else
        {
            terminal.Remark($"{Path.GetFileName(shape.Path)}: {Outcome(shape)}");
            foreach (var match in shape.Similar)
            {
                terminal.Remark($"  {match.Sentence}");
            }
        }
    }

    /// <summary>Shows how far a video has come, if anybody watches.</summary>
    public async Task ShowAsync(Video video, int others, CancellationToken cancellationToken)
    {
        if (Terminal.IsWatched)
        {
            var (frames, surveyed) = await lengths.OfAsync(video, cancellationToken).ConfigureAwait(false);
            terminal.Progress(ProgressLine.Of(Path.GetFileName(video.Path), board.Of(video.Id, video.Run, frames, surveyed), others));
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
            .AddColumns("File", "Id", "State", "Code", "Length", "Frames", "Frames/s");
        foreach (var (shape, video) in _results)
        {
            table.AddRow([.. Row(shape, video).Select(Markup.Escape)]);
        }

        terminal.Say(PlainText.Of(table));
        var counts = Results.GroupBy(result => result.State).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}");
        terminal.Say($"{Counts.Of(_results.Count, "file")}: {string.Join(", ", counts)}.{Pace()}{remark}");
    }

    // Of all files together: side by side, each takes longer than it would alone.
    private string Pace()
    {
        var seconds = _results.Where(result => !result.Shape.AlreadyKnown).Sum(result => result.Video?.Extent.Duration.Seconds.ToDouble() ?? 0);
        var took = clock.GetElapsedTime(_started).TotalSeconds;
        return seconds > 0 ? string.Create(CultureInfo.InvariantCulture, $" {seconds:0.0} s of footage in {took:0.0} s, {seconds / took:0.0} x real time.") : "";
    }

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
        shape.AlreadyKnown ? "known" : video?.Rate?.ToString() ?? "",
    ];
}
