using System.Globalization;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Frames;

/// <summary>The command lines that decode a few frames and write them as JPEGs again. Pure.</summary>
internal static class StillCommand
{
    /// <summary>The name the decoded pictures have in the scratch folder: one after the other, three bytes a pixel.</summary>
    public const string PicturesName = "pictures.rgb";

    private const int Widest = 1280;

    /// <summary>Returns how large stills of a picture track are, in pixels.</summary>
    public static (int Width, int Height) Size(PictureTrack track)
    {
        var (width, height) = DecodeCommand.Displayed(track);
        return width <= Widest ? (width, height) : (Widest, Math.Max(2, (int)((long)height * Widest / width)));
    }

    /// <summary>Returns the name of a still in the scratch folder, counted from 1.</summary>
    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"{number:00000000}.jpg");

    /// <summary>Returns the command that decodes frames, gray for their fingerprints and in colour; null when this approach cannot reach them.</summary>
    public static IReadOnlyList<string>? Decode(FrameSet set, Approach approach, (int Width, int Height) size)
    {
        var (track, timestamps, frames) = (set.Probe.Pictures[0], set.Evidence.Timestamps, set.Frames);
        var seek = GrabCommand.Seek(set.Evidence, approach, timestamps[frames[0]]);
        if (seek is null && approach.SecondsBefore is not null)
        {
            return null;
        }

        var choose = string.Join('+', frames.Select(frame => seek is null
            ? string.Create(CultureInfo.InvariantCulture, $"eq(n,{frame})")
            : string.Create(CultureInfo.InvariantCulture, $"eq(pts,{timestamps[frame]})")));
        var graph = string.Create(
            CultureInfo.InvariantCulture,
            $"[0:{track.Index}]select='{choose}',split=2[a][b];[a]{DecodeCommand.ToGray}[gray];[b]{DecodeCommand.Upright(track)}scale={size.Width}:{size.Height}:flags=area,setsar=1,format=rgb24[picture]");
        var count = frames.Count.ToString(CultureInfo.InvariantCulture);
        string[] from = seek is null ? [] : ["-seek_timestamp", "1", "-noaccurate_seek", "-ss", seek];
        return
        [
            .. DecodeCommand.Start, "-copyts", "-noautorotate", .. AllowList.Options, .. from, "-i", ToolCall.InputName,
            "-filter_complex", graph,
            "-map", "[gray]", "-frames:v", count, "-fps_mode", "passthrough", "-f", "rawvideo", "pipe:1",
            "-map", "[picture]", "-frames:v", count, "-fps_mode", "passthrough", "-f", "rawvideo", "-y", ToolCall.FolderName + PicturesName,
        ];
    }

    /// <summary>Returns the command that writes pictures as JPEGs.</summary>
    public static IReadOnlyList<string> Encode((int Width, int Height) size) =>
    [
        .. DecodeCommand.Start, "-protocol_whitelist", "file", "-format_whitelist", "rawvideo", "-codec_whitelist", "rawvideo",
        "-f", "rawvideo", "-pixel_format", "rgb24", "-video_size", string.Create(CultureInfo.InvariantCulture, $"{size.Width}x{size.Height}"), "-i", ToolCall.InputName,
        "-vf", "scale=out_range=full,format=yuvj420p", "-fps_mode", "passthrough", "-c:v", "mjpeg", "-q:v", "4", "-f", "image2", ToolCall.FolderName + "%08d.jpg",
    ];
}
