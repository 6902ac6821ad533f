using VideoIndex.Shots.Transitions;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts;

/// <summary>What every catalogue must do. A store's tests derive from it and supply the store.</summary>
public abstract partial class CatalogContract
{
    protected abstract ICatalog Catalog { get; }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Everything_saved_comes_back_exactly(int seed)
    {
        var random = new RandomVideos(seed);
        var videos = Enumerable.Range(0, 8).Select(_ => random.Next()).ToList();
        foreach (var video in videos)
        {
            await Catalog.SaveAsync(video, default);
        }

        foreach (var video in videos)
        {
            var id = video.Contents.Video.Id;
            Assert.Equal(Spelled.Out(video.Contents), Spelled.Out((await Catalog.ReadAsync(id, default))!));
            Assert.Equal(Spelled.Out(video.Evidence), Spelled.Out(await Catalog.ReadEvidenceAsync(id, default)));
            Assert.Equal(Spelled.Out(video.Contents.Video), Spelled.Out((await Catalog.FindAsync(id, default))!));
        }
    }

    [Fact]
    public async Task Saving_again_replaces_what_was_known()
    {
        var random = new RandomVideos(5);
        var (first, second) = (random.Next(), random.Next());
        second = second.With(contents => contents with
        {
            Video = contents.Video with { Id = first.Contents.Video.Id },
            Tags = [.. contents.Tags.Select(tag => tag with { Video = first.Contents.Video.Id })],
        });

        await Catalog.SaveAsync(first, default);
        await Catalog.SaveAsync(second, default);

        var id = first.Contents.Video.Id;
        Assert.Equal(Spelled.Out(second.Contents), Spelled.Out((await Catalog.ReadAsync(id, default))!));
        Assert.Equal(Spelled.Out(second.Evidence), Spelled.Out(await Catalog.ReadEvidenceAsync(id, default)));
        Assert.Single(await Catalog.ListAsync(default));
    }

    [Fact]
    public async Task A_refused_video_has_no_contents()
    {
        var video = new RandomVideos(6).Next();
        await Catalog.SaveAsync(video, default);

        await Catalog.ApplyAsync(new CatalogChange.Refuse(video.Contents.Video with { State = VideoState.Rejected, Code = "unreadable" }), default);

        var contents = await Catalog.ReadAsync(video.Contents.Video.Id, default);
        Assert.Equal((0, 0, 0, "unreadable"), (contents!.Shots.Count, contents.Transcripts.Count, contents.Tags.Count, contents.Video.Code));
        Assert.Null(await Catalog.ReadEvidenceAsync(video.Contents.Video.Id, default));
    }

    [Fact]
    public async Task A_moved_video_keeps_everything_but_its_path()
    {
        var saved = new RandomVideos(7).Next();
        var id = saved.Contents.Video.Id;
        await Catalog.SaveAsync(saved, default);

        await Catalog.MoveAsync(id, "/elsewhere/final.mp4", default);
        await Catalog.MoveAsync(A.Id("never saved"), "/nowhere.mp4", default);

        var moved = saved.Contents with { Video = saved.Contents.Video with { Path = "/elsewhere/final.mp4" } };
        Assert.Equal(Spelled.Out(moved), Spelled.Out((await Catalog.ReadAsync(id, default))!));
        Assert.Equal(id, Assert.Single(await Catalog.ResolveAsync("/elsewhere/final.mp4", default)).Id);
        Assert.Single(await Catalog.ListAsync(default));
    }

    [Fact]
    public async Task What_was_never_saved_is_not_there()
    {
        Assert.Null(await Catalog.FindAsync(A.Id("x"), default));
        Assert.Null(await Catalog.ReadAsync(A.Id("x"), default));
        Assert.Null(await Catalog.ReadEvidenceAsync(A.Id("x"), default));
        Assert.False(await Catalog.RemoveAsync(A.Id("x"), default));
        await Catalog.ReplaceStructureAsync(A.Id("x"), A.Structure(A.Video("x").Shots("0").Contents.Shots), default);
        await Catalog.ReplaceLogosAsync(A.Id("x"), [.. A.Video("x").Tagged("logo", "0-5 Acme").Contents.Tags], default);
        await Catalog.ReplaceTranscriptAsync(A.Id("x"), A.Heard("tiny", 1, "1 one"), default);
        Assert.Empty(await Catalog.ListAsync(default));
    }

