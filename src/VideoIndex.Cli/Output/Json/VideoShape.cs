using VideoIndex.Media;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Output.Json;

/// <summary>What is known of a video as a whole.</summary>
internal sealed record VideoShape
{
    public required string Id { get; init; }

    public required string Path { get; init; }

    public required long Bytes { get; init; }

    public required string Added { get; init; }

    public string? Format { get; init; }

    public required string Start { get; init; }

    public required string End { get; init; }

    public required decimal DurationSeconds { get; init; }

    public decimal? DeclaredDurationSeconds { get; init; }

    public required long Frames { get; init; }

    public string? FrameRate { get; init; }

    public string? StartTimecode { get; init; }

    public IReadOnlyList<PicturesShape> Pictures { get; init; } = [];

    public IReadOnlyList<AudioShape> Audio { get; init; } = [];

    public IReadOnlyList<CaptionsShape> Captions { get; init; } = [];

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    public static VideoShape Of(Video video) => new()
    {
        Id = video.Id.ToString(),
        Path = video.Path,
        Bytes = video.Bytes,
        Added = video.Added.ToString("O", null),
        Format = video.Probe?.Format,
        Start = video.Extent.Start.Seconds.ToString(),
        End = video.Extent.End.Seconds.ToString(),
        DurationSeconds = Times.Seconds(video.Extent.Duration.Seconds),
        DeclaredDurationSeconds = video.Probe?.DeclaredDuration is { } declared ? Times.Seconds(declared.Seconds) : null,
        Frames = video.Frames,
        FrameRate = video.Rate?.ToString(),
        StartTimecode = video.Timecodes?.First.ToString(),
        Pictures = [.. (video.Probe?.Pictures ?? []).Select(PicturesShape.Of)],
        Audio = [.. (video.Probe?.Audio ?? []).Select(AudioShape.Of)],
        Captions = [.. (video.Probe?.Captions ?? []).Select(CaptionsShape.Of)],
        Attributes = video.Probe?.Attributes ?? new Dictionary<string, string>(),
    };
}

internal sealed record PicturesShape(
    string Codec, int Width, int Height, string PixelAspect, int Rotation, string TimeBase, string? Colour, bool ClosedCaptions, string? Language)
{
    public static PicturesShape Of(PictureTrack track) => new(
        track.Codec, track.Width, track.Height, track.PixelAspect.ToString(), track.Rotation, track.TimeBase.ToString(), track.Colour, track.HasClosedCaptions, track.Language);
}

internal sealed record AudioShape(int Number, string Codec, int SampleRate, int Channels, string? Language, string? Title)
{
    public static AudioShape Of(AudioTrack track) => new(track.Number, track.Codec, track.SampleRate, track.Channels, track.Language, track.Title);
}

internal sealed record CaptionsShape(int Number, string Codec, string? Language, string? Title)
{
    public static CaptionsShape Of(CaptionTrack track) => new(track.Number, track.Codec, track.Language, track.Title);
}
