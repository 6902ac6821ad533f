using VideoIndex.Ffmpeg.Clips;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Ffmpeg.Tests.Frames;
using VideoIndex.Media;
using VideoIndex.Testing.Clips;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Tests.Clips;

public sealed class ClipTests
{
    private const string X264 = "-c:v libx264 -preset veryfast -pix_fmt yuv420p -threads 1";

    // A beep of 20 ms with every thirtieth frame: 1.001 s apart, from the first.
    private const string Beeps = "-f lavfi -t 6 -i aevalsrc=0.5*sin(6283*t)*lt(mod(t\\,1.001)\\,0.02):s=48000";
    private const int BeepEvery = 30;

    private static readonly CounterRecipe[] Sources =
    [
        Beeping("mp4", "-c:a aac b.mp4"),
        Beeping("mkv", "-c:a flac b.mkv"),
        Beeping("TS from 43473 s", "-c:a mp2 -f mpegts -muxdelay 0 -muxpreload 0 -output_ts_offset 43473 b.ts"),
        CounterRecipes.All.Single(recipe => recipe.Name == "mp4, uneven times"),
        CounterRecipes.All.Single(recipe => recipe.Name == "mp4, pictures 0.834 s after the sound"),
        CounterRecipes.All.Single(recipe => recipe.Name == "mp4, its start cut off by an edit list"),
        CounterRecipes.All.Single(recipe => recipe.Name == "mp4, 30000/1001, open GOP"),
        CounterRecipes.All.Single(recipe => recipe.Name == "TS over the end of its clock"),
        CounterRecipes.All.Single(recipe => recipe.Name == "mov stored a quarter turn to the left"),
    ];

