using VideoIndex.Elasticsearch.Indices;
using VideoIndex.Elasticsearch.Tests.Cluster;
using VideoIndex.Elasticsearch.Transport;

namespace VideoIndex.Elasticsearch.Tests.Searching;

/// <summary>The cluster that contracts are run on: the one <c>VIDEOINDEX_TEST_ELASTICSEARCH</c> names, under a name of its own for each test, else the fake.</summary>
internal sealed class TestCluster : IAsyncDisposable
{
    private const string Variable = "VIDEOINDEX_TEST_ELASTICSEARCH";

    private readonly FakeCluster? _fake;

    public TestCluster()
    {
        var live = Live;
        _fake = live is null ? new FakeCluster() : null;
        Settings = new ElasticsearchSettings(live ?? _fake!.Address)
        {
            Name = $"videoindex-test-{Guid.NewGuid():N}",
            Replicas = 0,
            MostHits = 7,
            Key = ElasticsearchKey.From(Environment.GetEnvironmentVariable(ElasticsearchKey.Variable)),
        };
    }

    public ElasticsearchSettings Settings { get; }

    public static Uri? Live => Uri.TryCreate(Environment.GetEnvironmentVariable(Variable), UriKind.Absolute, out var address) ? address : null;

    public static string? Missing => Live is null ? $"No cluster is named by {Variable}; nothing was run live." : null;

    public async ValueTask DisposeAsync()
    {
        if (_fake is not null)
        {
            Assert.Equal(0, _fake.OpenPoints);
            await _fake.DisposeAsync();
            return;
        }

        using var client = new ClusterClient(Settings, TimeProvider.System);
        var admin = new IndexAdmin(client);
        while (await admin.BehindAsync(admin.Names.Write, default) is { } index)
        {
            await admin.DeleteAsync(index, default);
        }

        await client.SendAsync(ClusterRequest.Delete($"_index_template/{admin.Names.Template}"), default, 404);
        await client.SendAsync(ClusterRequest.Delete($"_synonyms/{admin.Names.Synonyms}"), default, 404);
    }
}

/// <summary>A test that needs a live cluster.</summary>
public sealed class LiveFactAttribute : FactAttribute
{
    public LiveFactAttribute() => Skip = TestCluster.Missing;
}
