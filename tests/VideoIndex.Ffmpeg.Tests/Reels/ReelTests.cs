using VideoIndex.Exporting.Pictures;
using VideoIndex.Ffmpeg.Reels;
using VideoIndex.Ffmpeg.Tests.Frames;
using VideoIndex.Ffmpeg.Tests.Lettering;
using VideoIndex.Media;
using VideoIndex.Testing.Clips;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Tests.Reels;

public sealed class ReelTests
{
    private const string X264 = "-c:v libx264 -preset veryfast -pix_fmt yuv420p -threads 1";
    private const string Flat = $"-vf pad=160:160:0:0 {X264}";

    public static TheoryData<string> Rates => ["24000/1001", "24", "25", "30000/1001", "50", "60000/1001"];

    [Theory]
    [MemberData(nameof(Rates))]
    public async Task Every_frame_of_every_section_is_the_right_one(string rate)
    {
        using var clip = new TestClip();
        var fps = Rate(rate);
        var source = await ReadAsync(clip, new("a", fps, 120, $"{X264} -x264-params open-gop=1:keyint=24:min-keyint=24:bframes=3:b-adapt=0:scenecut=0 -video_track_timescale {fps.FramesPerSecond.Numerator} a.mp4"));
        int[][] sections = [[.. Range(17, 40)], [80], [.. Range(3, 9)], [.. Range(100, 120)]];

        var parts = await MakeAsync(clip, fps, source, sections.Select(frames => Section(source, frames)));
        var made = await IndexedClip.ReadAsync(clip.PathOf("reel.mp4"), clip.PathOf("library"));

        Assert.Equal(sections.SelectMany(frames => frames).Cast<int?>(), made.Numbers);
        Assert.Equal(Enumerable.Range(0, made.Evidence.Count).Select(frame => fps.StartOf(frame)), Enumerable.Range(0, made.Evidence.Count).Select(made.Evidence.TimeOf));
        Assert.Equal(["[0, 23)", "[23, 24)", "[24, 30)", "[30, 50)"], parts.Select(part => $"{part.Frames}"));
        Assert.All(parts, part => Assert.Equal((0, null), (part.Missing, part.Refusal)));
    }

    [Theory]
    [InlineData("25", "50")]
    [InlineData("25", "24")]
    [InlineData("30000/1001", "25")]
    [InlineData("60000/1001", "24000/1001")]
    public async Task A_section_of_another_rate_shows_what_is_on_screen(string reel, string other)
    {
        using var clip = new TestClip();
        var (fps, theirs) = (Rate(reel), Rate(other));
        var source = await ReadAsync(clip, new("a", fps, 40, $"{X264} a.mp4"));
        var strange = await ReadAsync(clip, new("b", theirs, 100, $"-vf scale=320:96 {X264} -video_track_timescale {theirs.FramesPerSecond.Numerator} b.mp4"));
        var chosen = ChosenFrames.InFilm(strange.Video, strange.Evidence, new MediaSpan(theirs.StartOf(20), theirs.StartOf(71)), fps);

        await MakeAsync(clip, fps, source, [Section(source, [5, 6, 7]), Section(strange, chosen), Section(source, [9])]);
        var made = await GrayPicture.AllOfAsync(clip, "reel.mp4", CounterPicture.Width, CounterPicture.Height);

        // Half as high on black above and below, for it is twice as wide.
        var numbers = made.Skip(3).SkipLast(1).Select(frame => CounterPicture.Read(frame.Pixels.AsSpan(24 * 160, 48 * 160), 160, 48));
        Assert.Equal(chosen.Cast<int?>(), numbers);
        Assert.Equal(20, chosen[0]);
        Assert.Equal((-(-(theirs.StartOf(51).Seconds * fps.FramesPerSecond)).Floor(), 4), (chosen.Count, made.Count - chosen.Count));
    }

    [Fact]
    public async Task A_varying_rate_is_shown_as_it_was_on_screen()
    {
        using var clip = new TestClip();
        const string Uneven = "-vf settb=1/90000,setpts=N*3600+1200*floor(N/3)+700*mod(N*7\\,5) -fps_mode passthrough -enc_time_base 1/90000";
        var source = await ReadAsync(clip, new("a", FrameRate.Pal, 100, $"{X264} -g 48 {Uneven} -video_track_timescale 90000 a.mp4"));
        var span = new MediaSpan(source.Evidence.TimeOf(20), source.Evidence.TimeOf(60));
        var chosen = ChosenFrames.InFilm(source.Video, source.Evidence, span, FrameRate.Pal);

        await MakeAsync(clip, FrameRate.Pal, source, [Section(source, chosen)]);
        var made = await IndexedClip.ReadAsync(clip.PathOf("reel.mp4"), clip.PathOf("library"));

        Assert.Equal(chosen.Cast<int?>(), made.Numbers);
        Assert.Equal(chosen, Enumerable.Range(0, chosen.Count).Select(frame => source.Evidence.FrameAt(span.Start + new MediaDuration(new Rational(frame * 8 + 1, 200)))));
        Assert.Equal((20, 59), (chosen[0], chosen[^1]));
    }

