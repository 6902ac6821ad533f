using VideoIndex.Elasticsearch.Writing;
using VideoIndex.Search;
using VideoIndex.Testing.Contracts;
using VideoIndex.Testing.Contracts.Searching;
using VideoIndex.Testing.Memory;
using VideoIndex.Videos;

namespace VideoIndex.Elasticsearch.Tests.Searching;

/// <summary>What every moment index must do, done by Elasticsearch: by a live cluster where one is named, else by the fake, which runs the queries it is sent.</summary>
public sealed class ElasticMomentIndexTests : MomentIndexContract, IAsyncLifetime, IAsyncDisposable
{
    private readonly TestCluster _cluster = new();
    private readonly MemoryStore _store = new(new FakeTimeProvider());
    private readonly ElasticsearchEngine _engine;

    public ElasticMomentIndexTests()
    {
        _engine = new ElasticsearchEngine(_cluster.Settings, _store, new CatalogVideos(_store, null, null), TimeProvider.System);
        Moments = new FedIndex(_engine);
    }

    protected override ICatalog Catalog => _store;

    protected override IMomentIndex Moments { get; }

    public async Task InitializeAsync() => await _engine.CatchUpAsync(default);

    public async ValueTask DisposeAsync()
    {
        _engine.Dispose();
        await _cluster.DisposeAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [LiveFact]
    public async Task A_live_cluster_makes_its_index_anew()
    {
        await _store.SaveAsync(A.Video("a.mp4").Saying("0-1 goal"), default);

        Assert.Equal(1, (await _engine.RebuildAsync(default)).Videos);
    }
}
