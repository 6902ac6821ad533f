using System.Globalization;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace VideoIndex.Interchange.Tests.Exactness.Readers;

/// <summary>Reads the XML of Final Cut Pro 7, which Premiere reads: frames counted from 0, at a whole rate and whether it runs a thousandth slower.</summary>
/// <remarks>A moment is there twice: as a marker of a sequence that has the whole file, and as a clip of the sequence of pulls.</remarks>
internal sealed class FinalCut7Judge() : FrameJudge("fcp7-xml")
{
    public override IEnumerable<Said> Read(string text, DrawnSheet drawn)
    {
        var sequences = Markup.Read(text).Descendants("sequence").ToList();
        return [.. sequences.Where(one => one.Attribute("id")!.Value.StartsWith("markers", StringComparison.Ordinal)).SelectMany(one => Markers(one, drawn)), .. sequences.Where(one => one.Attribute("id")!.Value.StartsWith("pulls", StringComparison.Ordinal)).SelectMany(one => Clips(one, drawn))];
    }

    protected override IEnumerable<Said> Expected(IEnumerable<Said> truth) => truth.SelectMany(one => (Said[])[one, one]);

    private static IEnumerable<Said> Markers(XElement sequence, DrawnSheet drawn)
    {
        var whole = sequence.Element("media")!.Element("video")!.Element("track")!.Element("clipitem")!;
        Assert.Equal((0, 0), (Markup.Whole(whole.Element("start")!), Markup.Whole(whole.Element("in")!)));
        foreach (var marker in sequence.Elements("marker"))
        {
            var (name, first) = (marker.Element("name")!.Value, Markup.Whole(marker.Element("in")!));
            var video = drawn.Of(name);
            CheckRates(sequence, video);
            var zero = FirstOf(sequence, video, drawn.LabelOf(video));
            Assert.Equal(zero, FirstOf(whole.Element("file")!, video, video.OwnLabel));
            yield return new Said(name, first - zero, Markup.Whole(marker.Element("out")!) - zero);
        }
    }

    private static IEnumerable<Said> Clips(XElement sequence, DrawnSheet drawn)
    {
        var files = sequence.Document!.Descendants("file").Where(file => file.HasElements).ToDictionary(file => file.Attribute("id")!.Value);
        var next = 0L;
        foreach (var clip in sequence.Element("media")!.Element("video")!.Element("track")!.Elements("clipitem"))
        {
            var (name, start, end, first, until) = (clip.Element("name")!.Value, Markup.Whole(clip.Element("start")!), Markup.Whole(clip.Element("end")!), Markup.Whole(clip.Element("in")!), Markup.Whole(clip.Element("out")!));
            Assert.Equal((next, next + until - first), (start, end));
            next = end;
            var video = drawn.Of(name);
            CheckRates(clip, video);
            var zero = FirstOf(files[clip.Element("file")!.Attribute("id")!.Value], video, video.OwnLabel);
            yield return new Said(name, first - zero, until - zero);
        }
    }

    // Which frame of what begins with a label is the video's first, which bears another.
    private static long FirstOf(XElement named, DrawnVideo video, long first)
    {
        var timecode = named.Element("timecode")!;
        var frame = Markup.Whole(timecode.Element("frame")!);
        Assert.Equal((video.Rate.Labels.Of(frame), video.Rate.Drop ? "DF" : "NDF"), (timecode.Element("string")!.Value, timecode.Element("displayformat")!.Value));
        return (first - frame + video.Rate.Labels.Day) % video.Rate.Labels.Day;
    }

    private static void CheckRates(XElement within, DrawnVideo video) =>
        Assert.All(within.Descendants("rate"), rate => Assert.Equal(($"{video.Rate.Labels.Count}", video.Rate.Bottom == 1001 ? "TRUE" : "FALSE"), (rate.Element("timebase")!.Value, rate.Element("ntsc")!.Value)));
}

