using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoIndex.Interchange.Tests.Exactness.Readers;

/// <summary>Reads CMX3600: the source side names the frames; the record side lays the events end to end.</summary>
internal sealed partial class EditListJudge() : FrameJudge("edl")
{
    public override IEnumerable<Said> Read(string text, DrawnSheet drawn)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        bool? drop = null;
        string? recorded = null;
        for (var at = 0; at < lines.Count; at++)
        {
            drop = lines[at] switch { "FCM: DROP FRAME" => true, "FCM: NON-DROP FRAME" => false, _ => drop };
            if (Event().Match(lines[at]) is not { Success: true } edit)
            {
                continue;
            }

            var name = Assert.Single(lines.Skip(at + 1).TakeWhile(line => !Event().IsMatch(line)).Select(line => Locator().Match(line)), match => match.Success).Groups[1].Value;
            var labels = drawn.Of(name).Rate.Labels;
            Assert.Equal(labels.Drop, drop);
            var source = (From: FrameOf(edit.Groups[3].Value, name, drawn, colonMayDrop: true), To: labels.FrameOf(edit.Groups[4].Value, true));
            var length = (source.To - labels.FrameOf(edit.Groups[3].Value, true) + labels.Day) % labels.Day;
            var record = (From: edit.Groups[5].Value, To: edit.Groups[6].Value);
            Assert.Equal(length, labels.FrameOf(record.To, true) - labels.FrameOf(record.From, true));
            Assert.True(recorded is null || recorded == record.From, $"{record.From} does not follow {recorded}.");
            recorded = record.To;
            yield return new Said(name, source.From, source.From + length);
        }
    }

    [GeneratedRegex(@"^(\d{3})  ([A-Z0-9]{1,8}) +V     C        (\S{11}) (\S{11}) (\S{11}) (\S{11})\s*$")]
    private static partial Regex Event();

    [GeneratedRegex(@"^\* LOC: \S{11} [A-Z]{3,7} +(\S.*)$")]
    private static partial Regex Locator();
}

/// <summary>Reads markers of editors that keep one a frame: what begins together stands in one, as long as the longest.</summary>
internal abstract class MarkerJudge(params string[] formats) : FrameJudge(formats)
{
    // A timeline begins at one hour, where nobody says otherwise.
    protected override long BaseOf(DrawnVideo video, DrawnSheet drawn) =>
        drawn is { Running: true, Start: null } ? video.Rate.Labels.FrameOf(video.Rate.Drop ? "01:00:00;00" : "01:00:00:00") : drawn.LabelOf(video);

    protected override IEnumerable<Said> Expected(IEnumerable<Said> truth) =>
        truth.GroupBy(one => (Video: one.Name[..2], one.First)).Select(same => new Said(Together(same.Select(one => one.Name)), same.Key.First, same.Max(one => one.Until)));

    protected static string Together(IEnumerable<string> names) => string.Join(" / ", names.Order(StringComparer.Ordinal));
}

/// <summary>Reads the markers Resolve takes from an EDL: an event a frame long, then the marker's words and length.</summary>
internal sealed partial class ResolveMarkerJudge() : MarkerJudge("resolve-markers")
{
    public override IEnumerable<Said> Read(string text, DrawnSheet drawn)
    {
        foreach (Match marker in Marker().Matches(text.Replace("\r\n", "\n", StringComparison.Ordinal)))
        {
            var name = marker.Groups["name"].Value;
            var labels = drawn.Of(name).Rate.Labels;
            var first = FrameOf(marker.Groups[1].Value, name, drawn, colonMayDrop: true);
            Assert.Equal(labels.Of(labels.FrameOf(marker.Groups[1].Value, true) + 1).Replace(';', ':'), marker.Groups[2].Value.Replace(';', ':'));
            yield return new Said(Together(name.Split(" / ")), first, first + long.Parse(marker.Groups["length"].Value, CultureInfo.InvariantCulture));
        }
    }

    [GeneratedRegex(@"^\d{3}  001      V     C        (\S{11}) (\S{11}) \1 \2 *\n(?![0-9]) ?.*\|C:ResolveColor\w+ \|M:(?<name>[^|\n]*?) \|D:(?<length>\d+)$", RegexOptions.Multiline)]
    private static partial Regex Marker();
}

/// <summary>Reads Avid's markers: fields between tabs.</summary>
internal sealed class AvidMarkerJudge() : MarkerJudge("avid-markers")
{
    public override IEnumerable<Said> Read(string text, DrawnSheet drawn)
    {
        foreach (var fields in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t')))
        {
            Assert.InRange(fields.Length, 6, 8);
            var name = fields[4][..fields[4].LastIndexOf(" [", StringComparison.Ordinal)];
            var first = FrameOf(fields[1], name, drawn);
            yield return new Said(Together(name.Split(" / ")), first, first + long.Parse(fields[5], CultureInfo.InvariantCulture));
        }
    }
}
