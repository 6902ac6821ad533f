using System.Text;
using VideoIndex.Ffmpeg.Captions;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Tests.Captions;

public sealed class FixtureCaptionTests
{
    private static readonly string[] Clips =
    [
        "WyattBlue__auto-editor/mov_text.mp4", "WyattBlue__auto-editor/webvtt.mkv", "androidx__media/sample_with_srt.mkv",
        "pytorch__torchcodec/nasa_13013.mp4", "androidx__media/sd-hls0000000000.ts", "videojs__mux.js/sintel-captions.ts",
        "shaka-project__shaka-player/captions-test.ts",
    ];

    [FixtureFact]
    public async Task Real_clips_say_what_was_approved()
    {
        var told = new StringBuilder();
        foreach (var clip in Clips)
        {
            told.Append(clip).Append('\n').Append(await ReadAsync(clip)).Append("\n\n");
        }

        Golden.Verify(told.ToString());
    }

    private static async Task<string> ReadAsync(string clip)
    {
        var path = Fixtures.Video(clip);
        var tools = await MediaTools.DiscoverAsync(CancellationToken.None);
        var probe = await new FfprobeMediaProber(tools).ProbeAsync(path, CancellationToken.None);
        var starts = probe.Pictures.Select(track => (track.StartTimestamp, track.TimeBase))
            .Concat(probe.Audio.Select(track => (track.StartTimestamp, track.TimeBase)))
            .Where(start => start.StartTimestamp is not null)
            .Select(start => MediaTime.FromTimestamp(start.StartTimestamp!.Value, start.TimeBase));
        return Told.Of(await new FfmpegCaptionReader(tools).ReadAsync(path, probe, starts.Min(), CancellationToken.None));
    }
}
