using VideoIndex.Elasticsearch.Tests.Cluster;
using VideoIndex.Elasticsearch.Writing;
using VideoIndex.Search;
using VideoIndex.Testing.Contracts.Searching;
using VideoIndex.Testing.Memory;
using VideoIndex.Videos;

namespace VideoIndex.Elasticsearch.Tests.Searching;

/// <summary>What every moment index must do, done by Elasticsearch: the fake runs the queries it is sent.</summary>
public sealed class ElasticMomentIndexTests : MomentIndexContract, IAsyncLifetime
{
    private readonly FakeCluster _cluster = new();
    private readonly MemoryStore _store = new(new FakeTimeProvider());
    private readonly ElasticsearchEngine _engine;

    public ElasticMomentIndexTests()
    {
        _engine = new ElasticsearchEngine(new ElasticsearchSettings(_cluster.Address) { MostHits = 7 }, _store, new CatalogVideos(_store, null, null), TimeProvider.System);
        Moments = new FedIndex(_engine);
    }

    protected override ICatalog Catalog => _store;

    protected override IMomentIndex Moments { get; }

    public async Task InitializeAsync() => await _engine.CatchUpAsync(default);

    public async Task DisposeAsync()
    {
        Assert.Equal(0, _cluster.OpenPoints);
        _engine.Dispose();
        await _cluster.DisposeAsync();
    }
}
