using System.Text;
using System.Text.Json.Nodes;
using VideoIndex.Interchange.Sidecars;
using VideoIndex.Sidecars;

namespace VideoIndex.Interchange.Tests.Sidecars;

/// <summary>docs/schemas/sidecar.schema.json against what is written and what is read.</summary>
public sealed class SchemaTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(100, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_written_is_as_the_schema_says(int seed)
    {
        var random = new RandomSidecars(seed);
        Assert.True(JsonSchema.OfSidecars.Allows(JsonNode.Parse(SidecarFile.Write(random.Next()))));
        Assert.True(JsonSchema.OfSidecars.Allows(JsonNode.Parse(SidecarFile.Write(random.NextLibrary()))));
    }

    [Fact]
    public void What_makes_sense_is_as_the_schema_says_and_passes_the_rules()
    {
        foreach (var file in Files())
        {
            Assert.True(JsonSchema.OfSidecars.Allows(JsonNode.Parse(file)));
            Assert.Null(RefusalOf(file));
        }
    }

    [Fact]
    public void Every_property_is_described_and_something_that_makes_sense_has_it()
    {
        var met = new HashSet<JsonObject>();
        foreach (var file in Files())
        {
            Walk(JsonSchema.OfSidecars.Root["$defs"]![file.AsSpan().IndexOf("videoindex-video"u8) > 0 ? "videoFile" : "libraryFile"]!.AsObject(), JsonNode.Parse(file), (schema, _, _) => met.Add(schema));
        }

        var all = new List<(string Path, JsonObject Schema)>();
        Collect(JsonSchema.OfSidecars.Root["$defs"]!, all);
        Assert.All(all, one => Assert.True(one.Schema["description"] is not null, $"{one.Path} is not described."));
        Assert.All(all, one => Assert.True(met.Contains(one.Schema), $"Nothing has {one.Path}."));
    }

    [Fact]
    public void Whatever_is_spoilt_is_refused_by_the_reader_and_by_the_schema_where_it_can_tell() => Spoil(every: 10);

    [Fact]
    [Trait("Speed", "Slow")]
    public void Every_value_spoilt_in_every_way_is_refused() => Spoil(every: 1);

    // Most of them the schema refuses, too; it sees neither members that are there twice, nor spans that run backwards, nor what is packed.
    private static void Spoil(int every)
    {
        var all = Files().SelectMany(file => Mutations.Of(JsonNode.Parse(file)!.AsObject(), JsonSchema.OfSidecars)).Where((_, at) => at % every == 0).ToList();
        var bySchema = 0;
        foreach (var (what, spoilt) in all)
        {
            var isAllowed = what.EndsWith("twice", StringComparison.Ordinal) || JsonSchema.OfSidecars.Allows(JsonNode.Parse(spoilt));
            var isLeftOut = what.EndsWith(" as null", StringComparison.Ordinal) && !isAllowed; // the reader takes null for what may be left out
            Assert.True(isLeftOut || RefusalOf(Encoding.UTF8.GetBytes(spoilt)) is not null, $"{what} was read{(isAllowed ? " and the schema allows it" : "")}.");
            bySchema += isAllowed ? 0 : 1;
        }

        Assert.True(all.Count > 4000 / every, $"{all.Count} were tried.");
        Assert.True(bySchema > all.Count * 4 / 5, $"Of {all.Count} the schema refused {bySchema}.");
    }

    internal static SidecarException? RefusalOf(byte[] file)
    {
        try
        {
            if (SidecarHead.Read(file).Format == SidecarFile.VideoFormat)
            {
                SidecarRules.Check(SidecarFile.ReadVideo(file));
            }
            else
            {
                SidecarRules.Check(SidecarFile.ReadLibrary(file));
            }

            return null;
        }
        catch (SidecarException refused)
        {
            return refused;
        }
    }

    private static byte[][] Files() => [SidecarFile.Write(Sensible.Video()), SidecarFile.Write(Sensible.Library())];

    private static void Collect(JsonNode? node, List<(string, JsonObject)> all, string path = "")
    {
        if (node is JsonObject schema)
        {
            foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
            {
                all.Add(($"{path}/{name}", property!.AsObject()));
            }

            schema.ToList().ForEach(part => Collect(part.Value, all, $"{path}/{part.Key}"));
        }
    }

    /// <summary>Walks a value together with the schema of each of its parts.</summary>
    internal static void Walk(JsonObject schema, JsonNode? value, Action<JsonObject, JsonObject, JsonNode?> visit)
    {
        visit(schema, JsonSchema.OfSidecars.Resolved(schema), value);
        var meant = JsonSchema.OfSidecars.Resolved(schema);
        if (value is JsonArray list)
        {
            list.ToList().ForEach(one => Walk(meant["items"]!.AsObject(), one, visit));
        }
        else if (value is JsonObject found && meant["properties"] is JsonObject properties)
        {
            found.ToList().ForEach(one => Walk(properties[one.Key]!.AsObject(), one.Value, visit));
        }
    }
}
