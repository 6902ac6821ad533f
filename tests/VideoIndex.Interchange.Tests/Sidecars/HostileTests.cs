using System.Text;
using System.Text.Json.Nodes;
using VideoIndex.Interchange.Sidecars;
using VideoIndex.Sidecars;

namespace VideoIndex.Interchange.Tests.Sidecars;

/// <summary>Whatever a file says, it is refused in one sentence with a code, and with the value at fault where it is one.</summary>
public sealed class HostileTests
{
    [Theory]
    [InlineData("", "not-json")]
    [InlineData("{", "not-json")]
    [InlineData("{}", "not-a-sidecar")]
    [InlineData("[]", "not-a-sidecar")]
    [InlineData("17", "not-a-sidecar")]
    [InlineData("{\"format\":\"videoindex-video\"}", "not-a-sidecar")]
    [InlineData("{\"format\":\"videoindex-video\",\"version\":2}", "sidecar-newer")]
    [InlineData("{\"format\":\"videoindex-video\",\"version\":1e99}", "not-a-sidecar")]
    [InlineData("{\"format\":\"another\",\"version\":1}", "not-a-sidecar")]
    [InlineData("{\"format\":\"videoindex-video\",\"version\":1}", "bad-sidecar")]
    [InlineData("{\"format\":\"videoindex-video\",\"version\":1} trailing", "not-json")]
    [InlineData("{\"format\":\"videoindex-video\",\"version\":1,\"format\":\"videoindex-library\"}", "bad-sidecar")]
    [InlineData("{\"format\":\"\\uD800\",\"version\":1}", "not-json")]
    public void What_is_no_side_car_says_so(string text, string code) => Assert.Equal(code, SchemaTests.RefusalOf(Encoding.UTF8.GetBytes(text))?.Code);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void What_nests_without_end_is_refused(string open, string close)
    {
        var deep = "{\"format\":\"videoindex-video\",\"version\":1,\"x\":" + string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000)) + "}";
        Assert.Equal("not-json", SchemaTests.RefusalOf(Encoding.UTF8.GetBytes(deep))?.Code);
    }

    [Theory]
    [InlineData("video/path", "\"films/final.mp4\"")]
    [InlineData("video/path", "\"/films/../../etc/shadow\"")]
    [InlineData("video/rate", "\"1/0\"")]
    [InlineData("video/timecodes/frame", "99999999999")]
    [InlineData("video/timecodes/rate", "\"2147483647\"")]
    [InlineData("video/start", "\"9223372036854775807/3\"")]
    [InlineData("video/end", "\"9223372036854775807/9223372036854775806\"")]
    [InlineData("video/modified", "\"2026-01-01\"")]
    [InlineData("video/id", "\"0123456789ABCDEF0123456789ABCDEF\"")]
    [InlineData("shots/0/keyframe", "\"frames/../../../../etc/cron.d/x\"")]
    [InlineData("shots/0/keyframe", "\"/etc/passwd\"")]
    [InlineData("shots/1/number", "1")]
    [InlineData("scenes/0/lastShot", "3")]
    [InlineData("files/0/place", "\"library.db\"")]
    [InlineData("files/0/place", "\"frames/../library.db\"")]
    [InlineData("frames/count", "2147483647")]
    [InlineData("frames/count", "-1")]
    [InlineData("frames/timeBase", "\"0\"")]
    [InlineData("frames/zero", "\"-9223372036854775807\"")]
    [InlineData("frames/timestamps/bytes", "9223372036854775807")]
    [InlineData("frames/detections/0/looks", "2")]
    [InlineData("reviews/2/tag", "1")]
    [InlineData("reviews/0/number", "2")]
    [InlineData("vectors/0/dimensions", "2147483647")]
    [InlineData("transcripts/0/utterances/0/words/0/confidence", "1.01")]
    [InlineData("tags/1/path/0/at", "\"1/9223372036854775807\"")]
    public void A_value_that_cannot_be_is_named(string place, string json)
    {
        var file = JsonNode.Parse(SidecarFile.Write(Sensible.Video()))!.AsObject();
        file.Remove("sha256");
        Set(file, place.Split('/'), json);
        var refused = SchemaTests.RefusalOf(Encoding.UTF8.GetBytes(file.ToJsonString()));
        Assert.Equal("bad-sidecar", refused?.Code);
        Assert.StartsWith("/" + place.Split('/')[0], refused!.Place, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("VideoIndex.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_unpack_to_far_more_than_they_say_are_not_unpacked_to_the_end()
    {
        using var bomb = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(bomb, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(new byte[200 << 20]);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var packed = new Interchange.Sidecars.Shapes.PackedShape(400, [bomb.ToArray()]);
        Assert.Equal("/x", Assert.Throws<SidecarException>(() => Interchange.Sidecars.Forms.Packing.Unpack(packed, "/x")).Place);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10 << 20);
    }

    [Fact]
    public void A_look_that_says_more_was_seen_than_there_is_room_for_is_refused()
    {
        var seen = Interchange.Sidecars.Forms.Packing.Pack([0xFF, 0xFF, 0xFF, 0xFF, 0x07]);
        var shape = new Interchange.Sidecars.Shapes.DetectionsShape("object", new Interchange.Sidecars.Shapes.OriginShape("model", "eyes"), ["rocket"], 1, seen);
        Assert.Throws<InvalidDataException>(() => Interchange.Sidecars.Forms.DetectionsForm.Read(shape, "/frames"));
    }

    [Fact]
    public void Times_that_have_no_unit_in_common_are_refused()
    {
        var sidecar = Sensible.Video();
        var shots = sidecar.Contents.Shots;
        var odd = shots[0] with { KeyframeTime = new Timing.MediaTime(new Timing.Rational(1_000_003, 999_983_000_003)) };
        var refused = Assert.Throws<SidecarException>(() => SidecarRules.Check(sidecar with { Contents = sidecar.Contents with { Shots = [odd, shots[1]] } }));
        Assert.Contains("one unit", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$.shots[3].start", "/shots/3/start")]
    [InlineData("$", "")]
    [InlineData("$.video.probe.attributes['a/b']", "/video/probe/attributes/a~1b")]
    public void A_place_in_JSON_is_a_pointer(string path, string place) => Assert.Equal(place, Parsing.PointerOf(path));

    private static void Set(JsonNode node, string[] steps, string json)
    {
        var parent = steps[..^1].Aggregate(node, (at, step) => at is JsonArray list ? list[int.Parse(step, null)]! : at[step]!);
        if (parent is JsonArray array)
        {
            array[int.Parse(steps[^1], null)] = JsonNode.Parse(json);
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(json);
        }
    }
}
