using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Elasticsearch.Tests.Cluster;
using VideoIndex.Elasticsearch.Writing;
using VideoIndex.Metadata;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Elasticsearch.Tests.Writing;

/// <summary>An index is made anew while the old one answers, and loses nothing of what is written meanwhile.</summary>
public sealed class RebuildTests : FeedTest
{
    [Fact]
    public async Task What_is_written_meanwhile_is_in_both()
    {
        var engine = Engine();
        await engine.CatchUpAsync(default);
        await SaveAsync(A.Video("a.mp4").Saying("0-1 goal"), A.Video("b.mp4").Saying("0-1 goal"));
        await engine.CatchUpAsync(default);
        var meanwhile = new Meanwhile(new CatalogVideos(Library, null, null), async () =>
        {
            await SaveAsync(A.Video("a.mp4").Saying("0-1 corner"), A.Video("c.mp4").Saying("0-1 goal"));
            await Library.RemoveAsync(A.Id("b.mp4"), default);
            await engine.CatchUpAsync(default);
            Assert.Equal(["c.mp4 goal"], await FindAsync(engine, "say:goal")); // by the old index
        });

        await Engine(source: meanwhile).RebuildAsync(default);

        Assert.Equal(["videoindex-spans-v1-000002"], Cluster.Names);
        Assert.Equal(["c.mp4 goal"], await FindAsync(engine, "say:goal"));
        Assert.Equal(["a.mp4 corner"], await FindAsync(engine, "say:corner"));
        Assert.Equal(4, Cluster.Seen("videoindex-spans").Count);
    }

    [Fact]
    public async Task What_reaches_the_old_index_just_before_the_swap_is_in_the_new_one()
    {
        var engine = Engine();
        await engine.CatchUpAsync(default);
        var done = false;
        Cluster.Mood = asked =>
        {
            if (asked.Path == "_aliases" && !done)
            {
                done = true;
                Library.SaveAsync(A.Video("late.mp4").Saying("0-1 goal"), default).GetAwaiter().GetResult();
            }

            return null;
        };

        await engine.RebuildAsync(default);

        Assert.True(done);
        Assert.Equal(["late.mp4 goal"], await FindAsync(engine, "say:goal"));
    }

    [Fact]
    public async Task The_old_index_answers_until_the_new_one_is_there_and_there_is_no_moment_without_one()
    {
        var engine = Engine();
        await SaveAsync(A.Video("a.mp4").Saying("0-1 goal"));
        await engine.CatchUpAsync(default);
        var seen = new List<int>();
        Cluster.Mood = _ =>
        {
            seen.Add(Cluster.Seen("videoindex-spans").Count);
            return null;
        };

        await engine.RebuildAsync(default);

        Assert.Equal([2], seen.Distinct());
        var swap = Cluster.Asked.Last(asked => asked.Path == "_aliases").Text;
        Assert.Contains("\"remove\"", swap, StringComparison.Ordinal);
        Assert.Contains("\"is_write_index\":true", swap, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rebuild_that_was_killed_is_made_good_by_the_next()
    {
        var engine = Engine(Settings with { Retries = 0 });
        await SaveAsync(A.Video("a.mp4").Saying("0-1 goal"));
        await engine.CatchUpAsync(default);
        Cluster.Mood = First(1, IsBulk, new Answer(503, ""));
        await Assert.ThrowsAsync<ElasticsearchException>(() => engine.RebuildAsync(default));
        Assert.Equal(["a.mp4 goal"], await FindAsync(engine, "say:goal"));
        Assert.Equal(["videoindex-spans-v1-000001", "videoindex-spans-v1-000002"], Cluster.Names);

        Cluster.Mood = null;
        await engine.RebuildAsync(default);

        Assert.Equal(["videoindex-spans-v1-000002"], Cluster.Names);
        Assert.Equal(["a.mp4 goal"], await FindAsync(engine, "say:goal"));
    }

    [Fact]
    public async Task Synonyms_are_there_before_the_template_and_the_template_before_the_index()
    {
        await Engine().CatchUpAsync(default);

        var made = Cluster.Asked.Where(asked => asked.Method is "PUT" || asked.Path == "_aliases").Select(asked => asked.Path);
        Assert.Equal(["_synonyms/videoindex-synonyms", "_index_template/videoindex-spans", "videoindex-spans-v1-000001", "_aliases"], made);
    }

    /// <summary>Lets something happen when the first video is read.</summary>
    private sealed class Meanwhile(IVideoSource source, Func<Task> happens) : IVideoSource
    {
        private Func<Task>? _happens = happens;

        public Task<IReadOnlyList<VideoId>> ListAsync(CancellationToken cancellationToken) => source.ListAsync(cancellationToken);

        public async Task<VideoDocuments?> ReadAsync(VideoId video, long generation, CancellationToken cancellationToken)
        {
            var read = await source.ReadAsync(video, generation, cancellationToken);
            if (Interlocked.Exchange(ref _happens, null) is { } now)
            {
                await now();
            }

            return read;
        }

        public Task<VideoFacts?> FactsAsync(VideoId video, CancellationToken cancellationToken) => source.FactsAsync(video, cancellationToken);
    }
}
