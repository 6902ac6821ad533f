using System.Text.Json;
using VideoIndex.Interchange.Insights;
using VideoIndex.Looks;
using VideoIndex.Reviews;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Importing.Services.Azure;

/// <summary>Reads the arrays of insights: each span of an item is a tag, each span of a line something said. What tags cannot hold is written down beside it.</summary>
internal sealed class AzureArrays(Gathering gathering, ImportOrder order, JsonElement insights, Utf8JsonWriter leftovers)
{
    private static readonly string[] Times = ["start", "end", "adjustedStart", "adjustedEnd"];

    private readonly Dictionary<string, string> _speakers = SpeakersOf(insights);

    /// <summary>Reads arrays.</summary>
    public void Read(IReadOnlyList<JsonProperty> arrays)
    {
        leftovers.WritePropertyName(Leftovers.Arrays);
        leftovers.WriteStartObject();
        foreach (var array in arrays.Where(array => array.Name != InsightArray.Custom))
        {
            leftovers.WritePropertyName(array.Name);
            leftovers.WriteStartArray();
            foreach (var (number, item) in array.Value.EnumerateArray().Index())
            {
                ReadItem(item, array.Name == InsightArray.Transcript ? Line(item) : Thing(InsightArray.Find(array.Name)!, item, number + 1));
            }

            leftovers.WriteEndArray();
        }

        leftovers.WriteEndObject();
        foreach (var array in arrays.Where(array => array.Name == InsightArray.Custom))
        {
            ReadCustom(array.Value);
        }
    }

    private static Dictionary<string, string> SpeakersOf(JsonElement insights)
    {
        var speakers = new Dictionary<string, string>();
        foreach (var speaker in insights.Objects("speakers"))
        {
            if (speaker.Text("id") is { } id && speaker.Text("name") is { } name)
            {
                speakers[id] = name;
            }
        }

        return speakers;
    }

    private void ReadCustom(JsonElement groups)
    {
        leftovers.WritePropertyName(Leftovers.Custom);
        leftovers.WriteStartArray();
        foreach (var group in groups.EnumerateArray())
        {
            var kind = KindOf(group.Text("name"));
            leftovers.WriteStartObject();
            leftovers.WritePropertyName(Leftovers.Group);
            leftovers.WriteRest(group, "results");
            leftovers.WritePropertyName(Leftovers.Results);
            leftovers.WriteStartArray();
            foreach (var item in group.Objects("results"))
            {
                ReadItem(item, new Claimant(kind, string.Join(' ', ((string?[])[item.Text("type"), item.Text("subType")]).Where(part => part is not null)), item));
            }

            leftovers.WriteEndArray();
            leftovers.WriteEndObject();
        }

        leftovers.WriteEndArray();
    }

    // A kind is one word or a few, as people type them.
    private static string KindOf(string? name) => name is { Length: <= 60 } typed && !typed.Any(char.IsControl) && typed.Trim() is { Length: > 0 } kind ? kind.ToLowerInvariant() : "custom";

    private void ReadItem(JsonElement item, Claimant claimant)
    {
        leftovers.WriteStartObject();
        leftovers.WritePropertyName(Leftovers.Item);
        leftovers.WriteRest(item, "instances");
        leftovers.WritePropertyName(Leftovers.Instances);
        leftovers.WriteStartArray();
        foreach (var instance in item.Objects("instances"))
        {
            if (ClaimOf(claimant, instance) is { } claim)
            {
                leftovers.WriteStartObject();
                leftovers.WriteString(Leftovers.Claim, Leftovers.NameOf(claim));
                if (instance.EnumerateObject().Any(member => !Times.Contains(member.Name)))
                {
                    leftovers.WritePropertyName(Leftovers.Rest);
                    leftovers.WriteRest(instance, Times);
                }

                leftovers.WriteEndObject();
            }
        }

        leftovers.WriteEndArray();
        leftovers.WriteEndObject();
    }

