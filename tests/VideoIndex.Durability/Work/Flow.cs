using System.Globalization;
using System.Text;
using VideoIndex.Jobs;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;
using static VideoIndex.Pipeline.Library.LibraryFolder;

namespace VideoIndex.Durability.Work;

/// <summary>What each job of a tree changes, as the real pipeline has it. Pure.</summary>
internal static class Flow
{
    public static Effects Begin(Tree tree) => new() { Change = new CatalogChange.Accept(tree.Video), Orders = [tree.Order(tree.Probe)] };

    public static Effects Refuse(Tree tree) => new()
    {
        Change = new CatalogChange.Refuse(tree.Video with { State = VideoState.Rejected, Code = "unreadable", Sentence = "It was made so." }),
    };

    public static Effects AfterProbe(Tree tree) => new() { Finding = Text("probed"), Orders = [tree.Order(tree.Plan)] };

    public static Effects AfterPlan(Tree tree)
    {
        var fanIn = new FanIn($"parts/{tree.Id}/1", tree.Parts, tree.Order(tree.Assemble));
        return new()
        {
            Finding = Text("planned"),
            Orders = [tree.Order(tree.Survey), .. tree.PartKeys.Select(part => tree.Order(part) with { FanIn = fanIn.Name })],
            FanIns = [fanIn],
        };
    }

    public static Effects AfterSurvey(Tree tree) => new() { Finding = Text("surveyed"), Orders = [tree.Order(tree.FirstIndex)] };

    public static Effects AfterPart(string file) => new() { Finding = Text(file) };

    /// <summary>Puts the parts together: a line each, with its unit and its file.</summary>
    public static Effects AfterAssemble(Tree tree, IEnumerable<Finding> parts) => new()
    {
        Finding = Text(string.Join('\n', parts.Select(part => $"{part.Unit} {Read(part.Body)}"))),
        Orders = [tree.Order(tree.Index)],
    };

    public static Effects AfterFirstIndex(Tree tree) => new() { Change = new CatalogChange.Publish(Contents(tree, [], []), Final: false) };

    public static Effects AfterIndex(Tree tree, IReadOnlyList<string> units) => new()
    {
        Change = new CatalogChange.Publish(Final(tree, units), Final: true),
    };

    /// <summary>Returns a finished video of which some parts were found.</summary>
    public static IndexedVideo Final(Tree tree, IReadOnlyList<string> units)
    {
        var shots = units.Select(unit => new ShotRecord(new Shot(Part(unit) + 1, Span(unit)), Span(unit).Start, PlaceOf(tree, unit)));
        var tags = units.Select(unit => new Tag(tree.Id, Span(unit), "chapter", LabelOf(tree, unit), new Confidence(1), new Origin("container", "chapters")));
        var whole = Contents(tree, [.. shots], [.. tags]);
        var video = units.Count == tree.Parts
            ? whole.Contents.Video with { State = VideoState.Ok }
            : whole.Contents.Video with { State = VideoState.Degraded, Code = "parts-missing", Sentence = $"{tree.Parts - units.Count} parts are missing." };
        return whole with { Contents = whole.Contents with { Video = video } };
    }

    public static string PlaceOf(Tree tree, string unit) => KeyframeName(tree.Id, Part(unit));

    /// <summary>Returns the units and files an assembled video is made of.</summary>
    public static IReadOnlyList<(string Unit, string File)> ReadAssembled(ReadOnlyMemory<byte> finding) =>
        [.. Read(finding).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Select(words => (words[0], words[1]))];

    private static string LabelOf(Tree tree, string unit) => string.Create(CultureInfo.InvariantCulture, $"part {tree.WeightOf(tree.PartKey(Part(unit)))}");

    private static IndexedVideo Contents(Tree tree, IReadOnlyList<ShotRecord> shots, IReadOnlyList<Tag> tags) =>
        new(new VideoContents(tree.Video, shots, [], tags), null);

    private static MediaSpan Span(string unit) => new(Second(Part(unit)), Second(Part(unit) + 1));

    private static MediaTime Second(int second) => new(new Rational(second, 1));

    private static int Part(string unit) => int.Parse(unit, CultureInfo.InvariantCulture);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static string Read(ReadOnlyMemory<byte> text) => Encoding.UTF8.GetString(text.Span);
}
