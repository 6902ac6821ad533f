using System.Text.Json;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Probing;

/// <summary>Reads one stream of ffprobe's report.</summary>
internal static class StreamReport
{
    /// <summary>Returns the unit the stream's timestamps count in; null when it has none.</summary>
    public static Rational? TimeBaseOf(JsonElement stream) =>
        Rational.TryParse(stream.Text("time_base"), out var unit) && unit > default(Rational) ? unit : null;

    /// <summary>Returns whether a stream is moving pictures; cover art and thumbnails are not.</summary>
    public static bool IsPictures(JsonElement stream) => IsMoving(stream) && stream.Integer("width") > 0 && stream.Integer("height") > 0;

    /// <summary>Returns whether a stream is moving pictures, even of no known size.</summary>
    public static bool IsMoving(JsonElement stream) =>
        stream.Text("codec_type") == "video"
        && !Disposition(stream, "attached_pic")
        && !Disposition(stream, "still_image")
        && !Disposition(stream, "timed_thumbnails");

    /// <summary>Reads a stream of pictures.</summary>
    public static PictureTrack Pictures(JsonElement stream) => new()
    {
        Index = (int)stream.Integer("index")!,
        Codec = stream.Text("codec_name") ?? (stream.Text("codec_tag_string") == "encv" ? "encrypted" : "unknown"),
        Width = (int)stream.Integer("width")!,
        Height = (int)stream.Integer("height")!,
        PixelAspect = Ratio(stream.Text("sample_aspect_ratio")),
        Rotation = Rotation(stream),
        TimeBase = TimeBaseOf(stream)!.Value,
        StartTimestamp = stream.Integer("start_pts"),
        DeclaredRate = FrameRate.TryParse(stream.Text("r_frame_rate"), out var declared) ? declared : null,
        AverageRate = FrameRate.TryParse(stream.Text("avg_frame_rate"), out var average) ? average : null,
        DeclaredDuration = Length(stream),
        DeclaredFrames = stream.Integer("nb_frames"),
        PixelFormat = stream.Text("pix_fmt"),
        Colour = Colour(stream),
        HasClosedCaptions = stream.Integer("closed_captions") == 1,
        IsDefault = Disposition(stream, "default"),
        Language = Language(stream),
    };

    /// <summary>Returns how much a stream of pictures deserves to be the one that is analysed: the player's choice, then the larger.</summary>
    public static long Worth(PictureTrack track) => (track.IsDefault ? 1L << 40 : 0) + (long)track.Width * track.Height;

    /// <summary>Reads an audio track, and whether it is the one players start with.</summary>
    public static (AudioTrack Track, bool Default) Audio((JsonElement Stream, int Number) numbered)
    {
        var (stream, number) = numbered;
        var codec = stream.Text("codec_name") ?? "unknown";
        var track = new AudioTrack
        {
            Index = (int)stream.Integer("index")!,
            Number = number,
            Codec = codec,
            SampleRate = (int)(Whole(stream.Text("sample_rate")) ?? 0),
            Channels = (int)(stream.Integer("channels") ?? 0),
            TimeBase = TimeBaseOf(stream)!.Value,
            StartTimestamp = HeardFrom(stream.Integer("start_pts"), codec),
            Language = Language(stream),
            Title = FileAttributes.PlainOrNull(stream.Tag("title")),
        };
        return (track, Disposition(stream, "default"));
    }

    /// <summary>Reads a text track.</summary>
    public static CaptionTrack Captions((JsonElement Stream, int Number) numbered) => new()
    {
        Index = (int)numbered.Stream.Integer("index")!,
        Number = numbered.Number,
        Codec = numbered.Stream.Text("codec_name") ?? "unknown",
        TimeBase = TimeBaseOf(numbered.Stream)!.Value,
        Language = Language(numbered.Stream),
        Title = FileAttributes.PlainOrNull(numbered.Stream.Tag("title")),
    };

    /// <summary>Returns the length a stream declares: exact ticks, or the words Matroska keeps it in; null when it does not.</summary>
    public static MediaDuration? Length(JsonElement stream)
    {
        if (stream.Integer("duration_ts") is { } ticks && TimeBaseOf(stream) is { } unit)
        {
            return new MediaDuration(new Rational(ticks, 1) * unit);
        }

        return stream.Tag("DURATION")?.Split(':') is [var hours, var minutes, var seconds]
            && Decimals.TryRead(hours, out var h) && Decimals.TryRead(minutes, out var m) && Decimals.TryRead(seconds, out var s)
            ? FromStart(stream, h * new Rational(3600, 1) + m * new Rational(60, 1) + s)
            : null;
    }

    // FFmpeg's muxer writes the time of a track's end there, counted from zero; mkvmerge, which says so, writes its length.
    private static MediaDuration FromStart(JsonElement stream, Rational written) =>
        stream.Tag("_STATISTICS_WRITING_APP") is null && stream.Integer("start_pts") is { } start && TimeBaseOf(stream) is { } unit
            ? new MediaDuration(written - new Rational(start, 1) * unit)
            : new MediaDuration(written);

    // Opus in Matroska starts a few milliseconds before zero: samples that prime the decoder and are never heard.
    private static long? HeardFrom(long? start, string codec) => start < 0 && codec == "opus" ? 0 : start;

    private static bool Disposition(JsonElement stream, string name) =>
        stream.TryGetProperty("disposition", out var disposition) && disposition.Integer(name) == 1;

    private static string? Language(JsonElement stream) =>
        stream.Tag("language") is { } code && code is not ("und" or "") ? FileAttributes.PlainOrNull(code) : null;

    private static Rational Ratio(string? text) =>
        Rational.TryParse(text?.Replace(':', '/'), out var ratio) && ratio > default(Rational) ? ratio : new Rational(1, 1);

    private static long? Whole(string? text) => Rational.TryParse(text, out var value) ? value.Floor() : null;

    private static int Rotation(JsonElement stream)
    {
        if (!stream.TryGetProperty("side_data_list", out var sides))
        {
            return 0;
        }

        // The display matrix counts anticlockwise; people and players count clockwise.
        var turn = sides.EnumerateArray().Select(side => side.Integer("rotation")).FirstOrDefault(found => found is not null) ?? 0;
        return (int)(((-turn % 360) + 360) % 360);
    }

    private static string? Colour(JsonElement stream)
    {
        string?[] parts = [stream.Text("color_range"), stream.Text("color_space"), stream.Text("color_primaries"), stream.Text("color_transfer")];
        var stated = parts.Where(part => part is not (null or "unknown")).ToList();
        return stated.Count > 0 ? string.Join('/', stated) : null;
    }
}
