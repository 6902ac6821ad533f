using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace VideoIndex.Interchange.Tests.Exactness.Readers;

/// <summary>Reads SubRip: a number, the times, lines, a blank line.</summary>
internal sealed partial class SrtJudge() : TimeJudge("srt")
{
    public override bool OneAtATime => true;

    public override IEnumerable<Timed> Read(string text, DrawnSheet drawn)
    {
        var number = 0;
        foreach (var cue in text.TrimEnd('\n').Split("\n\n"))
        {
            var lines = cue.Split('\n');
            Assert.Equal($"{++number}", lines[0]);
            var times = Times().Match(lines[1]);
            Assert.True(times.Success, lines[1]);
            yield return new Timed(string.Join('\n', lines[2..]), CueTimes.Read(times.Groups[1].Value), CueTimes.Read(times.Groups[2].Value));
        }
    }

    [GeneratedRegex(@"^(\d{2,}:\d\d:\d\d,\d{3}) --> (\d{2,}:\d\d:\d\d,\d{3})$")]
    private static partial Regex Times();
}

/// <summary>Reads WebVTT by the algorithm W3C gives to players.</summary>
internal sealed class VttJudge() : TimeJudge("vtt")
{
    public override IEnumerable<Timed> Read(string text, DrawnSheet drawn) => VttFile.Read(text).Select(cue => new Timed(VttFile.WordsOf(cue.Payload), cue.Start, cue.End));
}

/// <summary>Reads IMSC: times in frames counted from zero, or by the clock.</summary>
internal sealed class ImscJudge() : TimeJudge("imsc")
{
    private static readonly XNamespace Tt = "http://www.w3.org/ns/ttml";
    private static readonly XNamespace Parameter = "http://www.w3.org/ns/ttml#parameter";

    public override IEnumerable<Timed> Read(string text, DrawnSheet drawn)
    {
        var root = Markup.Read(text).Root!;
        var rate = root.Attribute(Parameter + "frameRate") is { } count ? Fraction.Read(count.Value) : 30;
        rate *= root.Attribute(Parameter + "frameRateMultiplier")?.Value.Split(' ') is [var top, var bottom] ? Fraction.Read(top) / Fraction.Read(bottom) : 1;
        foreach (var cue in root.Descendants(Tt + "p"))
        {
            var words = string.Concat(cue.DescendantNodes().Select(node => node is XText said ? said.Value : node is XElement { Name.LocalName: "br" } ? "\n" : ""));
            yield return new Timed(words, Time(words, cue.Attribute("begin")!.Value), Time(words, cue.Attribute("end")!.Value));
        }

        // Frames are counted, whatever a container made of their times.
        Fraction Time(string words, string time) => time.EndsWith('f')
            ? drawn.Of(words) is var video && video.InMilliseconds ? video.StartOf((long)(Fraction.Read(time[..^1]) - video.StartOf(0) * rate).Top) : Fraction.Read(time[..^1]) / rate
            : CueTimes.Read(time);
    }
}

/// <summary>Reads the JSON that says all: exact fractions, rounded seconds, frames and labels, which have to agree.</summary>
internal sealed class JsonJudge() : TimeJudge("json")
{
    public override IEnumerable<Timed> Read(string text, DrawnSheet drawn)
    {
        using var document = JsonDocument.Parse(text);
        var truth = drawn.Truths().Select(one => (one.First, one.Until)).ToHashSet();
        return [.. document.RootElement.GetProperty("moments").EnumerateArray().Select(moment => Moment(moment, drawn, truth))];
    }

    private static Timed Moment(JsonElement moment, DrawnSheet drawn, HashSet<(long First, long Until)> truth)
    {
        var name = moment.GetProperty("label").GetString()!;
        var video = drawn.Of(name);
        var said = new Said(name, moment.GetProperty("startFrame").GetInt64(), moment.GetProperty("endFrame").GetInt64());
        Assert.Contains((said.First, said.Until), truth);
        var labels = (moment.GetProperty("startTimecode").GetString(), moment.GetProperty("endTimecode").GetString());
        Assert.Equal((video.Rate.Labels.Of(drawn.LabelOf(video) + said.First), video.Rate.Labels.Of(drawn.LabelOf(video) + said.Until)), labels);
        return new Timed(name, Fraction.Read(moment.GetProperty("start").GetString()!), Fraction.Read(moment.GetProperty("end").GetString()!));
    }
}

/// <summary>Reads times as captions have them.</summary>
internal static class CueTimes
{
    /// <summary>Reads <c>01:02:03.456</c>, with a comma or a point, with hours or without.</summary>
    public static Fraction Read(string text) =>
        text.Replace(',', '.').Split(':').Aggregate((Fraction)0, (sum, field) => sum * 60 + Fraction.Read(field));
}
