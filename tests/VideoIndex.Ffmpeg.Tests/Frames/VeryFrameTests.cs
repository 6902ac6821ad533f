using VideoIndex.Ffmpeg.Frames;
using VideoIndex.Testing.Clips;
using VideoIndex.Timing;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Ffmpeg.Tests.Frames;

public sealed class VeryFrameTests
{
    private const int DrawsEach = 100;
    private const int GrabsEach = 6;

    public static TheoryData<string> Recipes => [.. CounterRecipes.All.Select(recipe => recipe.Name)];

    [Theory]
    [MemberData(nameof(Recipes))]
    public async Task Every_frame_is_read_once_at_its_time_and_every_time_leads_back_to_it(string name)
    {
        using var clip = new TestClip();
        var recipe = CounterRecipes.All.Single(recipe => recipe.Name == name);
        var indexed = await IndexedClip.ReadAsync(await clip.MakeAsync(recipe), clip.PathOf("library"));

        Assert.Equal(Enumerable.Range(recipe.First, recipe.Frames).Cast<int?>(), indexed.Numbers);
        Assert.Equal(Enumerable.Range(0, recipe.Frames).Select(recipe.StartOf), Enumerable.Range(0, indexed.Evidence.Count).Select(indexed.Evidence.TimeOf));
        var draws = Draws.From(recipe, indexed.Video.Timecodes is not null, DrawsEach);
        Assert.DoesNotContain(draws, draw => FrameOf(indexed, draw) != draw.Frame);
        Assert.Empty(await WrongGrabsAsync(recipe, indexed, draws.Take(GrabsEach), clip));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Two_thousand_frames_fetched_at_random_are_all_the_right_one()
    {
        var each = (2000 + CounterRecipes.All.Count - 1) / CounterRecipes.All.Count;
        var wrong = new List<string>();
        foreach (var recipe in CounterRecipes.All)
        {
            using var clip = new TestClip();
            var indexed = await IndexedClip.ReadAsync(await clip.MakeAsync(recipe), clip.PathOf("library"));
            var draws = Draws.From(recipe, indexed.Video.Timecodes is not null, each);
            wrong.AddRange(await WrongGrabsAsync(recipe, indexed, draws, clip));
        }

        Assert.Empty(wrong);
    }

    private static int FrameOf(IndexedClip indexed, Draw draw) =>
        TimeText.TryRead(draw.Text, indexed.Video.Timecodes, out var time) ? indexed.Evidence.FrameAt(time.Latest) : -1;

    private static async Task<IReadOnlyList<string>> WrongGrabsAsync(CounterRecipe recipe, IndexedClip indexed, IEnumerable<Draw> draws, TestClip clip)
    {
        var grabber = new FfmpegFrameGrabber(await IndexedClip.Tools, () => new FrameScorer());
        var picture = clip.PathOf("grabbed.png");
        var wrong = new List<string>();
        foreach (var draw in draws)
        {
            var proved = await grabber.GrabAsync(indexed.Video.Path, indexed.Probe, indexed.Evidence, FrameOf(indexed, draw), picture, default);
            var grabbed = PngPicture.Read(picture);
            var number = CounterPicture.Read(grabbed.Green, grabbed.Width, grabbed.Height);
            if (!proved || number != recipe.First + draw.Frame)
            {
                wrong.Add($"{recipe}: {draw.Text} is frame {recipe.First + draw.Frame}, not {number} ({(proved ? "proved" : "not proved")})");
            }
        }

        return wrong;
    }
}
