using VideoIndex.Ffmpeg.Captions;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Tests.Captions;

public sealed class FixtureCaptionTests
{
    [FixtureTheory]
    [InlineData("WyattBlue__auto-editor/mov_text.mp4")]
    [InlineData("WyattBlue__auto-editor/webvtt.mkv")]
    [InlineData("androidx__media/sample_with_srt.mkv")]
    [InlineData("pytorch__torchcodec/nasa_13013.mp4")]
    [InlineData("androidx__media/sd-hls0000000000.ts")]
    [InlineData("videojs__mux.js/sintel-captions.ts")]
    [InlineData("shaka-project__shaka-player/captions-test.ts")]
    public async Task Show(string clip)
    {
        var told = await ReadAsync(clip);
        File.AppendAllText("/tmp/capx/show.txt", clip + "\n" + told + "\n\n");
    }

    private static async Task<string> ReadAsync(string clip)
    {
        var path = Fixtures.Video(clip);
        var tools = await MediaTools.DiscoverAsync(CancellationToken.None);
        var probe = await new FfprobeMediaProber(tools).ProbeAsync(path, CancellationToken.None);
        var starts = probe.Pictures.Where(track => track.StartTimestamp is not null).Select(track => MediaTime.FromTimestamp(track.StartTimestamp!.Value, track.TimeBase))
            .Concat(probe.Audio.Where(track => track.StartTimestamp is not null).Select(track => MediaTime.FromTimestamp(track.StartTimestamp!.Value, track.TimeBase)));
        return Told.Of(await new FfmpegCaptionReader(tools).ReadAsync(path, probe, starts.Min(), CancellationToken.None));
    }
}
