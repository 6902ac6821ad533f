using VideoIndex.Timing;

namespace VideoIndex.Interchange.Sidecars.Shapes;

internal sealed record FramesShape(int Count, Rational TimeBase, MediaTime Zero, MediaTime End, PackedShape Timestamps, PackedShape Scores)
{
    public PackedShape? Sketches { get; init; }

    public LooksShape? Looks { get; init; }

    public IReadOnlyList<DetectionsShape>? Detections { get; init; }
}

internal sealed record LooksShape(int Count, PackedShape Frames, PackedShape Facts);

internal sealed record DetectionsShape(string Kind, OriginShape Detector, IReadOnlyList<string> Labels, int Looks, PackedShape Seen);

internal sealed record PrintsShape(int Version, int First, PackedShape Pictures, MediaTime SoundStart, PackedShape Sound);

internal sealed record VectorsShape(string Kind, string Name, string Version, int Dimensions, IReadOnlyList<VectorMomentShape> Moments, PackedShape Codes);

internal sealed record VectorMomentShape(MediaTime Start, MediaTime End, MediaTime At);

internal sealed record LogoSeenShape(string Brand, string Logo)
{
    public string? Basis { get; init; }

    public PackedShape? Sightings { get; init; }

    public string? EndsBasis { get; init; }

    public PackedShape? Ends { get; init; }
}
