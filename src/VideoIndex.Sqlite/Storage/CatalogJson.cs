using System.Text.Json.Serialization;
using VideoIndex.Media;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Storage;

/// <summary>What is kept as JSON: the probe, the meter and the notes of a video, and the classes of a detector. Fractions are strings: <c>"30000/1001"</c>.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [
        typeof(RationalJson), typeof(TimeJson), typeof(DurationJson), typeof(RateJson), typeof(SpanJson)])]
[JsonSerializable(typeof(MediaProbe))]
[JsonSerializable(typeof(Meter))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class CatalogJson : JsonSerializerContext;
