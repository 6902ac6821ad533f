using System.Globalization;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Demuxing;

/// <summary>Lists the coded pictures of a file with ffprobe. Nothing is decoded: it costs little more than reading the file.</summary>
/// <remarks>
/// The listing decides only where a video is cut, so whatever is wrong with it - an error on the way, a crash, a time that is
/// missing or given twice - is answered with null, and left to the decode of the whole to judge.
/// </remarks>
public sealed class FfprobeMediaDemuxer(MediaTools tools) : IMediaDemuxer
{
    // Containers that give every picture its time and let a decoder start at a sync frame, by FFmpeg's names.
    private static readonly string[] Trusted = ["mov", "matroska", "webm", "mpegts"];

    /// <inheritdoc/>
    public async Task<PictureTimeline?> ListPicturesAsync(
        string path, MediaProbe probe, Action<long> onListed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(probe);
        if (!probe.Format.Split(',').Any(Trusted.Contains))
        {
            return null;
        }

        var listing = new PictureListing();
        var complaints = 0;
        var call = new ToolCall(Tool.Ffprobe, Arguments(probe.Pictures[0])) { Input = path };
        var result = await tools.RunAsync(
            call,
            output => listing.Read(output, onListed),
            line => complaints += line is not null && Complaint.In(line) is not null ? 1 : 0,
            cancellationToken).ConfigureAwait(false);
        return result is { Finished: true, ExitCode: 0 } && complaints == 0 ? listing.Timeline() : null;
    }

    /// <summary>Returns the command line, but for the sandbox.</summary>
    internal static IReadOnlyList<string> Arguments(PictureTrack track) =>
    [
        "-v", "level+error", "-hide_banner", .. AllowList.DescribeOptions,
        "-select_streams", string.Create(CultureInfo.InvariantCulture, $"{track.Index}"),
        "-show_entries", "packet=pts,size,flags", "-of", "csv=p=0", "-i", ToolCall.InputName,
    ];
}
