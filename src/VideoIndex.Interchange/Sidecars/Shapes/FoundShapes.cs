using VideoIndex.Timing;

namespace VideoIndex.Interchange.Sidecars.Shapes;

internal sealed record ShotShape(int Number, MediaTime Start, MediaTime End, MediaTime KeyframeAt)
{
    public string? Keyframe { get; init; }
}

internal sealed record TransitionShape(string Kind, MediaTime Start, MediaTime End, MediaTime At);

internal sealed record SceneShape(int Number, MediaTime Start, MediaTime End, int FirstShot, int LastShot);

internal sealed record OriginShape(string Kind, string Name)
{
    public string? Version { get; init; }
}

internal sealed record TranscriptShape(OriginShape Origin, IReadOnlyList<UtteranceShape> Utterances)
{
    public string? Language { get; init; }

    public int? Track { get; init; }

    public string? Channel { get; init; }

    public IReadOnlyList<string>? Notes { get; init; }
}

internal sealed record UtteranceShape(MediaTime Start, MediaTime End, string Text)
{
    public double? Confidence { get; init; }

    public string? Speaker { get; init; }

    public string? Language { get; init; }

    public string? Dropped { get; init; }

    public IReadOnlyList<WordShape>? Words { get; init; }
}

internal sealed record WordShape(MediaTime Start, MediaTime End, string Text, double Confidence);

internal sealed record TagShape(MediaTime Start, MediaTime End, string Kind, string Label, double Confidence, OriginShape Origin)
{
    public BoxShape? Box { get; init; }

    public int? Angle { get; init; }

    public string? Language { get; init; }

    public string? How { get; init; }

    public IReadOnlyList<PointShape>? Path { get; init; }
}

internal sealed record BoxShape(int Left, int Top, int Width, int Height);

internal sealed record PointShape(MediaTime At, int Left, int Top, int Width, int Height, int Score);
