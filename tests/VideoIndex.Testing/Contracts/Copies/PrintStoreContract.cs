using VideoIndex.Copies;
using VideoIndex.Copies.Pictures;
using VideoIndex.Copies.Sounds;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Copies;

/// <summary>What every keeper of prints must do. A store's tests derive from it and supply the store.</summary>
public abstract class PrintStoreContract
{
    protected abstract ICatalog Catalog { get; }

    protected abstract IPrintStore Prints { get; }

    [Fact]
    public async Task Prints_are_saved_with_their_video_and_come_back_exactly_in_the_order_of_ids()
    {
        foreach (var path in (string[])["b.mp4", "a.mp4", "c.mp4"])
        {
            await Catalog.SaveAsync(Printed(path, 1), default);
        }

        var all = await Prints.ReadPrintsAsync(default);

        Assert.Equal([.. all.Select(prints => prints.Video).Order()], all.Select(prints => prints.Video));
        Assert.Equal(3, all.Count);
        Assert.All(all, prints => Assert.Equal(Told(Printed("any", 1).Prints!), Told(prints)));
    }

    [Fact]
    public async Task A_video_without_prints_is_not_among_them()
    {
        await Catalog.SaveAsync(A.Video("a.mp4"), default);

        Assert.Empty(await Prints.ReadPrintsAsync(default));
    }

    [Fact]
    public async Task Saving_a_video_again_replaces_its_prints()
    {
        await Catalog.SaveAsync(Printed("a.mp4", 1), default);
        await Catalog.SaveAsync(Printed("a.mp4", 2), default);

        Assert.Equal(Told(Printed("a.mp4", 2).Prints!), Told(Assert.Single(await Prints.ReadPrintsAsync(default))));
    }

    [Fact]
    public async Task Prints_go_with_their_video()
    {
        await Catalog.SaveAsync(Printed("a.mp4", 1), default);
        await Catalog.SaveAsync(Printed("b.mp4", 1), default);

        await Catalog.RemoveAsync(A.Id("a.mp4"), default);

        Assert.Equal(A.Id("b.mp4"), Assert.Single(await Prints.ReadPrintsAsync(default)).Video);
    }

    [Fact]
    public async Task A_new_decision_on_the_shots_leaves_the_prints()
    {
        await Catalog.SaveAsync(Printed("a.mp4", 1), default);

        await Catalog.ReplaceStructureAsync(A.Id("a.mp4"), A.Structure([]), default);

        Assert.Single(await Prints.ReadPrintsAsync(default));
    }

    private static IndexedVideo Printed(string path, byte content) => A.Video(path) with
    {
        Prints = new VideoPrints(
            A.Id(path),
            new PicturePrints(-3, Enumerable.Repeat(content, 2 * PicturePrint.Size).ToArray()),
            new SoundPrint(new MediaTime(new Rational(-1, 48_000)), Enumerable.Repeat(content, 3 * SoundPrint.Size).ToArray())),
    };

    private static string Told(VideoPrints prints) =>
        $"{prints.Pictures.First} {Convert.ToHexString(prints.Pictures.Bytes.Span)} {prints.Sound.Start} {Convert.ToHexString(prints.Sound.Bytes.Span)}";
}
