using System.Globalization;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Clips;

/// <summary>The command lines that cut clips. Pure.</summary>
internal static class ClipCommand
{
    // Room before the first frame for the seek to find a sync frame in.
    private static readonly Rational Approach = new(12, 1);

    /// <summary>What the filter is called that tells of every frame that is looked at.</summary>
    public const string LookLog = "showinfo@looked";

    private const string Even = "scale=trunc(iw/2)*2:trunc(ih/2)*2", Small = "scale='max(2,trunc(min(iw,640)/2)*2)':-2:flags=area";

    /// <summary>Gets the options that make FFmpeg tell how far it is. It is silent while it encodes, and one who watches takes silence for a standstill.</summary>
    public static IReadOnlyList<string> Telling { get; } = ["-progress", "pipe:1"];

    /// <summary>Gets the options that build filters once. Built again in the middle, they would forget what lies over the pictures until it next changes.</summary>
    public static IReadOnlyList<string> BuiltOnce { get; } = ["-reinit_filter:v", "0"];

    /// <summary>Returns the command that encodes the frames from one timestamp up to, not including, another, and the sound of the same stretch.</summary>
    /// <param name="order">What to cut.</param>
    /// <param name="container">The stretch, on the container's clock.</param>
    /// <param name="name">The file to write.</param>
    /// <param name="over">What lies over the pictures; null for nothing.</param>
    public static IReadOnlyList<string> Exact(ClipOrder order, MediaSpan container, string name, IOverlay? over = null)
    {
        var track = order.Probe.Pictures[0];
        var graph = $"[0:{track.Index}]{Trimmed(track, container)},{over?.Filters ?? $"{(order.IsSmall ? Small : Even)},format=yuv420p"}[v]";
        string[] sound = [];
        if (!order.IsSmall && order.Probe.Audio is [var audio, ..])
        {
            // A graph of its own: where the sound changes its kind, FFmpeg builds the graph it is in again.
            sound = ["-filter_complex", $"{Trimmed(audio, container)}[s]", "-map", "[s]", "-c:a", "aac", "-b:a", "192k"];
        }

        return
        [
            // FFmpeg turns the pictures upright itself: only then does it leave the turn out of the clip's own description.
            .. DecodeCommand.Start, .. Telling, "-copyts", .. AllowList.Options, .. Seek(order.Evidence, container.Start),
            .. over is null ? [] : BuiltOnce, "-i", ToolCall.InputName, .. over?.Input ?? [],
            "-filter_complex", graph, "-map", "[v]", "-fps_mode", "passthrough", "-enc_time_base", track.TimeBase.ToString(),
            "-c:v", "libx264", "-preset", order.IsSmall ? "veryfast" : "medium", "-crf", order.IsSmall ? "27" : "18", .. sound,
            "-map_metadata", "-1", "-map_chapters", "-1", "-movflags", "+faststart", "-y", ToolCall.FolderName + name,
        ];
    }

    /// <summary>Returns the command that decodes the very frames <see cref="Exact"/> encodes, as large as they are looked at, one after the other.</summary>
    /// <remarks>A line of its log tells of every frame that was decoded, those before the first one too.</remarks>
    public static IReadOnlyList<string> Looks(ClipOrder order, MediaSpan container, LookSize size)
    {
        var track = order.Probe.Pictures[0];
        return
        [
            .. DecodeCommand.Start, "-copyts", .. AllowList.Options, .. Seek(order.Evidence, container.Start), "-i", ToolCall.InputName,
            "-filter_complex", string.Create(
                CultureInfo.InvariantCulture,
                $"[0:{track.Index}]{LookLog}=checksum=0,{Trimmed(track, container)},scale={size.Width}:{size.Height}:flags=area,format=yuv420p[look]"),
            "-map", "[look]", "-fps_mode", "passthrough", "-f", "rawvideo", "pipe:1",
        ];
    }

    /// <summary>Returns the command that copies what is shown from a sync frame up to an end.</summary>
    /// <param name="order">What to cut.</param>
    /// <param name="syncFrame">Where the clip starts, on the container's clock.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="lead">How many seconds before the sync frame to seek to. Whatever is copied from before it, an edit list hides.</param>
    /// <param name="name">The file to write.</param>
    public static IReadOnlyList<string> Copy(ClipOrder order, MediaTime syncFrame, MediaTime end, int lead, string name)
    {
        string[] sound = order.Probe.Audio is [var audio, ..] ? ["-map", Stream(audio.Index)] : [];
        return
        [
            .. DecodeCommand.Start, .. Telling, .. AllowList.Options,
            "-itsoffset", Microseconds(new Rational(-lead, 1)), "-seek_timestamp", "1", "-ss", Microseconds((syncFrame.Seconds - new Rational(lead, 1))), "-i", ToolCall.InputName,
            "-t", Microseconds((end - syncFrame).Seconds), "-map", Stream(order.Probe.Pictures[0].Index), .. sound, "-c", "copy", "-strict", "experimental",
            "-map_metadata", "-1", "-map_chapters", "-1", "-avoid_negative_ts", "disabled", "-movflags", "+faststart",
            "-y", ToolCall.FolderName + name,
        ];
    }

    /// <summary>Returns the filters that let the frames of a span through, their times beginning at 0.</summary>
    public static string Trimmed(PictureTrack track, MediaSpan container)
    {
        var (from, to) = (Ticks(container.Start, track.TimeBase), Ticks(container.End, track.TimeBase));
        return string.Create(CultureInfo.InvariantCulture, $"trim=start_pts={from}:end_pts={to},setpts=PTS-{Signed(from)}");
    }

    /// <summary>Returns the filters that let the sound of a span through, its times beginning at 0, from the stream they name.</summary>
    public static string Trimmed(AudioTrack track, MediaSpan container)
    {
        var rate = new Rational(1, Math.Max(1, track.SampleRate));
        var (from, to) = (Ticks(container.Start, rate), Ticks(container.End, rate));
        return string.Create(CultureInfo.InvariantCulture, $"[0:{track.Index}]atrim=start_pts={from}:end_pts={to},asetpts=PTS-{Signed(from)}");
    }

    /// <summary>Returns the options that seek to well before a moment; none where that is before the file's first frame.</summary>
    public static IReadOnlyList<string> Seek(FrameEvidence evidence, MediaTime container)
    {
        var first = MediaTime.FromTimestamp(evidence.Timestamps[0], evidence.TimeBase).Seconds;
        var target = container.Seconds - Approach;
        return target <= first || target.Numerator < 0 ? [] : ["-seek_timestamp", "1", "-noaccurate_seek", "-ss", Microseconds(target)];
    }

    // The nearest one: FFmpeg turns it back into the very tick it came from.
    private static string Microseconds(Rational seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{(seconds * new Rational(1_000_000, 1)).Round()}us");

    private static string Stream(int index) => string.Create(CultureInfo.InvariantCulture, $"0:{index}");

    private static string Signed(long ticks) => string.Create(CultureInfo.InvariantCulture, $"({ticks})");

    // The first tick at or after a moment.
    private static long Ticks(MediaTime time, Rational unit) => -(-(time.Seconds / unit)).Floor();
}
