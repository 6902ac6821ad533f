using VideoIndex.Timing;

namespace VideoIndex.Interchange.Sidecars.Shapes;

/// <summary>The side-car of what is not of one video. Its members are frozen: docs/schemas/sidecar.schema.json describes each.</summary>
internal sealed record LibraryFileShape(string Format, int Version)
{
    public IReadOnlyList<FieldShape>? Fields { get; init; }

    public IReadOnlyList<ChangeShape>? FieldChanges { get; init; }

    public IReadOnlyList<StatementShape>? Vocabulary { get; init; }

    public IReadOnlyList<ChangeShape>? VocabularyChanges { get; init; }

    public IReadOnlyList<BrandShape>? Brands { get; init; }

    public IReadOnlyList<string>? BrandGroups { get; init; }

    public IReadOnlyList<AlertShape>? Alerts { get; init; }

    public IReadOnlyList<FileShape>? Files { get; init; }

    public string? Sha256 { get; init; }
}

internal sealed record FieldShape(string Name, string Type)
{
    public IReadOnlyList<string>? Choices { get; init; }
}

internal sealed record StatementShape(string Kind, string Text)
{
    public string? Concept { get; init; }

    public string? Language { get; init; }
}

internal sealed record BrandShape(long Number, string Name, StampShape Added, StampShape Changed, IReadOnlyList<LogoShape> Logos, IReadOnlyList<ChangeShape> Changes)
{
    public bool? IsRetired { get; init; }

    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    public IReadOnlyList<string>? Groups { get; init; }
}

internal sealed record StampShape(string At, string By);

internal sealed record LogoShape(long Number, string Name, IReadOnlyList<ExampleShape> Examples);

internal sealed record ExampleShape(long Number, string Picture, string Sha256, int Width, int Height, BoxShape Region, StampShape Added)
{
    public string? File { get; init; }

    public FrameSourceShape? Frame { get; init; }
}

internal sealed record FrameSourceShape(string Video, MediaTime At, BoxShape Box);

internal sealed record AlertShape(string Name, string Question, string Added, string By)
{
    public string? Run { get; init; }

    public string? Post { get; init; }

    public string? SecretFile { get; init; }

    public string? Rests { get; init; }
}
