using VideoIndex.Timing;

namespace VideoIndex.Interchange.Sidecars.Shapes;

internal sealed record FieldKeptShape(string Name, string Type, IReadOnlyList<string> Values);

internal sealed record ChangeShape(string At, string By, string What, string Detail);

internal sealed record ReviewShape(long Number, string What, MediaTime Start, MediaTime End, string Kind, string Label, OriginShape Origin, string At, string By)
{
    public long? Tag { get; init; }

    public BoxShape? Box { get; init; }

    public string? Note { get; init; }
}

internal sealed record ImportShape(string Id, string Name, string Format, string Made, IReadOnlyList<TagShape> Tags, IReadOnlyList<TranscriptShape> Transcripts)
{
    public IReadOnlyList<string>? Complaints { get; init; }

    public string? Verbatim { get; init; }
}

internal sealed record ToldShape(string Alert, string Kind, string Text, MediaTime Start, MediaTime End, bool WasTold);
