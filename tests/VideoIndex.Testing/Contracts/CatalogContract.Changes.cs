using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts;

/// <content>The steps in a video's life.</content>
public abstract partial class CatalogContract
{
    private static readonly IndexedVideo Match = A.Video("match.mp4").Saying("0-4 what a goal").Shots("0", "10");

    private static Video Offered(int run = 1, string path = "/films/match.mp4") => Match.Contents.Video with
    {
        State = VideoState.Ok, // the store knows better
        Path = path,
        Modified = A.Day(7),
        Run = run,
        Extent = default,
        Frames = 0,
    };

    [Fact]
    public async Task An_offered_video_is_known_at_once()
    {
        await Catalog.ApplyAsync(new CatalogChange.Accept(Offered()), default);

        var contents = await Catalog.ReadAsync(A.Id("match.mp4"), default);
        Assert.Equal(Spelled.Out(new VideoContents(Offered() with { State = VideoState.Accepted }, [], [], [])), Spelled.Out(contents!));
    }

    [Fact]
    public async Task A_finished_video_that_is_offered_again_keeps_all_that_was_found()
    {
        await Catalog.SaveAsync(Match, default);

        await Catalog.ApplyAsync(new CatalogChange.Accept(Offered(run: 2, path: "/films/again.mp4")), default);

        var expected = Match.Contents with { Video = Match.Contents.Video with { Path = "/films/again.mp4", Modified = A.Day(7), Run = 2 } };
        Assert.Equal(Spelled.Out(expected), Spelled.Out((await Catalog.ReadAsync(A.Id("match.mp4"), default))!));
    }

    [Fact]
    public async Task A_refused_video_that_is_offered_again_stays_refused_until_something_is_found()
    {
        await Catalog.ApplyAsync(new CatalogChange.Refuse(Offered() with { State = VideoState.Quarantined, Code = "hung" }), default);

        await Catalog.ApplyAsync(new CatalogChange.Accept(Offered(run: 2)), default);
        Assert.Equal((VideoState.Quarantined, "hung", 2), await StateAsync());

        await Catalog.SaveAsync(Match.With(contents => contents with { Video = contents.Video with { Run = 2 } }), default);
        Assert.Equal((VideoState.Ok, null, 2), await StateAsync());
    }

    [Fact]
    public async Task What_is_found_first_leaves_the_video_accepted()
    {
        await Catalog.ApplyAsync(new CatalogChange.Accept(Offered()), default);

        await Catalog.ApplyAsync(new CatalogChange.Publish(Match, Final: false), default);

        var expected = Match.Contents with { Video = Match.Contents.Video with { State = VideoState.Accepted } };
        Assert.Equal(Spelled.Out(expected), Spelled.Out((await Catalog.ReadAsync(A.Id("match.mp4"), default))!));
    }

    [Fact]
    public async Task What_is_coarse_never_replaces_what_is_finished()
    {
        await Catalog.SaveAsync(Match, default);

        await Catalog.ApplyAsync(new CatalogChange.Publish(A.Video("match.mp4").Shots("0"), Final: false), default);

        Assert.Equal(Spelled.Out(Match.Contents), Spelled.Out((await Catalog.ReadAsync(A.Id("match.mp4"), default))!));
    }

    [Fact]
    public async Task What_is_coarse_stays_when_an_unfinished_video_is_offered_again()
    {
        await Catalog.ApplyAsync(new CatalogChange.Accept(Offered()), default);
        await Catalog.ApplyAsync(new CatalogChange.Publish(Match, Final: false), default);

        await Catalog.ApplyAsync(new CatalogChange.Accept(Offered(run: 2)), default);

        Assert.Equal(2, (await Catalog.ReadAsync(A.Id("match.mp4"), default))!.Shots.Count);
        Assert.Equal((VideoState.Accepted, null, 2), await StateAsync());
    }

    [Fact]
    public async Task What_is_final_replaces_everything()
    {
        await Catalog.ApplyAsync(new CatalogChange.Accept(Offered()), default);
        await Catalog.ApplyAsync(new CatalogChange.Publish(Match, Final: false), default);
        var final = A.Video("match.mp4").Shots("0", "5", "10") with { Evidence = RandomVideos.Steady(100, new Timing.Rational(1, 25), 1) };

        await Catalog.ApplyAsync(new CatalogChange.Publish(final, Final: true), default);

        Assert.Equal(Spelled.Out(final.Contents), Spelled.Out((await Catalog.ReadAsync(A.Id("match.mp4"), default))!));
        Assert.Equal(Spelled.Out(final.Evidence), Spelled.Out(await Catalog.ReadEvidenceAsync(A.Id("match.mp4"), default)));
    }

    private async Task<(VideoState State, string? Code, int Run)> StateAsync()
    {
        var video = await Catalog.FindAsync(A.Id("match.mp4"), default);
        return (video!.State, video.Code, video.Run);
    }
}
