using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Searching;

/// <content>What can be found while a video is on its way.</content>
public abstract partial class MomentIndexContract
{
    private static readonly IndexedVideo Coarse = A.Video("cup/final.mp4").Saying("10-12 What a goal");

    [Fact]
    public async Task First_moments_are_found_before_the_video_is_finished()
    {
        await Catalog.ApplyAsync(new CatalogChange.Accept(Final.Contents.Video), default);
        await Catalog.ApplyAsync(new CatalogChange.Publish(Coarse, Final: false), default);

        Assert.Equal(["say [10,12) What a <goal>"], await Find("goal"));
    }

    [Fact]
    public async Task Finished_moments_are_found_throughout_the_next_analysis()
    {
        var before = await Find("goal", Final);

        await Catalog.ApplyAsync(new CatalogChange.Accept(Final.Contents.Video with { Run = 2 }), default);
        Assert.Equal(before, await Find("goal"));

        await Catalog.ApplyAsync(new CatalogChange.Publish(Coarse.With(contents => contents with { Video = contents.Video with { Run = 2 } }), Final: false), default);
        Assert.Equal(before, await Find("goal"));
    }

    [Fact]
    public async Task A_refused_video_is_not_found()
    {
        await Catalog.SaveAsync(Final, default);

        await Catalog.ApplyAsync(new CatalogChange.Refuse(Final.Contents.Video with { State = VideoState.Rejected, Code = "unreadable" }), default);

        Assert.Equal([], await Find("goal"));
    }
}
