using VideoIndex.Ffmpeg.Captions;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Tests.Captions;

/// <summary>Clips made here, read by the real tools: words and times must be those that went in, to the frame.</summary>
public sealed class CaptionedClipTests : IDisposable
{
    private const string Ntsc = "CC1 25-50 HELLO SPONSOR; CC1 66-90 SECOND";

    private readonly CaptionedClip _clip = new();

    public void Dispose() => _clip.Dispose();

    [Theory]
    [InlineData("a.ts", "-c copy")]
    [InlineData("a.mp4", "-c copy")]
    [InlineData("b-frames.mp4", "-c:v libx264 -preset ultrafast -bf 3 -x264-params b-adapt=0")]
    [InlineData("b-frames.ts", "-c:v libx264 -preset ultrafast -bf 3 -x264-params b-adapt=0")]
    [InlineData("mpeg2.ts", "-c:v mpeg2video -bf 2")]
    [InlineData("mpeg2.mpg", "-c:v mpeg2video -bf 2")]
    [InlineData("hours-late.ts", "-c copy -output_ts_offset 43473")]
    [InlineData("about-to-wrap.ts", "-c copy -output_ts_offset 95442")]
    [InlineData("past-the-wrap.mp4", "-c copy -output_ts_offset 180000")]
    [InlineData("milliseconds.mkv", "-c:v libx264 -preset ultrafast -bf 3")]
    public async Task Captions_are_read_at_the_exact_frame(string name, string how)
    {
        var source = await _clip.SourceAsync();
        var path = await _clip.MakeAsync(name, $"-r 30000/1001 -i {source} {how}");

        Assert.Equal(Ntsc, await FramesAsync(path));
    }

    [Fact]
    public async Task Captions_of_cable_are_read_at_the_exact_frame()
    {
        var path = await _clip.MakeAsync("cable.ts", $"-fflags +genpts -r 30000/1001 -i {await _clip.CableSourceAsync()} -c copy");

        Assert.Equal(Ntsc, await FramesAsync(path));
    }

    [Fact]
    public async Task Captions_in_hevc_are_read_at_the_exact_frame()
    {
        var path = await _clip.MakeAsync("hevc.mp4", $"-r 30000/1001 -i {await _clip.HevcSourceAsync()} -c copy");

        Assert.Equal(Ntsc, await FramesAsync(path));
    }

    [Fact]
    public async Task Captions_at_negative_timestamps_are_read_at_the_exact_frame()
    {
        var source = await _clip.MakeAsync("plain.mp4", $"-r 30000/1001 -i {await _clip.SourceAsync()} -c copy");
        var early = await _clip.MakeAsync("early.ts", $"-itsoffset -3.003 -i {source} -c copy -copyts -avoid_negative_ts disabled -mpegts_copyts 1 -muxdelay 0");

        Assert.Equal(Ntsc, await FramesAsync(early));
    }

    private static async Task<string> FramesAsync(string path)
    {
        var tools = await MediaTools.DiscoverAsync(CancellationToken.None);
        var probe = await new FfprobeMediaProber(tools).ProbeAsync(path, CancellationToken.None);
        var track = probe.Pictures[0];
        var zero = MediaTime.FromTimestamp(track.StartTimestamp!.Value, track.TimeBase);
        var reading = await new FfmpegCaptionReader(tools).ReadAsync(path, probe, zero, CancellationToken.None);
        Assert.Empty(reading.Complaints);
        return string.Join("; ", reading.Transcripts.SelectMany(transcript => transcript.Utterances.Select(utterance =>
            $"{transcript.Origin.Name[^3..]} {Frame(utterance.Span.Start, track.TimeBase)}-{Frame(utterance.Span.End, track.TimeBase)} {utterance.Text}")));
    }

    // The number of the frame that starts exactly then, or within a tick of a container that counts otherwise.
    private static string Frame(MediaTime time, Rational timeBase)
    {
        var frame = (time.Seconds * new Rational(30000, 1001)).Round();
        var error = FrameRate.Ntsc.StartOf(frame).Seconds - time.Seconds;
        return error <= timeBase && -error <= timeBase ? $"{frame}" : $"{time}";
    }
}
