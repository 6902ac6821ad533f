using VideoIndex.Timing;

namespace VideoIndex.Interchange.Sidecars.Shapes;

internal sealed record ProbeShape(
    string Format,
    IReadOnlyList<PicturesShape> Pictures,
    IReadOnlyList<AudioShape> Audio,
    IReadOnlyList<CaptionsShape> Captions,
    IReadOnlyList<ChapterShape> Chapters,
    IReadOnlyDictionary<string, string> Attributes)
{
    public MediaDuration? DeclaredDuration { get; init; }

    public string? StartTimecode { get; init; }

    public FrameRate? StartTimecodeRate { get; init; }
}

internal sealed record PicturesShape(int Index, string Codec, int Width, int Height, Rational PixelAspect, int Rotation, Rational TimeBase, bool HasClosedCaptions, bool IsDefault)
{
    public long? StartTimestamp { get; init; }

    public FrameRate? DeclaredRate { get; init; }

    public FrameRate? AverageRate { get; init; }

    public MediaDuration? DeclaredDuration { get; init; }

    public long? DeclaredFrames { get; init; }

    public string? PixelFormat { get; init; }

    public string? Colour { get; init; }

    public string? Language { get; init; }
}

internal sealed record AudioShape(int Index, int Number, string Codec, int SampleRate, int Channels, Rational TimeBase)
{
    public long? StartTimestamp { get; init; }

    public string? Language { get; init; }

    public string? Title { get; init; }
}

internal sealed record CaptionsShape(int Index, int Number, string Codec, Rational TimeBase)
{
    public string? Language { get; init; }

    public string? Title { get; init; }
}

internal sealed record ChapterShape(int Number, MediaTime Start, MediaTime End, string Title);
