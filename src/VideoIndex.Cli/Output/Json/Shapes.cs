using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using VideoIndex.Cli.Output.Json.Alerts;
using VideoIndex.Cli.Output.Json.Brands;
using VideoIndex.Cli.Output.Json.Contents;
using VideoIndex.Cli.Output.Json.Copies;
using VideoIndex.Cli.Output.Json.Exporting;
using VideoIndex.Cli.Output.Json.Exposure;
using VideoIndex.Cli.Output.Json.Importing;
using VideoIndex.Cli.Output.Json.Keeping;
using VideoIndex.Cli.Output.Json.Models;
using VideoIndex.Cli.Output.Json.Sidecars;
using VideoIndex.Cli.Output.Json.Similar;
using VideoIndex.Cli.Output.Json.Vocabularies;

namespace VideoIndex.Cli.Output.Json;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FailureShape))]
[JsonSerializable(typeof(IndexedShape))]
[JsonSerializable(typeof(SearchShape))]
[JsonSerializable(typeof(ListShape))]
[JsonSerializable(typeof(SimilarShape))]
[JsonSerializable(typeof(LikeAnswerShape))]
[JsonSerializable(typeof(ShowShape))]
[JsonSerializable(typeof(TranscriptWrittenShape))]
[JsonSerializable(typeof(ListenedShape))]
[JsonSerializable(typeof(FrameShape))]
[JsonSerializable(typeof(ClipShape))]
[JsonSerializable(typeof(RemovedShape))]
[JsonSerializable(typeof(RetunedShape))]
[JsonSerializable(typeof(ReindexedShape))]
[JsonSerializable(typeof(DoctorShape))]
[JsonSerializable(typeof(JobListShape))]
[JsonSerializable(typeof(JobPageShape))]
[JsonSerializable(typeof(JobVerdictShape))]
[JsonSerializable(typeof(DeliveredShape))]
[JsonSerializable(typeof(TakenShape))]
[JsonSerializable(typeof(FieldListShape))]
[JsonSerializable(typeof(CollectionListShape))]
[JsonSerializable(typeof(VideoFactsShape))]
[JsonSerializable(typeof(SheetShape))]
[JsonSerializable(typeof(ClaimListShape))]
[JsonSerializable(typeof(ReviewedShape))]
[JsonSerializable(typeof(ImportAddedShape))]
[JsonSerializable(typeof(ImportListShape))]
[JsonSerializable(typeof(ImportRemovedShape))]
[JsonSerializable(typeof(BrandListShape))]
[JsonSerializable(typeof(BrandPageShape))]
[JsonSerializable(typeof(BrandChangedShape))]
[JsonSerializable(typeof(RegisteredShape))]
[JsonSerializable(typeof(ImportedShape))]
[JsonSerializable(typeof(AlertListShape))]
[JsonSerializable(typeof(AlertShape))]
[JsonSerializable(typeof(ExportedShape))]
[JsonSerializable(typeof(ExportFormatsShape))]
[JsonSerializable(typeof(ExposureShape))]
[JsonSerializable(typeof(VocabularyShape))]
[JsonSerializable(typeof(VocabularyChangedShape))]
[JsonSerializable(typeof(VocabularyWrittenShape))]
[JsonSerializable(typeof(VocabularyHistoryShape))]
[JsonSerializable(typeof(MissesShape))]
[JsonSerializable(typeof(MissesForgottenShape))]
[JsonSerializable(typeof(SidecarsWrittenShape))]
[JsonSerializable(typeof(SidecarsReadShape))]
[JsonSerializable(typeof(SidecarsCheckedShape))]
[JsonSerializable(typeof(ModelListShape))]
[JsonSerializable(typeof(ModelsPlacedShape))]
[JsonSerializable(typeof(ModelsVerifiedShape))]
[JsonSerializable(typeof(ModelRemovedShape))]
internal sealed partial class ShapesContext : JsonSerializerContext;

/// <summary>The JSON form of every answer. Text in any script is written as it is, not escaped.</summary>
/// <remarks>Others build on these names: golden files freeze them, and they may only grow (docs/json.md).</remarks>
internal static class Shapes
{
    public static ShapesContext Default { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
