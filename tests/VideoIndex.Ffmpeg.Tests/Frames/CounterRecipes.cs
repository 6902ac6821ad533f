using VideoIndex.Testing.Clips;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Tests.Frames;

/// <summary>Clips of numbered frames of every kind that has ever shown somebody the wrong frame.</summary>
internal static class CounterRecipes
{
    private const string X264 = "-c:v libx264 -preset veryfast -pix_fmt yuv420p -threads 1";
    private const string Mpeg2 = "-c:v mpeg2video -b:v 4M -pix_fmt yuv420p -threads 1";
    private const string Stream = "-f mpegts -muxdelay 0 -muxpreload 0";
    private const string Tone = "-f lavfi -t 4 -i sine=frequency=440:sample_rate=48000";

    // An irregular step between frames, always forward, in ticks of 1/90000: also what a camera phone does.
    private const string Uneven = "-vf settb=1/90000,setpts=N*3600+1200*floor(N/3)+700*mod(N*7\\,5) -fps_mode passthrough -enc_time_base 1/90000";

    public static IReadOnlyList<CounterRecipe> All { get; } =
    [
        new("mp4, 24000/1001, one GOP of 300 with B-frames", FrameRate.NtscFilm, 300, $"{X264} -g 300 -keyint_min 300 -sc_threshold 0 -bf 3 -b_strategy 0 a.mp4"),
        new("mov, 25, GOP of 10", FrameRate.Pal, 150, $"{X264} -g 10 a.mov"),
        new("mp4, 30000/1001, open GOP", FrameRate.Ntsc, 150, $"{X264} -x264-params open-gop=1:keyint=24:min-keyint=24:bframes=3:b-adapt=0:scenecut=0 a.mp4"),
        new("mov, 30000/1001, drop-frame track", FrameRate.Ntsc, 150, $"{X264} -g 30 -timecode 01:00:58;20 a.mov") { StartLabel = "01:00:58;20" },
        new("mp4, 60000/1001", FrameRate.Ntsc60, 200, $"{X264} -g 60 a.mp4"),
        new("fragmented mp4, 30000/1001", FrameRate.Ntsc, 150, $"{X264} -g 30 -movflags frag_keyframe+empty_moov+default_base_moof a.mp4"),
        new("mp4 without edit lists, 25", FrameRate.Pal, 100, $"{X264} -g 25 -bf 3 -use_editlist 0 a.mp4"),
        new("mp4, its start cut off by an edit list", FrameRate.Pal, 120, $"{X264} -g 40 a.mp4") { Then = "-ss 2.2 -i a.mp4 -c copy b.mp4", First = 55 },
        new("mp4, pictures 0.834 s after the sound", FrameRate.Ntsc, 120, $"{X264} -g 30 -video_track_timescale 30000 a.mp4")
        {
            Then = $"-itsoffset 0.834 -i a.mp4 {Tone} -map 0:v -map 1:a -c:v copy -c:a aac b.mp4",
            Planted = frame => new Rational(834, 1000) + FrameRate.Ntsc.StartOf(frame).Seconds,
        },
        new("mp4, sound 0.5 s after the pictures", FrameRate.Pal, 100, $"{X264} -g 25 a.mp4") { Then = $"-i a.mp4 -itsoffset 0.5 {Tone} -map 0:v -map 1:a -c:v copy -c:a aac b.mp4" },
        new("mp4, uneven times", FrameRate.Pal, 150, $"{X264} -g 48 {Uneven} -video_track_timescale 90000 a.mp4") { Planted = UnevenStart },
        new("mkv, uneven times in milliseconds", FrameRate.Pal, 150, $"{X264} -g 48 {Uneven} a.mkv") { Planted = frame => In(1000, UnevenStart(frame)) },
        new("mkv, 24000/1001 in milliseconds", FrameRate.NtscFilm, 150, $"{X264} -g 48 a.mkv") { Planted = frame => In(1000, FrameRate.NtscFilm.StartOf(frame).Seconds) },
        new("mkv, sound 0.4 s before the pictures", FrameRate.Ntsc, 100, $"{X264} -g 30 a.mkv")
        {
            Then = $"-itsoffset 0.4 -i a.mkv {Tone} -map 0:v -map 1:a -c:v copy -c:a flac b.mkv",
            Planted = frame => new Rational(2, 5) + In(1000, FrameRate.Ntsc.StartOf(frame).Seconds),
        },
        new("webm, VP8 and Opus", FrameRate.Pal, 80, "-c:v libvpx -b:v 1M -deadline realtime -cpu-used 8 -g 30 a.webm")
        {
            // FFmpeg makes room for the 6.5 ms of sound that prime an Opus decoder; players begin at the first sound heard.
            Then = $"-i a.webm {Tone} -map 0:v -map 1:a -c:v copy -c:a libopus b.webm",
            Planted = frame => new Rational(7, 1000) + FrameRate.Pal.StartOf(frame).Seconds,
        },
        new("flv, 30000/1001 in milliseconds", FrameRate.Ntsc, 100, $"{X264} -g 30 a.flv") { Planted = frame => In(1000, FrameRate.Ntsc.StartOf(frame).Seconds) },
        new("TS from 43473 s, 30000/1001", FrameRate.Ntsc, 150, $"{X264} -g 30 {Stream} -output_ts_offset 43473 a.ts"),
        new("TS from 43473 s, 24000/1001, sound first", FrameRate.NtscFilm, 100, $"{X264} -g 24 a.mkv")
        {
            Then = $"-itsoffset 0.4 -i a.mkv {Tone} -map 0:v -map 1:a -c:v copy -c:a aac {Stream} -output_ts_offset 43473 b.ts",
            // A transport stream has no edit list: the 1024 samples that prime an AAC decoder are played, and come first.
            Planted = frame => new Rational(2, 5) + new Rational(1024, 48000) + In(1000, FrameRate.NtscFilm.StartOf(frame).Seconds),
        },
        new("TS over the end of its clock", FrameRate.Ntsc, 150, $"{X264} -g 30 {Stream} -output_ts_offset 95442 a.ts"),
        new("TS, open GOP, MPEG-2, 25", FrameRate.Pal, 150, $"{Mpeg2} -bf 2 -g 12 {Stream} -output_ts_offset 600 a.ts"),
        new("program stream, MPEG-2, 30000/1001", FrameRate.Ntsc, 150, $"{Mpeg2} -bf 2 -g 15 -f vob a.mpg"),
        new("avi, MPEG-4 without B-frames", FrameRate.Pal, 100, "-c:v mpeg4 -b:v 2M -g 25 a.avi"),
        new("avi, MPEG-4 with B-frames", FrameRate.Ntsc, 100, "-c:v mpeg4 -b:v 2M -bf 2 -g 30 a.avi"),
        new("mxf, MPEG-2 with timecode, 25", FrameRate.Pal, 100, $"{Mpeg2} -bf 2 -g 12 -timecode 10:00:00:00 a.mxf") { StartLabel = "10:00:00:00" },
        new("mov stored a quarter turn to the left", FrameRate.Pal, 60, $"{X264} -vf transpose=cclock a.mov") { Then = "-i a.mov -c copy -metadata:s:v rotate=270 b.mov" },
        new("mov stored upside down", FrameRate.Pal, 60, $"{X264} -vf hflip,vflip a.mov") { Then = "-i a.mov -c copy -metadata:s:v rotate=180 b.mov" },
        new("mov stored a quarter turn to the right", FrameRate.Pal, 60, $"{X264} -vf transpose=clock a.mov") { Then = "-i a.mov -c copy -metadata:s:v rotate=90 b.mov" },
    ];

    private static Rational UnevenStart(int frame) => new(frame * 3600 + 1200 * (frame / 3) + 700 * (frame * 7 % 5), 90_000);

    // Containers that count in coarser units keep the nearest one.
    private static Rational In(long unitsPerSecond, Rational seconds) => new((seconds * new Rational(unitsPerSecond, 1)).Round(), unitsPerSecond);
}
