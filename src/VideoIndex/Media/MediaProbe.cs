using System.Globalization;
using VideoIndex.Timing;

namespace VideoIndex.Media;

/// <summary>What a container says of itself before anything is decoded. Declarations, not measurements.</summary>
public sealed record MediaProbe
{
    /// <summary>Gets the container's format names, as FFmpeg lists them: <c>mov,mp4,m4a,3gp,3g2,mj2</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Gets the length the container declares, if it does.</summary>
    public MediaDuration? DeclaredDuration { get; init; }

    /// <summary>Gets the picture tracks, best first: the first is the one that is analysed.</summary>
    public IReadOnlyList<PictureTrack> Pictures { get; init; } = [];

    /// <summary>Gets the audio tracks, the one players start with first.</summary>
    public IReadOnlyList<AudioTrack> Audio { get; init; } = [];

    /// <summary>Gets the text tracks in the container's order.</summary>
    public IReadOnlyList<CaptionTrack> Captions { get; init; } = [];

    /// <summary>Gets the chapters, on the container's own timeline (not yet moved to a player's zero).</summary>
    public IReadOnlyList<Chapter> Chapters { get; init; } = [];

    /// <summary>Gets the timecode label of the first frame as the file writes it, such as <c>10:00:00;00</c>.</summary>
    public string? StartTimecode { get; init; }

    /// <summary>Gets the rate <see cref="StartTimecode"/> counts at, which need not be the pictures'; null where the file does not say.</summary>
    public FrameRate? StartTimecodeRate { get; init; }

    /// <summary>Gets what else the file says of itself: author, title, creation_time, location, rotation makers and the like; keys in lower case.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets when it was recorded, in UTC, as the container's creation time says; null where it does not, or not in a form that can be read.</summary>
    public DateTimeOffset? Recorded =>
        Attributes.TryGetValue("creation_time", out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    /// <summary>Gets how many lines the picture has as it is shown; null where there is no picture.</summary>
    public int? Lines => Pictures is [var picture, ..]
        ? picture.Rotation % 180 == 0 ? picture.Height : picture.Width
        : null;
}

/// <summary>A stream of pictures.</summary>
public sealed record PictureTrack
{
    /// <summary>Gets the stream's index in the container.</summary>
    public required int Index { get; init; }

    /// <summary>Gets the codec's FFmpeg name.</summary>
    public required string Codec { get; init; }

    /// <summary>Gets the coded width in pixels, before rotation and pixel aspect.</summary>
    public required int Width { get; init; }

    /// <summary>Gets the coded height in pixels, before rotation and pixel aspect.</summary>
    public required int Height { get; init; }

    /// <summary>Gets the shape of a pixel, width over height; 1 when the file does not say.</summary>
    public Rational PixelAspect { get; init; } = new(1, 1);

    /// <summary>Gets how far a player turns the picture clockwise: 0, 90, 180 or 270 degrees.</summary>
    public int Rotation { get; init; }

    /// <summary>Gets the unit timestamps count in, in seconds.</summary>
    public required Rational TimeBase { get; init; }

    /// <summary>Gets the first presentation timestamp, in units of <see cref="TimeBase"/>, if the container says.</summary>
    public long? StartTimestamp { get; init; }

    /// <summary>Gets the rate the container declares for the stream (FFmpeg's <c>r_frame_rate</c>), if plausible.</summary>
    public FrameRate? DeclaredRate { get; init; }

    /// <summary>Gets the number of frames over the length (FFmpeg's <c>avg_frame_rate</c>), if known.</summary>
    public FrameRate? AverageRate { get; init; }

    /// <summary>Gets the length the container declares for the pictures alone, after edit lists, if it does.</summary>
    public MediaDuration? DeclaredDuration { get; init; }

    /// <summary>Gets the number of frames the container declares, if it does.</summary>
    public long? DeclaredFrames { get; init; }

    /// <summary>Gets the pixel format's FFmpeg name.</summary>
    public string? PixelFormat { get; init; }

    /// <summary>Gets the colour description: range, space, primaries, transfer; those the file states, joined by <c>/</c>.</summary>
    public string? Colour { get; init; }

    /// <summary>Gets whether the first pictures carry closed captions (CEA-608/708 or SCTE-20).</summary>
    public bool HasClosedCaptions { get; init; }

    /// <summary>Gets whether the file marks this as the pictures a player starts with.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Gets the language, as the file writes it: ISO 639-2 in most.</summary>
    public string? Language { get; init; }
}

/// <summary>An audio track.</summary>
public sealed record AudioTrack
{
    /// <summary>Gets the stream's index in the container.</summary>
    public required int Index { get; init; }

    /// <summary>Gets the track's number among the audio tracks, from 1: what people call "audio 2".</summary>
    public required int Number { get; init; }

    /// <summary>Gets the codec's FFmpeg name.</summary>
    public required string Codec { get; init; }

    /// <summary>Gets samples a second.</summary>
    public int SampleRate { get; init; }

    /// <summary>Gets the number of channels.</summary>
    public int Channels { get; init; }

    /// <summary>Gets the unit timestamps count in, in seconds.</summary>
    public required Rational TimeBase { get; init; }

    /// <summary>Gets the first presentation timestamp a listener hears, in units of <see cref="TimeBase"/>, if the container says.</summary>
    public long? StartTimestamp { get; init; }

    /// <summary>Gets the language, as the file writes it.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the track's own name.</summary>
    public string? Title { get; init; }
}

/// <summary>A text track inside the container.</summary>
public sealed record CaptionTrack
{
    /// <summary>Gets the stream's index in the container.</summary>
    public required int Index { get; init; }

    /// <summary>Gets the track's number among the text tracks, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the codec's FFmpeg name: <c>mov_text</c>, <c>webvtt</c>, <c>subrip</c>, <c>ass</c>.</summary>
    public required string Codec { get; init; }

    /// <summary>Gets the unit timestamps count in, in seconds.</summary>
    public required Rational TimeBase { get; init; }

    /// <summary>Gets the language, as the file writes it.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the track's own name.</summary>
    public string? Title { get; init; }
}

/// <summary>A named stretch the container declares.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Span">When it runs.</param>
/// <param name="Title">Its name; may be empty.</param>
public sealed record Chapter(int Number, MediaSpan Span, string Title);
