using System.Text.Json;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Exporting.Timelines;

public sealed class OtioFormTests
{
    // The fields of OpenTimelineIO's serialised schema, as its libraries 0.15 to 0.18 write them.
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["Timeline.1"] = "global_start_time metadata name tracks",
        ["Stack.1"] = "children effects enabled markers metadata name source_range",
        ["Track.1"] = "children effects enabled kind markers metadata name source_range",
        ["Clip.2"] = "active_media_reference_key effects enabled markers media_references metadata name source_range",
        ["Gap.1"] = "effects enabled markers metadata name source_range",
        ["ExternalReference.1"] = "available_image_bounds available_range metadata name target_url",
        ["Marker.2"] = "color comment marked_range metadata name",
        ["TimeRange.1"] = "duration start_time",
        ["RationalTime.1"] = "rate value",
    };

    [Fact]
    public void Every_object_has_the_fields_of_its_schema_and_no_other()
    {
        var seen = new HashSet<string>();
        foreach (var file in GoldenTests.TwoRates.As("otio").Files)
        {
            using var document = JsonDocument.Parse(file.Text);
            foreach (var written in Objects(document.RootElement))
            {
                var schema = written.GetProperty("OTIO_SCHEMA").GetString()!;
                seen.Add(schema);
                Assert.Equal(Fields[schema], string.Join(' ', written.EnumerateObject().Select(field => field.Name).Where(name => name != "OTIO_SCHEMA").Order(StringComparer.Ordinal)));
            }
        }

        Assert.Equal(Fields.Keys.Except(["Gap.1"]).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_has_no_sound_is_a_gap_in_the_sound_and_both_tracks_are_as_long()
    {
        var (loud, mute) = (Footage.Video("/a.mov", FrameRate.Pal, 100), Footage.Video("/b.mov", FrameRate.Pal, 100, channels: 0));
        using var document = JsonDocument.Parse(Footage.Sheet(Footage.Of(mute, Footage.Moment(mute, 4, 9)), Footage.Of(loud, Footage.Moment(loud, 10, 20))).TextAs("otio"));
        var tracks = document.RootElement.GetProperty("tracks").GetProperty("children").EnumerateArray().ToList();

        Assert.Equal(["Clip.2 5", "Clip.2 10"], Pieces(tracks[0]));
        Assert.Equal(["Gap.1 5", "Clip.2 10"], Pieces(tracks[1]));
        Assert.All(Objects(document.RootElement), written => Assert.Contains(written.GetProperty("OTIO_SCHEMA").GetString()!, Fields));
    }

    private static IEnumerable<string> Pieces(JsonElement track) => track.GetProperty("children").EnumerateArray().Select(piece =>
        $"{piece.GetProperty("OTIO_SCHEMA")} {piece.GetProperty("source_range").GetProperty("duration").GetProperty("value").GetDecimal():0}");

    private static IEnumerable<JsonElement> Objects(JsonElement written) => written.ValueKind switch
    {
        JsonValueKind.Array => written.EnumerateArray().SelectMany(Objects),
        JsonValueKind.Object => written.EnumerateObject().Where(field => field.Name != "metadata").SelectMany(field => Objects(field.Value))
            .Concat(written.TryGetProperty("OTIO_SCHEMA", out _) ? [written] : []),
        _ => [],
    };
}