    [Fact]
    public async Task Videos_are_listed_by_path()
    {
        await SaveAsync("b.mp4", "c.mp4", "a.mp4");

        Assert.Equal(["/films/a.mp4", "/films/b.mp4", "/films/c.mp4"], Paths(await Catalog.ListAsync(default)));
    }

    [Fact]
    public async Task A_claim_made_twice_is_kept_once()
    {
        await Catalog.SaveAsync(A.Video("a.mp4").Tagged("chapter", "0-5 Intro", "0-5 Intro", "0-6 Intro"), default);

        Assert.Equal(2, (await Catalog.ReadAsync(A.Id("a.mp4"), default))!.Tags.Count);
    }

    [Fact]
    public async Task Shots_decided_again_replace_the_old_ones_and_nothing_else()
    {
        var video = new RandomVideos(8).Next();
        await Catalog.SaveAsync(video, default);
        var shots = A.Video("x").Shots("0", "1001/30", "100").Contents.Shots;

        var scenes = A.Video("x").Scenes("0-1001/30", "1001/30-600").Contents.Scenes;
        var facts = A.Video("x").Tagged("colour", "0-5 red").Tagged("motion", "5-9 pan left").Contents.Tags.Select(tag => tag with { Video = video.Contents.Video.Id }).ToList();
        Transition[] transitions = [new(TransitionKind.ThroughWhite, A.Span("33-34"), A.Time("67/2"))];

        await Catalog.ReplaceStructureAsync(video.Contents.Video.Id, new VideoStructure(shots, transitions, scenes, [facts[0]]), default);
        await Catalog.ReplaceStructureAsync(video.Contents.Video.Id, new VideoStructure(shots, transitions, scenes, facts), default);

        var contents = await Catalog.ReadAsync(video.Contents.Video.Id, default);
        var expected = video.Contents with { Shots = shots, Transitions = transitions, Scenes = scenes, Tags = [.. video.Contents.Tags, .. facts] };
        Assert.Equal(Spelled.Out(expected), Spelled.Out(contents!));
    }

    [Fact]
    public async Task Logos_found_replace_those_found_before_and_nothing_else()
    {
        var video = new RandomVideos(10).Next();
        var id = video.Contents.Video.Id;
        await Catalog.SaveAsync(video, default);
        var first = A.Video("x").Tagged("logo", "0-5 Acme", "5-9 Globex").Contents.Tags.Select(tag => tag with { Video = id }).ToList();
        var second = A.Video("x").Tagged("logo", "3-5 Acme").Contents.Tags.Select(tag => tag with { Video = id }).ToList();

        await Catalog.ReplaceLogosAsync(id, first, default);
        await Catalog.ReplaceLogosAsync(id, second, default);

        var contents = await Catalog.ReadAsync(id, default);
        Assert.Equal(Spelled.Out(video.Contents with { Tags = [.. video.Contents.Tags, .. second] }), Spelled.Out(contents!));
    }

    [Fact]
    public async Task What_is_heard_anew_replaces_what_the_same_author_heard_there_and_nothing_else()
    {
        var video = new RandomVideos(11).Next();
        var id = video.Contents.Video.Id;
        await Catalog.SaveAsync(video, default);
        var (tiny, second, base1) = (A.Heard("tiny", 1, "1 one two"), A.Heard("tiny", 2, "1 drei vier"), A.Heard("base", 1, "1 one two"));
        var (left, anew) = (tiny with { Channel = "left" }, A.Heard("tiny", 1, "3 five", "loop! 4 six") with { Channel = "right", Notes = ["Cut short."] });

        foreach (var heard in (Transcripts.Transcript[])[tiny, second, base1, left, anew])
        {
            await Catalog.ReplaceTranscriptAsync(id, heard, default);
        }

        var contents = await Catalog.ReadAsync(id, default);
        Assert.Equal(Spelled.Out(video.Contents with { Transcripts = [.. video.Contents.Transcripts, second, base1, left, anew] }), Spelled.Out(contents!));
    }