    [Fact]
    public async Task Every_frame_of_a_reel_bears_the_label_it_has_in_its_own_video()
    {
        using var clip = new TestClip();
        var one = await ReadAsync(clip, new("a", FrameRate.Ntsc, 90, $"{Flat} -timecode 23:59:58;20 a.mov"));
        var two = await ReadAsync(clip, new("b", FrameRate.Pal, 90, $"{Flat} -timecode 10:00:00:00 b.mov"));
        var chosen = ChosenFrames.InFilm(two.Video, two.Evidence, new MediaSpan(FrameRate.Pal.StartOf(20), FrameRate.Pal.StartOf(40)), FrameRate.Ntsc);
        var text = (IndexedClip of) => new FrameText("x.mov", of.Video.Timecodes);

        await MakeAsync(clip, FrameRate.Ntsc, one, [Section(one, [.. Range(30, 60)]) with { Text = text(one) }, Section(two, chosen) with { Text = text(two) }]);
        var made = await GrayPicture.AllOfAsync(clip, "reel.mp4", 160, 160);

        Assert.Equal(
            [.. Range(30, 60).Select(frame => $"{one.Video.Timecodes!.LabelOf(frame)}"), .. chosen.Select(frame => $"{two.Video.Timecodes!.LabelOf(frame)}")],
            made.Select(frame => ReadLetters.LabelIn(frame, size: 1)));
        Assert.Equal("23:59:59;20 23:59:59;29 00:00:00;00", string.Join(' ', new[] { 0, 9, 10 }.Select(frame => ReadLetters.LabelIn(made[frame], size: 1))));
    }

    [Fact]
    public async Task Sound_stays_with_its_pictures_through_every_section()
    {
        using var clip = new TestClip();
        const string Beeps = "-f lavfi -t 6 -i aevalsrc=0.5*sin(6283*t)*lt(mod(t\\,1.001)\\,0.02):s=44100";
        var beeping = await ReadAsync(clip, new("a", FrameRate.Ntsc, 150, $"{X264} -g 25 a.mp4") { Then = $"-i a.mp4 {Beeps} -map 0:v -map 1:a -c:v copy -c:a flac b.mkv" });
        var silent = await ReadAsync(clip, new("c", FrameRate.Ntsc, 30, $"{X264} c.mp4"));

        await MakeAsync(clip, FrameRate.Ntsc, beeping, [Section(beeping, [.. Range(30, 47)]), Section(silent, [.. Range(0, 13)]), Section(beeping, [.. Range(60, 71)]), Section(beeping, [.. Range(85, 110)])]);
        var sound = await File.ReadAllBytesAsync(await clip.MakeAsync("-i reel.mp4 -map 0:a -ac 1 -ar 48000 -f s16le sound.raw"));

        // The sections begin at frames 0, 17, 30 and 41 of the reel, the last five frames before its beep.
        var wanted = new[] { 0, 30, 46 }.Select(frame => (FrameRate.Ntsc.StartOf(frame).Seconds * new Rational(48_000, 1)).Round()).ToList();
        var beeps = Beginnings(sound);
        Assert.Equal(wanted.Count, beeps.Count);
        Assert.All(wanted.Zip(beeps), pair => Assert.InRange(pair.Second - pair.First, -512, 512));
    }

    [Fact]
    public async Task What_cannot_be_decoded_is_left_out_and_told_of()
    {
        using var clip = new TestClip();
        var source = await ReadAsync(clip, new("a", FrameRate.Pal, 50, $"{X264} a.mp4"));
        var broken = Section(source, [1, 2]) with { Path = clip.PathOf("broken.mp4") };
        await File.WriteAllTextAsync(broken.Path, "no video");

        var parts = await MakeAsync(clip, FrameRate.Pal, source, [Section(source, [4, 5]), broken, Section(source, [9])]);
        var made = await IndexedClip.ReadAsync(clip.PathOf("reel.mp4"), clip.PathOf("library"));

        Assert.Equal([4, 5, 9], made.Numbers);
        Assert.Equal(["[0, 2)", "[2, 2)", "[2, 3)"], parts.Select(part => $"{part.Frames}"));
        Assert.NotNull(parts[1].Refusal);
    }

    [Fact]
    public async Task A_reel_of_nothing_that_can_be_decoded_is_refused_and_nothing_is_written()
    {
        using var clip = new TestClip();
        var source = await ReadAsync(clip, new("a", FrameRate.Pal, 50, $"{X264} a.mp4"));
        var broken = Section(source, [1, 2]) with { Path = clip.PathOf("broken.mp4") };
        await File.WriteAllTextAsync(broken.Path, "no video");

        await Assert.ThrowsAsync<MediaRefusedException>(() => MakeAsync(clip, FrameRate.Pal, source, [broken]));

        Assert.DoesNotContain(Directory.GetFiles(clip.PathOf("")), file => file.Contains("reel", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<ReelPart>> MakeAsync(TestClip clip, FrameRate rate, IndexedClip shape, IEnumerable<ReelSection> sections) =>
        await new FfmpegReelMaker(await IndexedClip.Tools).MakeAsync(new ReelOrder(rate, shape.Probe.Pictures[0], null, clip.PathOf("reel.mp4")), sections.ToAsyncEnumerable(), default);

    private static ReelSection Section(IndexedClip source, IReadOnlyList<int> frames) => new("x", source.Video.Path, source.Probe, source.Evidence, frames);

    private static async Task<IndexedClip> ReadAsync(TestClip clip, CounterRecipe recipe) => await IndexedClip.ReadAsync(await clip.MakeAsync(recipe), clip.PathOf("library"));

    private static IEnumerable<int> Range(int from, int until) => Enumerable.Range(from, until - from);

    private static FrameRate Rate(string text) => FrameRate.TryParse(text, out var rate) ? rate : throw new ArgumentException(text);

    // Where it becomes loud after a tenth of a second of quiet.
    private static List<int> Beginnings(byte[] sound)
    {
        var (found, quiet) = (new List<int>(), 4800);
        for (var sample = 0; sample < sound.Length / 2; sample++)
        {
            var isLoud = Math.Abs((int)BitConverter.ToInt16(sound, 2 * sample)) > 2500;
            if (isLoud && quiet >= 4800)
            {
                found.Add(sample);
            }

            quiet = isLoud ? 0 : quiet + 1;
        }

        return found;
    }
}
