using VideoIndex.Exporting.Pictures;
using VideoIndex.Ffmpeg.Clips;
using VideoIndex.Ffmpeg.Tests.Frames;
using VideoIndex.Ffmpeg.Tests.Lettering;
using VideoIndex.Media;
using VideoIndex.Testing.Clips;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Tests.Clips.Burnt;

public sealed class BurnInTests
{
    private const int Above = CounterPicture.Height, Below = 64;

    // The number above, room for the label below.
    private const string Room = "-vf pad=160:160:0:0";
    private const string X264 = $"{Room} -c:v libx264 -preset veryfast -pix_fmt yuv420p -threads 1";

    private static readonly CounterRecipe[] Sources =
    [
        Constant(FrameRate.NtscFilm, "23:59:58:00"),
        Constant(FrameRate.Film, "09:59:59:20"),
        Constant(FrameRate.Pal, "23:59:58:20"),
        Constant(FrameRate.Ntsc, "00:59:58;00"),
        Constant(FrameRate.Ntsc, "00:59:58:00"),
        Constant(FrameRate.Ntsc, "23:59:58;20"),
        Constant(FrameRate.Pal50, "10:00:00:40"),
        Constant(FrameRate.Ntsc60, "00:00:58;50"),
        new("varying", FrameRate.Pal, 120, $"{X264.Replace(Room, Room + ",settb=1/90000,setpts=N*3600+1200*floor(N/3)+700*mod(N*7\\,5)")} -fps_mode passthrough -enc_time_base 1/90000 -video_track_timescale 90000 a.mp4")
        {
            Planted = frame => new Rational(frame * 3600 + 1200 * (frame / 3) + 700 * (frame * 7 % 5), 90_000),
        },
    ];

    public static TheoryData<string> Names => [.. Sources.Select(source => source.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_frame_of_a_clip_bears_its_own_label(string name)
    {
        using var clip = new TestClip();
        var source = Sources.Single(source => source.Name == name);
        var indexed = await IndexedClip.ReadAsync(await clip.MakeAsync(source), clip.PathOf("library"));
        var labels = source.StartLabel is { } start ? new TimecodeTrack(Label(start, source.Rate), default) : null;
        var (first, until) = (17, 95);
        var order = new ClipOrder(indexed.Video.Path, indexed.Probe, indexed.Evidence, new MediaSpan(source.StartOf(first), source.StartOf(until)), clip.PathOf("cut.mp4"))
        {
            Text = new FrameText("Numbers.mp4", labels),
        };

        var cut = await new FfmpegClipCutter(await IndexedClip.Tools).CutExactlyAsync(order, default);
        var frames = await GrayPicture.AllOfAsync(clip, "cut.mp4", CounterPicture.Width, Above + Below);

        Assert.Equal(new ExactClip(order.Span, until - first, 0), cut);
        Assert.Equal(Enumerable.Range(first, until - first).Select(number => (int?)number), frames.Select(frame => frame.Number(Above)));
        Assert.Equal(
            Enumerable.Range(first, until - first).Select(frame => labels?.LabelOf(frame).ToString() ?? ClockTime.Of(source.StartOf(frame))),
            frames.Select(frame => ReadLetters.LabelIn(frame, size: 1)));
    }

    [Fact]
    public async Task Pictures_too_small_for_a_label_are_refused()
    {
        using var clip = new TestClip();
        var indexed = await IndexedClip.ReadAsync(await clip.MakeAsync("-f lavfi -i testsrc=s=64x36:r=25:d=1 -c:v libx264 -pix_fmt yuv420p a.mp4"), clip.PathOf("library"));
        var order = new ClipOrder(indexed.Video.Path, indexed.Probe, indexed.Evidence, new MediaSpan(indexed.Evidence.TimeOf(0), indexed.Evidence.End), clip.PathOf("cut.mp4"))
        {
            Text = new FrameText("small.mp4", null),
        };

        var refused = await Assert.ThrowsAsync<MediaRefusedException>(async () => await new FfmpegClipCutter(await IndexedClip.Tools).CutAsync(order, default));

        Assert.Equal(("picture-too-small", false), (refused.Code, File.Exists(order.Output)));
    }

    private static Timecode Label(string text, FrameRate rate) => Timecode.TryParse(text, rate, out var label) ? label : throw new ArgumentException($"{text} is no label.");

    private static CounterRecipe Constant(FrameRate rate, string start) =>
        new($"{rate} from {start}", rate, 120, $"{X264} -g 24 -bf 3 -video_track_timescale {rate.FramesPerSecond.Numerator} a.mp4") { StartLabel = start };
}