    [Fact]
    public async Task A_removed_video_is_gone_and_the_others_stay()
    {
        var random = new RandomVideos(9);
        var (gone, stays) = (random.Next(), random.Next());
        await Catalog.SaveAsync(gone, default);
        await Catalog.SaveAsync(stays, default);

        Assert.True(await Catalog.RemoveAsync(gone.Contents.Video.Id, default));

        Assert.Null(await Catalog.ReadAsync(gone.Contents.Video.Id, default));
        Assert.Null(await Catalog.ReadEvidenceAsync(gone.Contents.Video.Id, default));
        Assert.Equal(
            Spelled.Out(stays.Contents), Spelled.Out((await Catalog.ReadAsync(stays.Contents.Video.Id, default))!));
    }

    [Fact]
    public async Task A_whole_id_or_the_start_of_one_names_a_video()
    {
        await SaveAsync("a.mp4", "b.mp4");
        var id = A.Id("a.mp4").ToString();

        Assert.Equal(["/films/a.mp4"], await Resolve(id));
        Assert.Equal(["/films/a.mp4"], await Resolve(id[..4]));
        Assert.Equal(["/films/a.mp4"], await Resolve(id[..9].ToUpperInvariant()));
        Assert.Equal([], await Resolve(id[..3]));
        Assert.Equal([], await Resolve(new string('0', 32)));
        Assert.Equal([], await Resolve(""));
    }

    [Fact]
    public async Task An_ambiguous_start_names_all_it_may_mean()
    {
        var twins = Enumerable.Range(0, 2000).GroupBy(at => A.Id($"{at}").ToString()[..4]).First(ids => ids.Count() > 1).Take(2).ToList();
        await SaveAsync([.. twins.Select(at => $"{at}")]);

        Assert.Equal(2, (await Resolve(A.Id($"{twins[0]}").ToString()[..4])).Count);
    }

    [Fact]
    public async Task A_path_names_its_newest_content_first()
    {
        var (old, newer) = (A.Video("a.mp4", "old").Contents.Video, A.Video("a.mp4", "new").Contents.Video);
        await Catalog.SaveAsync(newer with { Modified = A.Day(5) }, default);
        await Catalog.SaveAsync(old with { Modified = A.Day(4) }, default);

        var videos = await Catalog.ResolveAsync("/films/a.mp4", default);

        Assert.Equal([newer.Id, old.Id], videos.Select(video => video.Id));
    }

    [Fact]
    public async Task Four_hours_of_frames_come_back()
    {
        var video = A.Video("long.mp4") with { Evidence = RandomVideos.Steady(frames: 431_568, new Rational(1, 30_000), step: 1001) };

        await Catalog.SaveAsync(video, default);

        var back = await Catalog.ReadEvidenceAsync(A.Id("long.mp4"), default);
        Assert.Equal(video.Evidence!.Timestamps, back!.Timestamps);
        Assert.Equal(video.Evidence.Scores, back.Scores);
    }

    private async Task SaveAsync(params string[] paths)
    {
        foreach (var path in paths)
        {
            await Catalog.SaveAsync(A.Video(path).Contents.Video, default);
        }
    }

    private async Task<IReadOnlyList<string>> Resolve(string reference) =>
        Paths(await Catalog.ResolveAsync(reference, default));

    private static IReadOnlyList<string> Paths(IReadOnlyList<Video> videos) => [.. videos.Select(video => video.Path)];
}
