using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Sidecars.Shapes;

/// <summary>How side-cars are written and how strictly they are read: no member that is unknown, missing or there twice, and none of another type.</summary>
[JsonSourceGenerationOptions]
[JsonSerializable(typeof(VideoFileShape))]
[JsonSerializable(typeof(LibraryFileShape))]
internal sealed partial class SidecarShapes : JsonSerializerContext
{
    /// <summary>The deepest a side-car nests: a hostile one must not make the reader recurse.</summary>
    public const int MaxDepth = 16;

    public static SidecarShapes Strict { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new RationalJson(), new TimeJson(), new DurationJson(), new RateJson() },
    });
}
