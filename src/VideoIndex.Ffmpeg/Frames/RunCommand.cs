using System.Globalization;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Frames;

/// <summary>The command line that decodes frames that follow one another. Pure.</summary>
/// <remarks>Each comes as the gray frame that is fingerprinted, and below it the gray look: one picture, so that neither comes without the other.</remarks>
internal static class RunCommand
{
    private const int FingerprintedWidth = 320;

    /// <summary>Returns how wide the pictures are that come.</summary>
    public static int Width(LookSize look) => Math.Max(look.Width, FingerprintedWidth);

    /// <summary>Returns the command; null when this approach cannot reach the frames.</summary>
    public static IReadOnlyList<string>? Arguments(FrameRun run, Approach approach)
    {
        var (track, look) = (run.Probe.Pictures[0], LookSize.Of(run.Probe.Pictures[0]));
        var (from, to) = (run.Evidence.Timestamps[run.First], run.Evidence.Timestamps[run.Last]);
        var seek = GrabCommand.Seek(run.Evidence, approach, from);
        if (seek is null && approach.SecondsBefore is not null)
        {
            return null;
        }

        var choose = seek is null
            ? string.Create(CultureInfo.InvariantCulture, $"select='between(n,{run.First},{run.Last})'")
            : string.Create(CultureInfo.InvariantCulture, $"select='between(pts,{from},{to})'");
        var graph = string.Create(
            CultureInfo.InvariantCulture,
            $"[0:{track.Index}]{choose},split=2[a][b];[a]{DecodeCommand.ToGray},pad={Width(look)}:ih[c];"
            + $"[b]{DecodeCommand.Upright(track)}scale={look.Width}:{look.Height}:flags=area,format=gray,pad={Width(look)}:ih[d];[c][d]vstack[both]");
        string[] start = seek is null ? [] : ["-seek_timestamp", "1", "-noaccurate_seek", "-ss", seek];
        return
        [
            .. DecodeCommand.Start, "-copyts", "-noautorotate", "-filter_complex_threads", "1", .. AllowList.Options, .. start, "-i", ToolCall.InputName,
            "-filter_complex", graph, "-map", "[both]", "-frames:v", (run.Last - run.First + 1).ToString(CultureInfo.InvariantCulture),
            "-fps_mode", "passthrough", "-f", "rawvideo", "pipe:1",
        ];
    }
}
