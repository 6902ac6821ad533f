using System.Globalization;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Frames;

/// <summary>A way to reach a frame: how many seconds before it to seek to, or from the start, counting frames.</summary>
internal sealed record Approach(int? SecondsBefore);

/// <summary>The command line that fetches one frame. Pure.</summary>
internal static class GrabCommand
{
    /// <summary>Gets the ways to reach a frame, fastest first.</summary>
    public static IReadOnlyList<Approach> Approaches { get; } = [new(1), new(12), new(SecondsBefore: null)];

    /// <summary>Returns the filters for the whole frame: upright, square pixels, nothing else changed.</summary>
    public static string Whole(PictureTrack track)
    {
        var (width, height) = DecodeCommand.Displayed(track);
        var square = track.PixelAspect == new Rational(1, 1)
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"scale={width}:{height}:flags=bicubic,setsar=1,");
        return $"{DecodeCommand.Upright(track)}{square}format=rgb24";
    }

    /// <summary>Returns the name the picture has in the scratch folder.</summary>
    public static string FileName(string output) => Path.GetExtension(output).ToUpperInvariant() switch
    {
        ".PNG" => "frame.png",
        ".JPG" or ".JPEG" => "frame.jpg",
        _ => throw new ArgumentException("A frame is written as .png or .jpg.", nameof(output)),
    };

    /// <summary>Returns the command; null when this approach cannot reach the frame.</summary>
    public static IReadOnlyList<string>? Arguments(FrameOrder order, Approach approach, string output)
    {
        var track = order.Probe.Pictures[0];
        var timestamp = order.Evidence.Timestamps[order.Frame];
        var seek = Seek(order.Evidence, approach, timestamp);
        if (seek is null && approach.SecondsBefore is not null)
        {
            return null; // the seek would go before the start: leave it to the approach that starts there
        }

        // By timestamp after a seek, by place from the start: a spliced stream's own timestamps may not be what was kept.
        var choose = seek is null
            ? string.Create(CultureInfo.InvariantCulture, $"select='eq(n,{order.Frame})'")
            : string.Create(CultureInfo.InvariantCulture, $"select='eq(pts,{timestamp})'");
        var graph = $"[0:{track.Index}]{choose},split=2[a][b];[a]{DecodeCommand.ToGray}[gray];[b]{order.Filters}[picture]";
        string[] quality = FileName(output) == "frame.jpg" ? ["-c:v", "mjpeg", "-q:v", "3"] : ["-c:v", "png"];
        string[] from = seek is null ? [] : ["-seek_timestamp", "1", "-noaccurate_seek", "-ss", seek];
        return
        [
            .. DecodeCommand.Start, "-copyts", "-noautorotate", .. AllowList.Options, .. from, "-i", ToolCall.InputName,
            "-filter_complex", graph,
            "-map", "[gray]", "-frames:v", "1", "-fps_mode", "passthrough", "-f", "rawvideo", "pipe:1",
            "-map", "[picture]", "-frames:v", "1", "-fps_mode", "passthrough", .. quality,
            "-f", "image2", "-update", "1", ToolCall.FolderName + FileName(output),
        ];
    }

    /// <summary>Returns where to seek to, as the option's value; null where the approach begins at the start, or would before it.</summary>
    public static string? Seek(FrameEvidence evidence, Approach approach, long timestamp)
    {
        if (approach.SecondsBefore is not { } before)
        {
            return null;
        }

        // On the container's own clock (-seek_timestamp); the filter chooses the frame, so FFmpeg's own trimming stays off.
        var target = MediaTime.FromTimestamp(timestamp, evidence.TimeBase).Seconds - new Rational(before, 1);
        var first = MediaTime.FromTimestamp(evidence.Timestamps[0], evidence.TimeBase).Seconds;
        return target <= first || target.Numerator < 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{(target * new Rational(1_000_000, 1)).Floor()}us");
    }
}
