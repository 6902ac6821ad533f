using VideoIndex.Cli.Output.Json.Brands;
using VideoIndex.Metadata;

namespace VideoIndex.Cli.Output.Json.Keeping;

internal sealed record FieldListShape(IReadOnlyList<FieldShape> Fields)
{
    public static FieldListShape Of(IReadOnlyList<FieldUse> uses) =>
        new([.. uses.Select(use => new FieldShape(use.Definition.Name, use.Definition.Type.Name(), use.Definition.Choices, use.Videos))]);
}

internal sealed record FieldShape(string Name, string Type, IReadOnlyList<string> Choices, int Videos);

internal sealed record CollectionListShape(IReadOnlyList<CollectionShape> Collections);

internal sealed record CollectionShape(string Name, int Videos, IReadOnlyList<VideoName> Members);

/// <summary>What people keep of a video, with what was changed.</summary>
internal sealed record VideoFactsShape(VideoName Video, IReadOnlyList<FieldValuesShape> Fields, IReadOnlyList<string> Collections, IReadOnlyList<PastChangeShape> Changes);

internal sealed record FieldValuesShape(string Name, IReadOnlyList<string> Values)
{
    public static IReadOnlyList<FieldValuesShape> Of(VideoFacts facts) => [.. facts.Fields.Select(field => new FieldValuesShape(field.Key, [.. field.Value.Select(FieldValues.Write)]))];
}

/// <summary>What was taken of a table: all of it, or nothing.</summary>
internal sealed record SheetShape(int Videos, int Values, IReadOnlyList<ComplaintShape> Complaints);
