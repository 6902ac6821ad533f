using System.Globalization;
using Spectre.Console;
using VideoIndex.Brands;
using VideoIndex.Metadata;
using VideoIndex.Reviews;
using VideoIndex.Timing;

namespace VideoIndex.Cli.Output;

/// <summary>Prints for people what they keep of videos and say of what is claimed in them.</summary>
internal static class KeepingPage
{
    /// <summary>Prints the fields.</summary>
    public static void Print(IReadOnlyList<FieldUse> fields, Terminal terminal)
    {
        if (fields is [])
        {
            terminal.Say("There are no fields. Define one with: videoindex field define NAME TYPE");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("Field", "Type", "Videos", "Choices");
        foreach (var (field, videos) in fields)
        {
            table.AddRow(Escaped(field.Name, field.Type.Name(), Number(videos), string.Join(", ", field.Choices)));
        }

        terminal.Say(PlainText.Of(table));
        terminal.Say($"{Counts.Of(fields.Count, "field")}.");
    }

    /// <summary>Prints the collections.</summary>
    public static void Print(IReadOnlyList<CollectionUse> collections, Terminal terminal)
    {
        if (collections is [])
        {
            terminal.Say("There are no collections. Make one with: videoindex collection add NAME VIDEO");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("Collection", "Videos");
        foreach (var (name, videos) in collections)
        {
            table.AddRow(Escaped(name, Number(videos)));
        }

        terminal.Say(PlainText.Of(table));
        terminal.Say($"{Counts.Of(collections.Count, "collection")}.");
    }

    /// <summary>Prints what is kept of a video, and every change to it.</summary>
    public static void Print(VideoFacts facts, IReadOnlyList<PastChange> history, Terminal terminal)
    {
        terminal.Say($"{facts.Video.Id}  {facts.Video.Path}");
        foreach (var (name, value) in Rows(facts))
        {
            terminal.Say($"{name,-10}  {Marks.OneLine(value)}");
        }

        terminal.Say();
        terminal.Say(Counts.Of(history.Count, "change"));
        foreach (var past in history)
        {
            terminal.Say($"  {Told(past.Made)}  {past.What}  {Marks.OneLine(past.Detail)}");
        }
    }

    /// <summary>Returns what is kept of a video, as rows of a page.</summary>
    public static IEnumerable<(string Name, string Value)> Rows(VideoFacts facts) =>
        facts.Fields.Select(field => (field.Key, FieldValues.WriteAll(field.Value))).Concat(facts.Collections.Select(name => ("collection", name)));

    /// <summary>Returns a claim as one line: its id, when it holds, what it says, and what people say of it.</summary>
    public static string Line(JudgedClaim judged, TimecodeTrack? labels)
    {
        var claim = judged.Claim;
        var said = judged.Said is { } stamp ? $"  {judged.Status} by {stamp.By}{(judged.Note == "" ? "" : $": {judged.Note}")}" : "";
        return $"  {TagReference.Text(claim.Id)[..8]}  {Times.Label(claim.Span.Start, labels)} - {Times.Label(claim.Span.End, labels)}  {claim.Kind}  {Marks.OneLine(claim.Label.Trim())}{Marks.OneLine(said)}";
    }

    private static string Told(Stamp stamp) => $"{stamp.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)} by {stamp.By}";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string[] Escaped(params string[] cells) => [.. cells.Select(Markup.Escape)];
}
