using System.Globalization;
using VideoIndex.Ffmpeg.Clips;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Reels;

/// <summary>The command lines that make reels: a decode of each section, one encoder of pictures, and what puts pictures and sound together. Pure.</summary>
internal static class ReelCommand
{
    /// <summary>The sound of the section that is being decoded, in the scratch folder.</summary>
    public const string SectionSound = "section.raw";

    /// <summary>The sound of the reel, in the scratch folder.</summary>
    public const string Sound = "sound.raw";

    /// <summary>The reel's chapters, in the scratch folder.</summary>
    public const string Chapters = "chapters.txt";

    /// <summary>Samples a second of a reel's sound.</summary>
    public const int SampleRate = 48_000;

    /// <summary>Channels of a reel's sound.</summary>
    public const int Channels = 2;

    private const string Pictures = "pictures.mp4";

    // Of what FFmpeg says of a file's colours, the names that say how light and colour are mixed.
    private static readonly string[] Matrices = ["bt709", "smpte170m", "bt470bg", "bt2020nc", "bt2020c", "smpte240m", "fcc", "gbr", "ycgco"];
    private static readonly int[] Timecoded = [24, 25, 30, 48, 50, 60];

    /// <summary>Returns the command that decodes the frames of a section as the reel shows them, and its sound.</summary>
    /// <param name="section">The section.</param>
    /// <param name="container">The stretch, on the container's clock.</param>
    /// <param name="size">The reel's size.</param>
    /// <param name="labels">What lies over the pictures; null for nothing.</param>
    public static IReadOnlyList<string> Decode(ReelSection section, MediaSpan container, ReelSize size, LabelStrip? labels)
    {
        var track = section.Probe.Pictures[0];
        var graph = $"[0:{track.Index}]{ClipCommand.Trimmed(track, container)},{Fitted(track, size)},{labels?.Laid ?? "format=yuv420p"}[v]";
        string[] sound = section.Probe.Audio is [var audio, ..]
            ?
            [
                "-filter_complex", $"{ClipCommand.Trimmed(audio, container)},aresample={SampleRate}:async=1:first_pts=0,aformat=sample_fmts=s16:channel_layouts=stereo[s]",
                "-map", "[s]", "-f", "s16le", "-y", ToolCall.FolderName + SectionSound,
            ]
            : [];
        return
        [
            .. DecodeCommand.Start, "-copyts", .. AllowList.Options, .. ClipCommand.Seek(section.Evidence, container.Start), .. ClipCommand.BuiltOnce,
            "-i", ToolCall.InputName, .. labels?.Input ?? [],
            "-filter_complex", graph, "-map", "[v]", "-fps_mode", "passthrough", "-f", "rawvideo", "pipe:1", .. sound,
        ];
    }

    /// <summary>Returns the command that encodes the pictures of a reel from its input.</summary>
    public static IReadOnlyList<string> Encode(ReelSize size, FrameRate rate) =>
    [
        .. DecodeCommand.Start, .. ClipCommand.Telling,
        "-f", "rawvideo", "-pixel_format", "yuv420p", "-video_size", string.Create(CultureInfo.InvariantCulture, $"{size.Width}x{size.Height}"), "-framerate", rate.ToString(), "-i", "pipe:0",
        "-map", "0:v", "-c:v", "libx264", "-preset", "medium", "-crf", "18",
        "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
        "-video_track_timescale", Timescale(rate), "-y", ToolCall.FolderName + Pictures,
    ];

    /// <summary>Returns the command that puts pictures, sound and chapters together.</summary>
    /// <param name="order">The reel.</param>
    /// <param name="hasSound">Whether there is any sound.</param>
    /// <param name="name">The file to write.</param>
    public static IReadOnlyList<string> Join(ReelOrder order, bool hasSound, string name)
    {
        var (rate, channels) = (SampleRate.ToString(CultureInfo.InvariantCulture), Channels.ToString(CultureInfo.InvariantCulture));
        string[] heard = hasSound ? ["-f", "s16le", "-ar", rate, "-ac", channels, "-i", ToolCall.FolderName + Sound] : [];
        string[] mapped = hasSound ? ["-map", "2:a", "-c:a", "aac", "-b:a", "192k"] : [];
        string[] timecode = order.First is { } first && Timecoded.Contains(first.Rate.Nominal) ? ["-timecode", first.ToString()] : [];
        return
        [
            .. DecodeCommand.Start, .. ClipCommand.Telling, "-i", ToolCall.FolderName + Pictures, "-f", "ffmetadata", "-i", ToolCall.FolderName + Chapters, .. heard,
            "-map", "0:v", "-c:v", "copy", .. mapped, "-map_chapters", "1", .. timecode,
            "-video_track_timescale", Timescale(order.Rate), "-movflags", "+faststart", "-y", ToolCall.FolderName + name,
        ];
    }

    // Upright already: FFmpeg turns pictures itself. Where a file does not say how its light and colour are mixed, it is taken for what its size makes likely.
    private static string Fitted(PictureTrack track, ReelSize size)
    {
        var fit = size.Fit(track);
        var said = track.Colour?.Split('/').Intersect(Matrices).Any() == true;
        var likely = said ? "" : $":in_color_matrix={(Math.Min(track.Width, track.Height) >= 720 ? "bt709" : "smpte170m")}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"scale={fit.Width}:{fit.Height}:flags=bicubic{likely}:out_color_matrix=bt709:out_range=tv,setsar=1,"
            + $"pad={size.Width}:{size.Height}:{(size.Width - fit.Width) / 4 * 2}:{(size.Height - fit.Height) / 4 * 2}");
    }

    // So fine that every frame begins on a tick.
    private static string Timescale(FrameRate rate)
    {
        var ticks = rate.FramesPerSecond.Numerator;
        while (ticks < 10_000)
        {
            ticks *= 10;
        }

        return ticks.ToString(CultureInfo.InvariantCulture);
    }
}
