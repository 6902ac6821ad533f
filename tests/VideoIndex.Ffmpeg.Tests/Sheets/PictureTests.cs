using VideoIndex.Exporting;
using VideoIndex.Ffmpeg.Sheets;
using VideoIndex.Ffmpeg.Tests.Frames;
using VideoIndex.Ffmpeg.Tests.Lettering;
using VideoIndex.Media;
using VideoIndex.Testing.Clips;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Ffmpeg.Tests.Sheets;

public sealed class PictureTests
{
    [Theory]
    [InlineData("mp4, 30000/1001, open GOP")]
    [InlineData("mp4, uneven times")]
    [InlineData("TS over the end of its clock")]
    [InlineData("mov stored a quarter turn to the left")]
    public async Task A_picture_is_of_the_very_frame(string name)
    {
        using var clip = new TestClip();
        var source = await IndexedClip.ReadAsync(await clip.MakeAsync(CounterRecipes.All.Single(recipe => recipe.Name == name)), clip.PathOf("library"));
        int[] frames = [0, 1, 33, 34, 47, 59, 33];

        var taken = await (await TakerAsync()).TakeAsync(Order(source, frames), default);

        Assert.Equal(frames.Distinct().Order(), taken.Keys.Order());
        Assert.All(taken, one => Assert.Equal(one.Key, CounterPicture.Read(Green(one.Value), one.Value.Width, one.Value.Height)));
    }

    [Fact]
    public async Task A_frame_that_is_no_longer_what_it_was_has_no_picture()
    {
        using var clip = new TestClip();
        var source = await IndexedClip.ReadAsync(await clip.MakeAsync(CounterRecipes.All.Single(recipe => recipe.Name == "mov, 25, GOP of 10")), clip.PathOf("library"));
        var scores = source.Evidence.Scores.Select((score, frame) => frame == 34 ? source.Evidence.Scores[90] : score).ToList();
        var changed = source with { Evidence = source.Evidence with { Scores = scores } };

        var taken = await (await TakerAsync()).TakeAsync(Order(changed, [33, 34, 35]), default);

        Assert.Equal([33, 35], taken.Keys.Order());
    }

    [Theory]
    [InlineData("sheet.png")]
    [InlineData("sheet.jpg")]
    public async Task A_sheet_shows_each_moment_where_the_grid_says_with_its_labels(string name)
    {
        using var clip = new TestClip();
        var (width, height) = ThumbnailGrid.SizeOf(0, 7);
        var sheet = new ContactSheet(width, height);
        for (var moment = 0; moment < 6; moment++)
        {
            var gray = CounterPicture.Draw(100 + moment);
            var picture = new SmallPicture(CounterPicture.Width, CounterPicture.Height, [.. gray.SelectMany(light => new[] { light, light, light })]);
            sheet.Add(ThumbnailGrid.Of(moment), picture, [$"10:00:0{moment};02 - 10:00:09;0{moment}", "日本 Goal", "x.mp4"]);
        }

        sheet.Add(ThumbnailGrid.Of(6), null, ["00:00:00:06", "gone", "y.mp4"]);
        await new FfmpegSheetWriter(await IndexedClip.Tools).WriteAsync(sheet, clip.PathOf(name), default);
        var drawn = Assert.Single(await GrayPicture.AllOfAsync(clip, name, width, height));

        Assert.Equal(12, sheet.Boxes);
        for (var moment = 0; moment < 6; moment++)
        {
            var place = ThumbnailGrid.Of(moment);
            Assert.Equal(100 + moment, Cut(drawn, place.Left + 80, place.Top + 42, CounterPicture.Width, CounterPicture.Height).Number(CounterPicture.Height));
            Assert.Equal($"10:00:0{moment};02", ReadLetters.LabelIn(Cut(drawn, place.Left, place.Top + ThumbnailGrid.Height, ThumbnailGrid.Width, ThumbnailGrid.Strip), size: 2));
        }
    }

    private static GrayPicture Cut(GrayPicture from, int left, int top, int width, int height) =>
        new(width, height, [.. Enumerable.Range(top, height).SelectMany(row => from.Pixels.Skip((row * from.Width) + left).Take(width))]);

    private static byte[] Green(SmallPicture picture) => [.. picture.Rgb.Chunk(3).Select(pixel => pixel[1])];

    private static PictureOrder Order(IndexedClip source, int[] frames) => new(source.Video.Path, source.Probe, source.Evidence, frames) { Width = 320, Height = 180 };

    private static async Task<FfmpegPictureTaker> TakerAsync() => new(await IndexedClip.Tools, () => new FrameScorer());
}