    public static TheoryData<string> Names => [.. Sources.Select(source => source.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_exact_clip_holds_the_frames_asked_for_at_their_times(string name)
    {
        using var clip = new TestClip();
        var (source, indexed) = await ReadAsync(name, clip);
        var (first, until) = (33, 58);
        var asked = new MediaSpan(Middle(source, first), source.StartOf(until));

        var cut = await new FfmpegClipCutter(await IndexedClip.Tools).CutAsync(Order(indexed, asked, clip), default);
        var made = await IndexedClip.ReadAsync(clip.PathOf("cut.mp4"), clip.PathOf("library"));

        Assert.Equal(new MediaSpan(source.StartOf(first), source.StartOf(until)), cut);
        Assert.Equal(Enumerable.Range(source.First + first, until - first).Cast<int?>(), made.Numbers);
        Assert.Equal(
            Enumerable.Range(first, until - first).Select(frame => source.StartOf(frame) - source.StartOf(first)),
            Enumerable.Range(0, made.Evidence.Count).Select(frame => made.Evidence.TimeOf(frame) - default(MediaTime)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_copied_clip_starts_where_it_says(string name)
    {
        using var clip = new TestClip();
        var (source, indexed) = await ReadAsync(name, clip);
        var asked = new MediaSpan(Middle(source, 47), source.StartOf(55));

        var cut = await new FfmpegClipCutter(await IndexedClip.Tools).CopyAsync(Order(indexed, asked, clip), default);
        var made = await IndexedClip.ReadAsync(clip.PathOf("cut.mp4"), clip.PathOf("library"));

        var first = indexed.Evidence.FrameAt(cut.Start);
        Assert.Equal(cut.Start, indexed.Evidence.TimeOf(first));
        Assert.True(cut.Start <= asked.Start && cut.End >= asked.End);
        Assert.Equal(Enumerable.Range(source.First + first, 55 - first).Cast<int?>(), made.Numbers.Take(55 - first));
        Assert.Equal(made.Numbers[^1], source.First + indexed.Evidence.FrameAt(cut.End - new MediaDuration(new Rational(1, 1_000_000))));
    }

    [Theory]
    [InlineData("mp4", false)]
    [InlineData("mkv", false)]
    [InlineData("TS from 43473 s", false)]
    [InlineData("mp4", true)]
    [InlineData("TS from 43473 s", true)]
    public async Task The_sound_of_a_clip_is_with_its_pictures(string name, bool copied)
    {
        using var clip = new TestClip();
        var (source, indexed) = await ReadAsync(name, clip);
        var cutter = new FfmpegClipCutter(await IndexedClip.Tools);
        var order = Order(indexed, new MediaSpan(source.StartOf(47), source.StartOf(100)), clip);

        var cut = copied ? await cutter.CopyAsync(order, default) : await cutter.CutAsync(order, default);
        var made = await IndexedClip.ReadAsync(clip.PathOf("cut.mp4"), clip.PathOf("library"));

        var first = indexed.Evidence.FrameAt(cut.Start);
        var beeping = (first + BeepEvery - 1) / BeepEvery * BeepEvery - first;
        var late = await FirstBeepAsync(clip, made) - made.Evidence.TimeOf(beeping);
        Assert.InRange((late.Seconds * new Rational(48_000, 1)).Round(), -1024, 1024);
    }

    // Black at the pace of a player: nothing of it reaches the disk before its end, as of a long clip that is slow to encode.
    [Fact]
    public async Task A_clip_that_takes_longer_than_a_tool_may_be_silent_is_made()
    {
        using var clip = new TestClip();
        var indexed = await IndexedClip.ReadAsync(await clip.MakeAsync($"-f lavfi -i color=black:s=64x36:r=25:d=7 {X264} a.mp4"), clip.PathOf("library"));
        var order = Order(indexed, new MediaSpan(indexed.Evidence.TimeOf(0), indexed.Evidence.End), clip);
        var arguments = ClipCommand.Exact(order, ClipFrames.OnContainer(order, order.Span), ClipFile.Name(order)).ToList();
        arguments.Insert(arguments.IndexOf("-i"), "-re");
        var call = new ToolCall(Tool.Ffmpeg, arguments) { Input = order.Path, Folder = clip.PathOf(""), Limits = new ToolLimits { SilenceSeconds = 3 } };
        var result = await (await IndexedClip.Tools).RunAsync(call, _ => { }, null, default);
        Assert.True(result.Finished, $"Stopped as stalled: {result.Stalled}");
    }

    // The MP2 encoder in the transport stream takes 481 samples to prime, and they are played first.
    private static CounterRecipe Beeping(string name, string sound) => new(name, FrameRate.Ntsc, 150, $"{X264} -g 25 -video_track_timescale 30000 a.mp4")
    {
        Then = $"-i a.mp4 {Beeps} -map 0:v -map 1:a -c:v copy {sound}",
        Planted = name switch
        {
            "mkv" => frame => new Rational((FrameRate.Ntsc.StartOf(frame).Seconds * new Rational(1000, 1)).Round(), 1000),
            "mp4" => null,
            _ => frame => new Rational(902, 90_000) + FrameRate.Ntsc.StartOf(frame).Seconds,
        },
    };

    private static async Task<(CounterRecipe Source, IndexedClip Indexed)> ReadAsync(string name, TestClip clip)
    {
        var source = Sources.Single(source => source.Name == name);
        return (source, await IndexedClip.ReadAsync(await clip.MakeAsync(source), clip.PathOf("library")));
    }

    private static ClipOrder Order(IndexedClip indexed, MediaSpan span, TestClip clip) =>
        new(indexed.Video.Path, indexed.Probe, indexed.Evidence, span, clip.PathOf("cut.mp4"));

    private static MediaTime Middle(CounterRecipe source, int frame) =>
        new((source.StartOf(frame).Seconds + source.StartOf(frame + 1).Seconds) * new Rational(1, 2));

    // On the clip's own timeline: the first sample of its sound is heard where its track says.
    private static async Task<MediaTime> FirstBeepAsync(TestClip clip, IndexedClip made)
    {
        var sound = await File.ReadAllBytesAsync(await clip.MakeAsync("-i cut.mp4 -map 0:a -ac 1 -ar 48000 -f s16le sound.raw"));
        var sample = 0;
        while (Math.Abs((int)BitConverter.ToInt16(sound, 2 * sample)) < 4000)
        {
            sample++;
        }

        var track = made.Probe.Audio[0];
        var starts = MediaTime.FromTimestamp(track.StartTimestamp!.Value, track.TimeBase) - made.Evidence.Zero;
        return new MediaTime(new Rational(sample, 48_000)) + starts;
    }
}
