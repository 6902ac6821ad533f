using System.Text.Json;
using System.Xml.Linq;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Exporting.Timelines;

/// <summary>Reads frames out of timelines by what their formats say, counted from the beginning of the file, with the label of that beginning.</summary>
internal static class ReadBack
{
    /// <summary>A piece of a file: first frame, the one after the last, and where on the timeline it is.</summary>
    public readonly record struct Piece(string Name, long First, long Until, long At);

    public static List<Piece> Pulls(string format, string text) => format switch
    {
        "fcp7-xml" => FinalCut7(text),
        "fcpxml" => FinalCut(text),
        _ => Otio(text),
    };

    public static List<Piece> Marks(string format, string text) => format switch
    {
        "fcp7-xml" => [.. Xml(text).Descendants("sequence").Where(sequence => sequence.Attribute("id")!.Value.StartsWith("markers", StringComparison.Ordinal))
            .Elements("marker").Select(marker => new Piece(marker.Element("name")!.Value, Number(marker, "in"), Number(marker, "out"), 0))],
        "fcpxml" => [.. Xml(text).Element("event")!.Elements("asset-clip").Elements()
            .Where(element => element.Name.LocalName is "marker" or "keyword").Select(mark => Placed(mark, mark.Parent!, mark.Attribute("value")!.Value))],
        _ => [.. Clips(text).Select(clip => Ranged(clip.GetProperty("markers")[0].GetProperty("marked_range"), clip, 0, clip.GetProperty("markers")[0].GetProperty("name").GetString()!))],
    };

    private static List<Piece> FinalCut7(string text) =>
    [
        .. Xml(text).Descendants("sequence").Where(sequence => sequence.Attribute("id")!.Value.StartsWith("pulls", StringComparison.Ordinal))
            .SelectMany(sequence => sequence.Element("media")!.Element("video")!.Element("track")!.Elements("clipitem"))
            .Select(clip =>
            {
                Assert.Equal(Number(clip, "end") - Number(clip, "start"), Number(clip, "out") - Number(clip, "in"));
                Assert.InRange(Number(clip, "out"), 1, Number(clip, "duration"));
                return new Piece(clip.Element("name")!.Value, Number(clip, "in"), Number(clip, "out"), Number(clip, "start"));
            }),
    ];

    private static List<Piece> FinalCut(string text) =>
        [.. Xml(text).Descendants("spine").Elements("asset-clip").Select(clip => Placed(clip, clip, clip.Attribute("name")!.Value))];

    private static List<Piece> Otio(string text)
    {
        var at = 0L;
        return
        [
            .. Clips(text).Select(clip =>
            {
                var piece = Ranged(clip.GetProperty("source_range"), clip, at, clip.GetProperty("name").GetString()!);
                at += piece.Until - piece.First;
                return piece;
            }),
        ];
    }

    private static List<JsonElement> Clips(string text) =>
        [.. JsonDocument.Parse(text).RootElement.GetProperty("tracks").GetProperty("children")[0].GetProperty("children").EnumerateArray()];

    private static Piece Ranged(JsonElement range, JsonElement clip, long at, string name)
    {
        var media = clip.GetProperty("media_references").GetProperty("DEFAULT_MEDIA").GetProperty("available_range");
        var first = Frames(range, "start_time") - Frames(media, "start_time");
        Assert.InRange(first + Frames(range, "duration"), 1, Frames(media, "duration"));
        return new Piece(name, first, first + Frames(range, "duration"), at);
    }

    private static long Frames(JsonElement range, string part) => checked((long)range.GetProperty(part).GetProperty("value").GetDecimal());

    private static Piece Placed(XElement placed, XElement clip, string name)
    {
        var resources = clip.Document!.Root!.Element("resources")!;
        var asset = resources.Elements("asset").Single(asset => asset.Attribute("id")!.Value == clip.Attribute("ref")!.Value);
        var format = resources.Elements("format").Single(format => format.Attribute("id")!.Value == asset.Attribute("format")!.Value);
        var frame = Seconds(format, "frameDuration");
        var first = Whole((Seconds(placed, "start") - Seconds(asset, "start")) / frame);
        var until = first + Whole(Seconds(placed, "duration") / frame);
        Assert.InRange(until, 1, Whole(Seconds(asset, "duration") / frame));
        return new Piece(name, first, until, placed.Attribute("offset") is null ? 0 : Whole(Seconds(placed, "offset") / frame));
    }

    private static Rational Seconds(XElement element, string name)
    {
        var text = element.Attribute(name)!.Value;
        Assert.EndsWith("s", text);
        Assert.True(Rational.TryParse(text.AsSpan(0, text.Length - 1), out var seconds), text);
        return seconds;
    }

    private static long Whole(Rational frames)
    {
        Assert.Equal(1, frames.Denominator);
        return frames.Numerator;
    }

    private static long Number(XElement element, string name) => long.Parse(element.Element(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);

    private static XElement Xml(string text) => SafeXml.Read(text).Root!;
}
