using System.Globalization;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace VideoIndex.Interchange.Tests.Exactness.Readers;

/// <summary>Reads the XML of Final Cut Pro 7, which Premiere reads: frames counted from 0, at a whole rate and whether it runs a thousandth slower.</summary>
internal sealed class FinalCut7Judge() : FrameJudge("fcp7-xml")
{
    public override IEnumerable<Said> Read(string text, DrawnSheet drawn)
    {
        foreach (var marker in Markup.Read(text).Descendants("marker"))
        {
            var name = marker.Element("name")!.Value;
            var rate = drawn.Of(name).Rate;
            foreach (var said in marker.Ancestors().Elements("rate").Concat(marker.Ancestors().Elements("timecode").Elements("rate")))
            {
                Assert.Equal(($"{rate.Labels.Count}", rate.Bottom == 1001 ? "TRUE" : "FALSE"), (said.Element("timebase")!.Value, said.Element("ntsc")!.Value));
            }

            var timecode = marker.Ancestors().Elements("timecode").First();
            Assert.Equal((drawn.LabelOf(drawn.Of(name)), rate.Drop ? "DF" : "NDF"), (Markup.Whole(timecode.Element("frame")!), timecode.Element("displayformat")!.Value));
            var first = Markup.Whole(marker.Element("in")!);
            var until = Markup.Whole(marker.Element("out")!);
            yield return new Said(name, first, until == -1 ? first + 1 : until);
        }
    }
}

/// <summary>Reads FCPXML: times are fractions of a second that have to be whole frames; what is in a clip counts in its media's time.</summary>
internal sealed class FinalCutJudge() : FrameJudge("fcpxml")
{
    public override IEnumerable<Said> Read(string text, DrawnSheet drawn)
    {
        var root = Markup.Read(text).Root!;
        var resources = root.Element("resources")!.Elements().ToDictionary(one => one.Attribute("id")!.Value);
        foreach (var one in root.Descendants().Where(one => one.Name.LocalName is "marker" or "keyword" or "chapter-marker"))
        {
            var name = one.Attribute("value")!.Value;
            var video = drawn.Of(name);
            var asset = resources[one.Parent!.Attribute("ref")!.Value];
            var frame = Fraction.Read(resources[asset.Attribute("format")!.Value].Attribute("frameDuration")!.Value);
            Assert.Equal(video.Rate.Frame, frame);
            var start = Fraction.Read(asset.Attribute("start")!.Value);
            Assert.Equal(drawn.LabelOf(video) * frame, start);
            Assert.Equal(video.Rate.Drop ? "DF" : "NDF", one.Ancestors("sequence").First().Attribute("tcFormat")!.Value);
            var first = (Fraction.Read(one.Attribute("start")!.Value) - start) / frame;
            var length = Fraction.Read(one.Attribute("duration")!.Value) / frame;
            Assert.True(first.IsWhole && length.IsWhole, $"{one} is not of whole frames.");
            yield return new Said(name, (long)first.Top, (long)(first + length).Top);
        }
    }
}

/// <summary>Reads OpenTimelineIO: values at a rate, which has to be the video's as near as a double can say it.</summary>
internal sealed class OtioJudge() : FrameJudge("otio")
{
    public override IEnumerable<Said> Read(string text, DrawnSheet drawn)
    {
        using var document = JsonDocument.Parse(text);
        return [.. Clips(document.RootElement).SelectMany(clip => Markers(clip, drawn))];
    }

    private static IEnumerable<Said> Markers(JsonElement clip, DrawnSheet drawn)
    {
        var available = clip.GetProperty("media_references").GetProperty(clip.GetProperty("active_media_reference_key").GetString()!).GetProperty("available_range");
        foreach (var marker in clip.GetProperty("markers").EnumerateArray())
        {
            Assert.Equal("Marker.2", marker.GetProperty("OTIO_SCHEMA").GetString());
            var name = marker.GetProperty("name").GetString()!;
            var video = drawn.Of(name);
            Assert.Equal(drawn.LabelOf(video), Value(available.GetProperty("start_time"), video));
            var range = marker.GetProperty("marked_range");
            var first = Value(range.GetProperty("start_time"), video) - drawn.LabelOf(video);
            yield return new Said(name, first, first + Value(range.GetProperty("duration"), video));
        }
    }

    private static IEnumerable<JsonElement> Clips(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("OTIO_SCHEMA", out var schema) && schema.GetString() == "Clip.2" => [element],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Clips(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Clips),
        _ => [],
    };

    private static long Value(JsonElement time, DrawnVideo video)
    {
        Assert.Equal((double)video.Rate.Top / video.Rate.Bottom, time.GetProperty("rate").GetDouble());
        var value = time.GetProperty("value").GetDouble();
        Assert.Equal(Math.Floor(value), value);
        return (long)value;
    }
}

/// <summary>Reads XML without fetching what it names.</summary>
internal static class Markup
{
    public static XDocument Read(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XDocument.Load(reader);
    }

    public static long Whole(XElement element) => long.Parse(element.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