/// <summary>Reads FCPXML: times are fractions of a second that have to be whole frames; what is in a clip counts in its media's time.</summary>
/// <remarks>A moment is there twice: in the clip that has the whole file, and as a clip of the project of pulls.</remarks>
internal sealed class FinalCutJudge() : FrameJudge("fcpxml")
{
    public override IEnumerable<Said> Read(string text, DrawnSheet drawn)
    {
        var root = Markup.Read(text).Root!;
        var resources = root.Element("resources")!.Elements().ToDictionary(one => one.Attribute("id")!.Value);
        foreach (var one in root.Element("event")!.Elements("asset-clip").Elements().Where(one => one.Name.LocalName is "marker" or "keyword"))
        {
            yield return Ranged(one, one.Attribute("value")!.Value, one.Parent!, resources, drawn);
        }

        foreach (var spine in root.Descendants("spine"))
        {
            var next = (Fraction)0;
            foreach (var clip in spine.Elements("asset-clip"))
            {
                Assert.Equal(next, Fraction.Read(clip.Attribute("offset")!.Value));
                next += Fraction.Read(clip.Attribute("duration")!.Value);
                Assert.All(clip.Elements("marker"), marker => Assert.Equal((clip.Attribute("start")!.Value, clip.Attribute("name")!.Value), (marker.Attribute("start")!.Value, marker.Attribute("value")!.Value)));
                yield return Ranged(clip, clip.Attribute("name")!.Value, clip, resources, drawn);
            }

            Assert.Equal(next, Fraction.Read(spine.Parent!.Attribute("duration")!.Value));
        }
    }

    protected override IEnumerable<Said> Expected(IEnumerable<Said> truth) => truth.SelectMany(one => (Said[])[one, one]);

    private static Said Ranged(XElement one, string name, XElement clip, Dictionary<string, XElement> resources, DrawnSheet drawn)
    {
        var video = drawn.Of(name);
        var asset = resources[clip.Attribute("ref")!.Value];
        var frame = Fraction.Read(resources[asset.Attribute("format")!.Value].Attribute("frameDuration")!.Value);
        Assert.Equal((video.Rate.Frame, video.Rate.Drop ? "DF" : "NDF"), (frame, clip.Attribute("tcFormat")!.Value));
        var begins = Fraction.Read(asset.Attribute("start")!.Value);
        var ends = begins + Fraction.Read(asset.Attribute("duration")!.Value);
        var (start, length) = (Fraction.Read(one.Attribute("start")!.Value), Fraction.Read(one.Attribute("duration")!.Value));
        Assert.True(begins <= start && start + length <= ends, $"{one} reaches out of its file.");
        var first = start / frame - video.OwnLabel;
        Assert.True(first.IsWhole && (length / frame).IsWhole, $"{one} is not of whole frames.");
        return new Said(name, (long)first.Top, (long)(first + length / frame).Top);
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
            var (start, length) = Range(marker.GetProperty("marked_range"), video);
            Assert.Equal((start, length), Range(clip.GetProperty("source_range"), video));
            var (begins, whole) = Range(available, video);
            Assert.True(begins <= start && start + length <= begins + whole, $"{name} reaches out of its file.");
            var labels = marker.GetProperty("metadata").GetProperty("videoindex");
            var first = start - video.OwnLabel;
            Assert.Equal(video.Rate.Labels.Of(drawn.LabelOf(video) + first), labels.GetProperty("startTimecode").GetString());
            yield return new Said(name, first, first + length);
        }
    }

    private static IEnumerable<JsonElement> Clips(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("OTIO_SCHEMA", out var schema) && schema.GetString() == "Clip.2" => [element],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Clips(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Clips),
        _ => [],
    };

    private static (long Start, long Length) Range(JsonElement range, DrawnVideo video) => (Value(range.GetProperty("start_time"), video), Value(range.GetProperty("duration"), video));

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
