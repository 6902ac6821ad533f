using VideoIndex.Elasticsearch.Tests.Cluster;
using VideoIndex.Elasticsearch.Writing;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Elasticsearch.Tests.Writing;

/// <summary>What happens in a library reaches the index, once it can, whole, and in whatever order.</summary>
public sealed class FeedTests : FeedTest
{
    [Fact]
    public async Task What_happens_is_found_after_the_next_catching_up()
    {
        var engine = Engine();
        await engine.CatchUpAsync(default);
        await SaveAsync(A.Video("a.mp4").Saying("0-1 goal"), A.Video("b.mp4").Saying("0-1 save"));
        await engine.CatchUpAsync(default);
        Assert.Equal(["a.mp4 goal"], await FindAsync(engine, "say:goal"));

        await SaveAsync(A.Video("a.mp4").Saying("0-1 corner"));
        await Library.RemoveAsync(A.Id("b.mp4"), default);
        await engine.CatchUpAsync(default);

        Assert.Equal([], await FindAsync(engine, "say:goal OR say:save"));
        Assert.Equal(["a.mp4 corner"], await FindAsync(engine, "say:corner"));
        Assert.Equal(2, Cluster.Seen("videoindex-spans").Count);
    }

    [Fact]
    public async Task What_was_taken_in_is_not_taken_in_again()
    {
        await SaveAsync(SampleVideo.Final);
        await Engine().CatchUpAsync(default);
        var asked = Cluster.Asked.Count(IsBulk);

        await Engine().CatchUpAsync(default);

        Assert.Equal(asked, Cluster.Asked.Count(IsBulk));
    }

    [Fact]
    public async Task A_video_that_became_shorter_leaves_nothing_behind()
    {
        var engine = Engine();
        await engine.CatchUpAsync(default);
        await SaveAsync(A.Video("a.mp4").Saying("0-1 one", "1-2 two", "2-3 three"));
        await engine.CatchUpAsync(default);

        await SaveAsync(A.Video("a.mp4").Saying("0-1 one"));
        await engine.CatchUpAsync(default);

        Assert.Equal(2, Cluster.Seen("videoindex-spans").Count);
    }

    [Fact]
    public async Task What_comes_late_does_not_take_the_place_of_what_is_newer()
    {
        var engine = Engine();
        await engine.CatchUpAsync(default);
        await SaveAsync(A.Video("a.mp4").Saying("0-1 old"));
        await SaveAsync(A.Video("a.mp4").Saying("0-1 new"));
        await engine.CatchUpAsync(default);

        using var client = new VideoIndex.Elasticsearch.Transport.ClusterClient(Settings, TimeProvider.System);
        var report = await new VideoWriter(client, "videoindex-spans-write", true).ReplaceAsync(SampleVideo.Of(A.Video("a.mp4").Saying("0-1 old"), 1), default);

        Assert.Equal((0, 2, 0), (report.Done, report.AlreadySo, report.Refused.Count));
        Assert.Equal(["a.mp4 new"], await FindAsync(engine, "say:new"));
    }

    [Fact]
    public async Task No_search_sees_a_part_of_a_video()
    {
        var engine = Engine(Settings with { MostDocuments = 2 });
        await engine.CatchUpAsync(default);
        await SaveAsync(A.Video("a.mp4").Saying([.. Enumerable.Range(0, 9).Select(at => $"{at}-{at + 1} old")]));
        await engine.CatchUpAsync(default);
        await SaveAsync(A.Video("a.mp4").Saying([.. Enumerable.Range(0, 5).Select(at => $"{at}-{at + 1} new")]));
        var seen = new List<string>();
        Cluster.Mood = asked =>
        {
            var words = Cluster.Seen("videoindex-spans").SelectMany(document => document.Tokens("words")).SelectMany(words => words).ToList();
            seen.Add($"{words.Count(word => word == "old")} old, {words.Count(word => word == "new")} new");
            return null;
        };

        await engine.CatchUpAsync(default);

        Cluster.Mood = null;
        Assert.Equal(["9 old, 0 new"], seen.Distinct());
        Assert.Equal(5, (await FindAsync(engine, "say:new")).Count);
        Assert.Equal([], await FindAsync(engine, "say:old"));
    }

    [Fact]
    public async Task While_the_cluster_is_away_nothing_is_lost()
    {
        var engine = Engine(Settings with { Retries = 1 });
        await engine.CatchUpAsync(default);
        await SaveAsync(A.Video("a.mp4").Saying("0-1 goal"));
        Cluster.Mood = _ => new Answer(503, "");

        var failure = await Assert.ThrowsAsync<ElasticsearchException>(() => engine.CatchUpAsync(default));
        Assert.Equal("search-engine-unreachable", failure.Code);
        Assert.Equal("search-engine-unreachable", (await Assert.ThrowsAsync<ElasticsearchException>(() => FindAsync(engine, "goal"))).Code);

        Cluster.Mood = null;
        await SaveAsync(A.Video("b.mp4").Saying("0-1 goal"));
        await engine.CatchUpAsync(default);
        Assert.Equal(["a.mp4 goal", "b.mp4 goal"], (await FindAsync(engine, "say:goal")).Order());
    }

    [Fact]
    public async Task A_feed_that_was_killed_in_the_middle_leaves_nothing_of_its_own()
    {
        var engine = Engine(Settings with { MostDocuments = 2, Retries = 0 });
        await engine.CatchUpAsync(default);
        await SaveAsync(A.Video("a.mp4").Saying("0-1 first", "1-2 first", "2-3 first", "3-4 first"));
        var left = 2;
        Cluster.Mood = asked => IsBulk(asked) && left-- <= 0 ? new Answer(503, "") : null;
        await Assert.ThrowsAsync<ElasticsearchException>(() => engine.CatchUpAsync(default));

        Cluster.Mood = null;
        await SaveAsync(A.Video("a.mp4").Saying("0-1 second"));
        await engine.CatchUpAsync(default);

        Assert.Equal([], await FindAsync(engine, "say:first"));
        Assert.Equal(2, Cluster.Seen("videoindex-spans").Count);
    }

    [Fact]
    public async Task A_video_the_index_has_not_heard_was_removed_is_not_found()
    {
        var engine = Engine();
        await SaveAsync(A.Video("a.mp4").Saying("0-1 goal"));
        await engine.CatchUpAsync(default);

        await Library.RemoveAsync(A.Id("a.mp4"), default);

        Assert.Equal([], await FindAsync(engine, "goal"));
    }

    [Fact]
    public async Task Before_there_is_an_index_it_is_said_what_to_do()
    {
        var failure = await Assert.ThrowsAsync<ElasticsearchException>(() => FindAsync(Engine(), "goal"));

        Assert.Equal("no-search-index", failure.Code);
        Assert.Contains("videoindex reindex", failure.Message, StringComparison.Ordinal);
    }
}
