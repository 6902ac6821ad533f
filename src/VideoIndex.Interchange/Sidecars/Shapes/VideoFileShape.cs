using VideoIndex.Timing;

namespace VideoIndex.Interchange.Sidecars.Shapes;

/// <summary>The side-car of a video. Its members are frozen: docs/schemas/sidecar.schema.json describes each.</summary>
internal sealed record VideoFileShape(
    string Format,
    int Version,
    long Arrival,
    VideoShape Video,
    IReadOnlyList<ShotShape> Shots,
    IReadOnlyList<TransitionShape> Transitions,
    IReadOnlyList<SceneShape> Scenes,
    IReadOnlyList<TranscriptShape> Transcripts,
    IReadOnlyList<TagShape> Tags)
{
    public FramesShape? Frames { get; init; }

    public PrintsShape? Prints { get; init; }

    public IReadOnlyList<VectorsShape>? Vectors { get; init; }

    public IReadOnlyList<LogoSeenShape>? Logos { get; init; }

    public IReadOnlyList<FieldKeptShape>? Fields { get; init; }

    public IReadOnlyList<string>? Collections { get; init; }

    public IReadOnlyList<ChangeShape>? Changes { get; init; }

    public IReadOnlyList<ReviewShape>? Reviews { get; init; }

    public IReadOnlyList<ImportShape>? Imports { get; init; }

    public IReadOnlyList<ToldShape>? Alerts { get; init; }

    public IReadOnlyList<FileShape>? Files { get; init; }

    public string? Sha256 { get; init; }
}

internal sealed record VideoShape(string Id, string Path, long Bytes, string Modified, string Added, string State, MediaTime Start, MediaTime End, long Frames, int Run)
{
    public string? Code { get; init; }

    public string? Sentence { get; init; }

    public Rational? Coverage { get; init; }

    public FrameRate? Rate { get; init; }

    public TimecodesShape? Timecodes { get; init; }

    public ProbeShape? Probe { get; init; }

    public MeterShape? Meter { get; init; }

    public IReadOnlyList<string>? Notes { get; init; }
}

internal sealed record TimecodesShape(long Frame, FrameRate Rate, bool DropFrame, MediaTime FirstFrame);

internal sealed record MeterShape(long WallMilliseconds, int Decodes, IReadOnlyList<StageShape> Stages);

internal sealed record StageShape(string Stage, int Jobs, long WallMilliseconds, long CpuMilliseconds, long BytesRead);

/// <summary>A file of the library, in pieces, so that no line is endless.</summary>
internal sealed record FileShape(string Place, long Bytes, IReadOnlyList<byte[]> Pieces);

/// <summary>Numbers nobody reads by eye: packed by Brotli, in pieces, so that no line is endless.</summary>
internal sealed record PackedShape(long Bytes, IReadOnlyList<byte[]> Brotli);
