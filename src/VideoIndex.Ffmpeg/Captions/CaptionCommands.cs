using System.Globalization;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Captions;

/// <summary>The command lines that take captions out of a container. Pure.</summary>
internal static class CaptionCommands
{
    /// <summary>Gets what ffprobe is told to list the packets of every text track.</summary>
    /// <param name="streams">Which streams, as FFmpeg's specifier: <c>s</c> for all text tracks, or an index.</param>
    public static IReadOnlyList<string> ListPackets(string streams) =>
    [
        "-v", "error", "-hide_banner", .. AllowList.DescribeOptions, "-select_streams", streams,
        "-show_packets", "-show_data", "-show_entries", "packet=stream_index,pts,dts,duration,data",
        "-of", "json=compact=1", ToolCall.InputName,
    ];

    /// <summary>Returns what ffmpeg is told to copy the coded pictures, undecoded, into a transport stream.</summary>
    /// <remarks>
    /// A transport stream, because it is the simplest form that keeps both orders of the pictures: its times are the
    /// container's own, in 90,000ths modulo 2^33. Four options stop FFmpeg from moving them: copy timestamps, leave
    /// negative ones alone, and no delay or preload added by the muxer. Programme streams give a presentation time to some
    /// pictures only; <c>genpts</c> works out the rest.
    /// </remarks>
    public static IReadOnlyList<string> CopyPictures(PictureTrack track) =>
    [
        .. DecodeCommand.Start, "-copyts", "-fflags", "+genpts", .. AllowList.Options, "-i", ToolCall.InputName,
        "-map", string.Create(CultureInfo.InvariantCulture, $"0:{track.Index}"), "-c", "copy",
        "-avoid_negative_ts", "disabled", "-muxdelay", "0", "-muxpreload", "0", "-mpegts_copyts", "1",
        "-f", "mpegts", "pipe:1",
    ];
}
