using System.Text.Json;
using System.Xml.Linq;

namespace VideoIndex.Interchange.Tests.Exactness.Readers;

/// <summary>Reads XMP's markers: counted from the beginning of the file, where sound may be first, at a rate that stands before them.</summary>
internal sealed class XmpJudge() : FrameJudge("xmp")
{
    private static readonly XNamespace Media = "http://ns.adobe.com/xmp/1.0/DynamicMedia/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    public override IEnumerable<Said> Read(string text, DrawnSheet drawn)
    {
        foreach (var marker in Markup.Read(text).Descendants(Media + "markers").Single().Element(Rdf + "Seq")!.Elements())
        {
            var name = marker.Element(Media + "name")!.Value;
            var rate = Fraction.Read(marker.Ancestors(Rdf + "li").First().Element(Media + "frameRate")!.Value[1..].Replace('s', '/'));
            Assert.Equal(drawn.Of(name).Rate.PerSecond, rate);
            var before = (long)(drawn.Of(name).StartOf(0) * rate + new Fraction(1, 2)).Floor();
            var first = Markup.Whole(marker.Element(Media + "startTime")!) - before;
            yield return new Said(name, first, first + Markup.Whole(marker.Element(Media + "duration")!));
        }
    }
}

/// <summary>Reads EBUCore's parts: a label and a number of frames.</summary>
internal sealed class EbuCoreJudge() : FrameJudge("ebucore")
{
    private static readonly XNamespace Core = "urn:ebu:metadata-schema:ebucore";

    public override IEnumerable<Said> Read(string text, DrawnSheet drawn)
    {
        foreach (var part in Markup.Read(text).Descendants(Core + "part"))
        {
            var name = part.Attribute("partName")!.Value;
            var start = part.Element(Core + "partStartTime")!.Element(Core + "timecode")!;
            var length = part.Element(Core + "partDuration")!.Element(Core + "editUnitNumber")!;
            Assert.Equal(drawn.Of(name).Rate.Drop ? "true" : "false", start.Attribute("dropframe")!.Value);
            Assert.All((XElement[])[start, length], one => Assert.Equal(drawn.Of(name).Rate.PerSecond, RateOf(one)));
            var first = FrameOf(start.Value, name, drawn);
            yield return new Said(name, first, first + Markup.Whole(length));
        }
    }

    private static Fraction RateOf(XElement one) => Fraction.Read(one.Attribute("editRate")!.Value) * Fraction.Read($"{one.Attribute("factorNumerator")!.Value}/{one.Attribute("factorDenominator")!.Value}");
}

/// <summary>Reads links to moments: where a player is sent, and where it stops, which has to be in the last frame.</summary>
internal abstract class LinkJudge(string format) : TimeJudge(format)
{
    /// <summary>Reads <c>…#t=1.25,3.5</c>.</summary>
    protected static Timed Link(string name, string address, DrawnSheet drawn)
    {
        var times = address[(address.IndexOf("#t=", StringComparison.Ordinal) + 3)..].Split(',');
        var stop = times.Length == 1 ? Fraction.Read(times[0]) : Fraction.Read(times[1]);
        var video = drawn.Of(name);
        return new Timed(name, Fraction.Read(times[0]), video.StartOf(video.OnScreenAt(stop) + 1));
    }
}

/// <summary>Reads a list of links.</summary>
internal sealed class MediaFragmentJudge() : LinkJudge("media-fragments")
{
    public override IEnumerable<Timed> Read(string text, DrawnSheet drawn) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(fields => Link(fields[1], fields[0], drawn));
}

/// <summary>Reads schema.org's clips: offsets in seconds, and links.</summary>
internal sealed class SchemaOrgJudge() : LinkJudge("schema-org")
{
    public override IEnumerable<Timed> Read(string text, DrawnSheet drawn)
    {
        using var document = JsonDocument.Parse(text);
        foreach (var clip in document.RootElement.GetProperty("hasPart").EnumerateArray())
        {
            var name = clip.GetProperty("name").GetString()!;
            var (video, link) = (drawn.Of(name), Link(name, clip.GetProperty("url").GetString()!, drawn));
            var timed = new Timed(name, Fraction.Read(clip.GetProperty("startOffset").GetRawText()), Fraction.Read(clip.GetProperty("endOffset").GetRawText()));
            var (first, linked) = (video.OnScreenAt(timed.Start), video.OnScreenAt(link.Start));
            Assert.True(first == linked || video.MeantBy(timed.Start) == linked, $"{name} starts at frame {first} and links to {linked}.");
            yield return timed;
        }
    }
}

/// <summary>Reads the fragments of IPTC's Video Metadata Hub: a link, and the labels in words.</summary>
internal sealed class IptcJudge() : LinkJudge("iptc")
{
    public override IEnumerable<Timed> Read(string text, DrawnSheet drawn)
    {
        using var document = JsonDocument.Parse(text);
        foreach (var one in document.RootElement.EnumerateArray().Where(one => one.TryGetProperty("mediafragment", out _)))
        {
            var name = one.GetProperty("photoVideoMetadataIPTC").GetProperty("title").GetProperty("x-default").GetString()!;
            var fragment = one.GetProperty("mediafragment");
            var (video, timed) = (drawn.Of(name), Link(name, fragment.GetProperty("uri").GetString()!, drawn));
            var words = fragment.GetProperty("description").GetString()!.Split(' ');
            Assert.Equal((video.Rate.Labels.Of(drawn.LabelOf(video) + video.OnScreenAt(timed.Start)), video.Rate.Labels.Of(drawn.LabelOf(video) + video.NotYetAt(timed.End!.Value))), (words[0], words[3]));
            Assert.Equal(video.Rate.PerSecond, Fraction.Read(words[5]));
            yield return timed;
        }
    }
}

/// <summary>Reads insights as Azure AI Video Indexer writes them: items with instances, wherever they stand. They tell all of a video, whatever was chosen.</summary>
/// <remarks>Neighbours share their borders there, so times are the nearest ten-millionths, and what starts within half of one is meant.</remarks>
internal sealed class AzureInsightsJudge() : TimeJudge("azure-insights")
{
    private static readonly Fraction Half = new(1, 20_000_000);

    public override bool OneAtATime => true;

    public override IEnumerable<Timed> Read(string text, DrawnSheet drawn)
    {
        using var document = JsonDocument.Parse(text);
        return [.. Items(document.RootElement.GetProperty("videos")[0].GetProperty("insights"))];
    }

    private static IEnumerable<Timed> Items(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object when part.TryGetProperty("instances", out var instances) => instances.EnumerateArray()
            .Select(one => new Timed(NameOf(part), CueTimes.Read(one.GetProperty("start").GetString()!) + Half, CueTimes.Read(one.GetProperty("end").GetString()!) - Half)),
        JsonValueKind.Object => part.EnumerateObject().SelectMany(member => Items(member.Value)),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Items),
        _ => [],
    };

    private static string NameOf(JsonElement item) => new[] { "name", "text", "type" }.Where(member => item.TryGetProperty(member, out _)).Select(member => item.GetProperty(member).GetString()!).First();
}
