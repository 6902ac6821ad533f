using System.Globalization;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Decoding;

/// <summary>The command line of the one decode, and the filters other calls share with it. Pure.</summary>
internal static class DecodeCommand
{
    /// <summary>The names <see cref="FrameLog"/> knows the two branches by.</summary>
    public const string GrayLog = "showinfo@gray";

    /// <inheritdoc cref="GrayLog"/>
    public const string PictureLog = "showinfo@picture";

    /// <summary>Turns a decoded frame into the gray form that is scored and fingerprinted.</summary>
    public const string ToGray = "scale=320:180:flags=fast_bilinear,format=gray";

    // More than FFmpeg takes by itself (processors + 1): frames in flight wait for each other, and on two processors a third
    // of them stood idle. Measured on 60 s of 1080p H.264: 3 threads 5.3 s, 8 threads 4.8 s, 12 no worse; more memory is not worth it.
    private const string ManyThreads = "12";

    // A decoder with one thread takes a tenth less processor time; a video of this many seconds is over before more help.
    private const int ShortSeconds = 20;

    // Pictures for people: the longer side of the displayed shape.
    private const int LongerSide = 640;

    // The first frame, and the first of each half second of the container's clock: PictureGrid says the same.
    private const string FirstOfHalfSecond = "select='isnan(prev_t)+gt(floor(2*t),floor(2*prev_t))'";

    // The JPEG encoder refuses a picture whose time, in frames of the declared rate, is not after the last one's: in a spliced
    // stream, or where frames last for ages. Without a time it takes every one. Times are logged by then.
    private const string Untimed = "setpts=NAN";

    /// <summary>Gets the options of every ffmpeg call: no questions asked, every line marked with its level, and at the end what it took.</summary>
    public static IReadOnlyList<string> Start { get; } = ["-nostdin", "-hide_banner", "-nostats", "-v", "level+info", "-benchmark"];

    /// <summary>
    /// Returns the whole command. Timestamps stay the container's own (<c>-copyts</c>, passthrough): no filter may
    /// invent or drop a frame, which is also what makes a file with hour-long gaps harmless. The filters keep to one
    /// thread: a picture is scaled sooner than it is shared out.
    /// </summary>
    public static IReadOnlyList<string> Arguments(DecodeOrder order)
    {
        var track = order.Probe.Pictures[0];
        var graph = string.Create(
            CultureInfo.InvariantCulture,
            $"[0:{track.Index}]{Trim(order.Segment)}split=2[a][b];[a]{ToGray},{GrayLog}=checksum=0[gray];"
            + $"[b]{FirstOfHalfSecond},{Upright(track)}{(order.SyncFramesOnly ? "" : $"split=2[c][d];[d]{ToLook(track)}[look];[c]")}"
            + $"{ToPictureSize(track)},{PictureLog}=checksum=0,{Untimed}[picture]");
        return
        [
            .. Start, "-copyts", "-noautorotate", "-threads", Threads(order), "-filter_complex_threads", "1", .. AllowList.Options,
            .. SyncFrames(order), .. Seek(order), "-i", ToolCall.InputName,
            "-filter_complex", graph,
            .. Looks(order),
            "-map", "[gray]", "-fps_mode", "passthrough", "-f", "rawvideo", "pipe:1",
            "-map", "[picture]", "-fps_mode", "passthrough", "-c:v", "mjpeg", "-threads:v", "1", "-q:v", "4",
            "-f", "image2", ToolCall.FolderName + "%08d.jpg",
        ];
    }

    // Before the gray frames, for FFmpeg empties its outputs in their order, and at the end of a file a decoder gives up all it
    // held back at once: a gray frame must never come before its look. And each look goes out whole as soon as it is there.
    private static string[] Looks(DecodeOrder order) => order.SyncFramesOnly
        ? []
        : ["-map", "[look]", "-fps_mode", "passthrough", "-flush_packets", "1", "-y", "-f", "rawvideo", ToolCall.FolderName + LookPipe.Name];

    // Segments run beside each other, so each keeps to one processor.
    private static string Threads(DecodeOrder order) =>
        order.Segment.IsWhole && !order.SyncFramesOnly && !(order.Probe.DeclaredDuration?.Seconds < new Rational(ShortSeconds, 1)) ? ManyThreads : "1";

    private static string[] SyncFrames(DecodeOrder order) => order.SyncFramesOnly ? ["-skip_frame", "nokey"] : [];

    private static string[] Seek(DecodeOrder order) =>
        SeekPoint.Of(order.Probe, order.Segment) is { } aim ? ["-seek_timestamp", "1", "-noaccurate_seek", "-ss", aim] : [];

    // FFmpeg ends by itself once the last frame asked for has passed.
    private static string Trim(Segment segment)
    {
        string?[] ends =
        [
            segment.From is { } from ? string.Create(CultureInfo.InvariantCulture, $"start_pts={from}") : null,
            segment.RunsTo is { } end ? string.Create(CultureInfo.InvariantCulture, $"end_pts={end}") : null,
        ];
        return ends.OfType<string>().ToArray() is [_, ..] limits ? $"trim={string.Join(':', limits)}," : "";
    }

    /// <summary>Returns the filters that turn a decoded frame into a picture for people: upright, square pixels, 640 on its longer side.</summary>
    public static string ToPicture(PictureTrack track) => Upright(track) + ToPictureSize(track);

    // What is as large as it is shown passes untouched.
    private static string ToLook(PictureTrack track)
    {
        var size = LookSize.Of(track);
        return string.Create(CultureInfo.InvariantCulture, $"scale={size.Width}:{size.Height}:flags=area,format=yuv420p");
    }

    private static string ToPictureSize(PictureTrack track)
    {
        var (width, height) = Displayed(track);
        var scale = new Rational(LongerSide, Math.Max(width, height));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"scale={Even(width, scale)}:{Even(height, scale)}:flags=area,setsar=1,format=yuvj420p");
    }

    /// <summary>Returns the filters that turn a decoded frame upright, with a comma at the end; nothing when it is.</summary>
    public static string Upright(PictureTrack track) => track.Rotation switch
    {
        90 => "transpose=clock,",
        180 => "hflip,vflip,",
        270 => "transpose=cclock,",
        _ => "",
    };

    /// <summary>Returns the size a player shows the pictures at, in square pixels: the longer of the stored sides is kept.</summary>
    public static (int Width, int Height) Displayed(PictureTrack track)
    {
        var wide = track.PixelAspect >= new Rational(1, 1);
        var width = wide ? Rounded(track.Width, track.PixelAspect) : track.Width;
        var height = wide ? track.Height : Rounded(track.Height, new Rational(1, 1) / track.PixelAspect);
        return track.Rotation is 90 or 270 ? (height, width) : (width, height);
    }

    private static int Rounded(int side, Rational by) => (int)Math.Clamp((new Rational(side, 1) * by).Round(), 2, 16_384);

    private static long Even(int side, Rational scale) => Math.Max(2, (new Rational(side, 2) * scale).Round() * 2);
}
