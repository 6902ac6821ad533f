using VideoIndex.Ffmpeg.Clips;
using VideoIndex.Ffmpeg.Frames;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Logos.Geometry;
using VideoIndex.Media;
using VideoIndex.Testing.Clips;
using VideoIndex.Timing;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Ffmpeg.Tests.Frames;

public sealed class FrameReaderTests
{
    public static TheoryData<string> Recipes => [.. CounterRecipes.All.Select(recipe => recipe.Name)];

    [Theory]
    [MemberData(nameof(Recipes))]
    public async Task A_run_of_frames_is_read_one_by_one_and_each_is_the_right_one(string name)
    {
        using var clip = new TestClip();
        var recipe = CounterRecipes.All.Single(recipe => recipe.Name == name);
        var indexed = await IndexedClip.ReadAsync(await clip.MakeAsync(recipe), clip.PathOf("library"));
        var (first, last, numbers) = (recipe.Frames / 2, Math.Min(recipe.Frames - 1, (recipe.Frames / 2) + 9), new SortedDictionary<int, int?>());

        var all = await Reader(await IndexedClip.Tools).ReadAsync(
            Run(indexed, first, last), (frame, picture) => numbers[frame] = CounterPicture.Read(picture.Pixels, picture.Width, picture.Height), default);

        Assert.True(all);
        Assert.Equal(Enumerable.Range(first, last - first + 1).ToDictionary(frame => frame, frame => (int?)(recipe.First + frame)), numbers);
    }

    [Fact]
    public async Task What_is_not_the_frame_that_was_indexed_is_not_handed_on()
    {
        using var clip = new TestClip();
        var recipe = CounterRecipes.All[0];
        var indexed = await IndexedClip.ReadAsync(await clip.MakeAsync(recipe), clip.PathOf("library"));
        var scores = indexed.Evidence.Scores.Select((score, frame) => frame == 12 ? score with { Fingerprint = ~score.Fingerprint } : score).ToList();
        var taken = new SortedSet<int>();

        var all = await Reader(await IndexedClip.Tools).ReadAsync(
            Run(indexed with { Evidence = indexed.Evidence with { Scores = scores } }, 10, 15), (frame, _) => taken.Add(frame), default);

        Assert.False(all);
        Assert.Equal([10, 11], taken);
    }

    [Fact]
    public async Task Stills_are_written_in_one_go_each_with_its_own_outline_and_a_frame_may_have_two()
    {
        using var clip = new TestClip();
        var recipe = CounterRecipes.All[0];
        var indexed = await IndexedClip.ReadAsync(await clip.MakeAsync(recipe), clip.PathOf("library"));
        OutlinedStill[] asked = [Still(20, "b.jpg", 40), Still(9, "a.jpg", 10), Still(20, "c.jpg", 80)];
        var order = new StillOrder(indexed.Video.Path, indexed.Probe, indexed.Evidence, asked);

        var written = await new FfmpegStillWriter(await IndexedClip.Tools, () => new FrameScorer()).WriteAsync(order, default);

        Assert.Equal(asked.Select(still => still.Output).Order(), written.Select(still => still.Output).Order());
        foreach (var still in asked)
        {
            await new FfmpegFrameGrabber(await IndexedClip.Tools, () => new FrameScorer())
                .GrabAsync(indexed.Video.Path, indexed.Probe, indexed.Evidence, still.Frame, clip.PathOf("plain.png"), default);
            var (plain, outlined) = (PngPicture.Read(clip.PathOf("plain.png")), PngPicture.Read(await clip.MakeAsync($"-i {still.Output} still.png")));
            Assert.True(Differ(plain, outlined, (int)still.Place.TopLeft.X), still.Output);
            Assert.False(Differ(plain, outlined, (int)still.Place.TopRight.X + 12), still.Output);
        }

        OutlinedStill Still(int frame, string name, int x) =>
            new(frame, new Quad(new(x, 10), new(x + 12, 10), new(x + 12, 30), new(x, 30)), clip.PathOf(name));
    }

    [Fact]
    public void An_outline_is_drawn_within_the_picture_alone()
    {
        var rgb = new byte[20 * 10 * 3];

        Outline.Draw(rgb, 20, 10, new Quad(new(-30, -30), new(15, 4), new(15, 40), new(-30, 40)));

        Assert.NotEqual(0, rgb[((5 * 20) + 15) * 3]);
        Assert.Equal(0, rgb[((9 * 20) + 5) * 3]);
    }

    [Fact]
    public async Task A_small_clip_is_short_of_pixels_and_of_sound_and_not_of_frames()
    {
        using var clip = new TestClip();
        var made = await clip.MakeAsync("-f lavfi -i testsrc2=s=1280x720:r=25:d=2 -f lavfi -i sine=440:d=2 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac large.mp4");
        var indexed = await IndexedClip.ReadAsync(made, clip.PathOf("library"));
        var span = new MediaSpan(indexed.Evidence.TimeOf(10), indexed.Evidence.TimeOf(30));

        await new FfmpegClipCutter(await IndexedClip.Tools).CutAsync(
            new ClipOrder(made, indexed.Probe, indexed.Evidence, span, clip.PathOf("small.mp4")) { IsSmall = true }, default);

        var small = await IndexedClip.ReadAsync(clip.PathOf("small.mp4"), clip.PathOf("other"));
        Assert.Equal((640, 360, 20), (small.Probe.Pictures[0].Width, small.Probe.Pictures[0].Height, small.Evidence.Count));
        Assert.Empty(small.Probe.Audio);
    }

    // Somewhere in the columns around one, more than compression does.
    private static bool Differ(PngPicture one, PngPicture other, int x) => Enumerable.Range(12, 16).All(y =>
        Enumerable.Range(x - 3, 7).Any(column => Math.Abs(one.Green[(y * one.Width) + column] - other.Green[(y * one.Width) + column]) > 60));

    private static FfmpegFrameReader Reader(MediaTools tools) => new(tools, () => new FrameScorer());

    private static FrameRun Run(IndexedClip indexed, int first, int last) => new(indexed.Video.Path, indexed.Probe, indexed.Evidence, first, last);
}