    private TagId? ClaimOf(Claimant claimant, JsonElement instance)
    {
        var what = $"{claimant.Kind} '{claimant.Label}' at {instance.Text("start") ?? "no time"}";
        if (!InsightsClock.TryRead(instance.Text("start"), out var start) || !InsightsClock.TryRead(instance.Text("end"), out var end))
        {
            gathering.Complaints.Count(Fault.NoTime, what);
            return null;
        }

        if (claimant.Label == "")
        {
            gathering.Complaints.Count(Fault.Nameless, what);
            return null;
        }

        if (gathering.Placed(start, end, what) is not { } span)
        {
            return null;
        }

        var sure = instance.Number("confidence") ?? claimant.Item.Number("confidence");
        return claimant.Kind == VideoClaim.Said ? Say(claimant, span, sure, what) : gathering.Add(span, claimant.Kind, claimant.Label, gathering.Sure(sure ?? claimant.Score, what), tag => tag with
        {
            Box = claimant.Box,
            Angle = claimant.Angle,
            Language = claimant.Kind == TagKinds.Text ? claimant.Item.Text("language") : null,
        }).Id;
    }

    private TagId Say(Claimant claimant, MediaSpan span, double? sure, string what)
    {
        var speaker = claimant.Item.Text("speakerId");
        gathering.Add(claimant.Item.Text("language") ?? insights.Text("language"), new Utterance(span, claimant.Label)
        {
            Confidence = sure is null ? null : gathering.Sure(sure, what),
            Speaker = speaker is null ? null : _speakers.GetValueOrDefault(speaker, $"speaker {speaker}"),
        });
        return new VideoClaim(order.Video.Id, span, VideoClaim.Said, claimant.Label, gathering.Origin).Id;
    }

    private static Claimant Line(JsonElement item) => new(VideoClaim.Said, Gathering.Plain(item.Text("text") ?? ""), item);

    private Claimant Thing(InsightArray array, JsonElement item, int number)
    {
        var named = array.Named.Select(name => item.Text(name)).FirstOrDefault(name => name is not null) ?? "";
        return array.Name switch
        {
            "ocr" => new Claimant(array.Kind, named, item) { Box = Box(item), Angle = Angle(item) },
            "scenes" => new Claimant(array.Kind, $"scene {number}", item),
            "shots" => new Claimant(array.Kind, ShotTags(item) is { Length: > 0 } tags ? tags : $"shot {number}", item),
            "observedPeople" => new Claimant(array.Kind, "person", item),
            "clapperboards" => new Claimant(array.Kind, "slate", item),
            "framePatterns" => new Claimant(array.Kind, item.Text("patternType") == "ColorBars" ? "colour bars" : named, item),
            "visualContentModeration" => Moderation(array, item),
            _ => new Claimant(array.Kind, named, item),
        };
    }

    private static string ShotTags(JsonElement item) => item.Of("tags") is { ValueKind: JsonValueKind.Array } tags
        ? string.Join(", ", tags.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()))
        : "";

    private static Claimant Moderation(InsightArray array, JsonElement item)
    {
        var (adult, racy) = (item.Number("adultScore") ?? 0, item.Number("racyScore") ?? 0);
        return new Claimant(array.Kind, adult >= racy ? "adult" : "racy", item) { Score = Math.Max(adult, racy) };
    }

    private PictureBox? Box(JsonElement item)
    {
        if (order.Video.Probe?.Pictures is not [var picture, ..]
            || item.Number("left") is not { } left || item.Number("top") is not { } top || item.Number("width") is not { } width || item.Number("height") is not { } height
            || (width == 0 && height == 0))
        {
            return null;
        }

        double across = picture.Rotation % 180 == 0 ? picture.Width : picture.Height, down = picture.Rotation % 180 == 0 ? picture.Height : picture.Width;
        return gathering.Place(left / across, top / down, width / across, height / down, $"text '{item.Text("text")}'");
    }

    // It turns clockwise there, counter-clockwise here.
    private static int Angle(JsonElement item) => item.Number("angle") is { } angle and >= -360 and <= 360 ? -(int)Math.Round(angle * 10) : 0;

    /// <summary>What an item claims wherever its spans are.</summary>
    private sealed record Claimant(string Kind, string Label, JsonElement Item)
    {
        public PictureBox? Box { get; init; }

        public int Angle { get; init; }

        public double? Score { get; init; }
    }
}
