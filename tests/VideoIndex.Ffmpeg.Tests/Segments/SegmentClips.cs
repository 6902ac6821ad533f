using VideoIndex.Testing.Clips;

namespace VideoIndex.Ffmpeg.Tests.Segments;

/// <summary>How a clip is made, and whether it can be cut.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Arguments">What FFmpeg is told after its input, ending in the file to write.</param>
internal sealed record SegmentClip(string Name, string Arguments)
{
    /// <summary>Gets a second FFmpeg command, which reads what the first wrote; null for none.</summary>
    public string? Then { get; init; }

    /// <summary>Gets whether a decoder that starts at its sync frames sees something else, so that it must be found out.</summary>
    public bool CannotBeCut { get; init; }

    public async Task<string> MakeAsync(TestClip folder)
    {
        var made = await folder.MakeAsync($"{Film} {Arguments}");
        return Then is { } then ? await folder.MakeAsync(then) : made;
    }

    // Moving, with grain, cut every 43 frames into something that looks different.
    private const string Film =
        "-f lavfi -i testsrc2=s=320x180:r=25,hue=h=floor(n/43)*77,noise=alls=12:allf=t:all_seed=3 -f lavfi -i sine=330:r=48000 -t 10";
}

/// <summary>Clips of every kind that a segment may be cut from.</summary>
internal static class SegmentClips
{
    private const string H264 = "-c:v libx264 -preset veryfast -pix_fmt yuv420p -g 40 -c:a aac";
    private const string Open = "-c:v libx264 -preset veryfast -pix_fmt yuv420p -x264-params open-gop=1:bframes=3:keyint=40:scenecut=0 -c:a aac";
    private const string OpenHevc = "-c:v libx265 -preset ultrafast -pix_fmt yuv420p -x265-params open-gop=1:keyint=40:bframes=3:log-level=error:pools=1 -c:a aac";
    private const string Uneven = "-vf select='gt(mod(n\\,7)\\,1)+lt(mod(n\\,90)\\,30)' -fps_mode vfr";

    public static IReadOnlyList<SegmentClip> All { get; } =
    [
        new("H.264 in MP4", $"{H264} a.mp4"),
        new("H.264 in a transport stream", $"{H264} a.ts"),
        new("open H.264 in MP4", $"{Open} a.mp4"),
        new("an edit list that hides the beginning", $"{H264} a.mp4") { Then = "-ss 2.2 -i a.mp4 -c copy edit.mp4" },
        new("intra refresh", "-c:v libx264 -preset veryfast -pix_fmt yuv420p -x264-params intra-refresh=1:keyint=40 -an a.mp4") { CannotBeCut = true },
        new("uneven frames in Matroska", $"{Uneven} {H264} a.mkv"),

        new("H.264 in Matroska", $"{H264} a.mkv"),
        new("uneven frames in MP4", $"{Uneven} {H264} a.mp4"),
        new("fragmented MP4", $"{H264} -movflags +frag_keyframe+empty_moov a.mp4"),
        new("open H.264 in a transport stream", $"{Open} a.ts"),
        new("open H.264 in Matroska", $"{Open} a.mkv"),
        new("open HEVC in MP4", $"{OpenHevc} a.mp4"),
        new("open HEVC in a transport stream", $"{OpenHevc} a.ts"),
        new("open HEVC in Matroska", $"{OpenHevc} a.mkv"),
        new("sound that starts earlier, in MP4", $"{H264} a.mp4") { Then = "-itsoffset 1.5 -i a.mp4 -i a.mp4 -map 0:v -map 1:a -c copy late.mp4" },
        new("sound that starts earlier, in a transport stream", $"{H264} a.mp4") { Then = "-itsoffset 1.5 -i a.mp4 -i a.mp4 -map 0:v -map 1:a -c copy late.ts" },
        new("pictures that start before zero", $"{H264} a.mkv") { Then = "-ss 1.7 -i a.mkv -c copy -avoid_negative_ts disabled early.mp4" },
        new("MPEG-2 in a transport stream", "-c:v mpeg2video -b:v 2M -bf 2 -g 15 -c:a mp2 a.ts"),
        new("MPEG-2 in Matroska", "-c:v mpeg2video -b:v 2M -bf 2 -g 15 -c:a mp2 a.mkv"),
        new("interlaced H.264", "-flags +ildct+ilme -c:v libx264 -preset veryfast -pix_fmt yuv420p -x264-params interlaced=1:keyint=40:tff=1 -c:a aac a.ts"),
        new("MPEG-4 in MP4", "-c:v mpeg4 -q:v 4 -bf 2 -g 25 -c:a aac a.mp4"),
        new("VP9 in WebM", "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 40 -c:a libopus a.webm"),
        new("VP8 in WebM with hidden pictures", "-c:v libvpx -deadline good -cpu-used 5 -auto-alt-ref 1 -lag-in-frames 16 -g 40 -c:a libopus a.webm"),
        new("every picture a sync frame", "-c:v mjpeg -q:v 5 -pix_fmt yuvj420p -an a.mov"),
        new("every picture a sync frame, in Matroska", "-c:v libx264 -preset veryfast -g 1 -pix_fmt yuv420p -an a.mkv"),
        new("sync frames a tenth of a second apart", "-c:v libx264 -preset veryfast -g 3 -bf 1 -pix_fmt yuv420p -an a.mkv"),
        new("intra refresh in a transport stream", "-c:v libx264 -preset veryfast -pix_fmt yuv420p -x264-params intra-refresh=1:keyint=40 -an a.ts") { CannotBeCut = true },
    ];

    /// <summary>How many of them, from the start of the list, are tried in every check.</summary>
    public const int Quick = 6;
}
