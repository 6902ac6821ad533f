using VideoIndex.Elasticsearch.Indices;
using VideoIndex.Elasticsearch.Searching;
using VideoIndex.Elasticsearch.Transport;
using VideoIndex.Elasticsearch.Writing;
using VideoIndex.Events;
using VideoIndex.Search;

namespace VideoIndex.Elasticsearch;

/// <summary>Searches a library with Elasticsearch: the catalogue stays where it is, what can be found in it is kept in the cluster too.</summary>
public sealed class ElasticsearchEngine : IDisposable
{
    private readonly ClusterClient _client;
    private readonly IOutbox _outbox;
    private readonly IVideoSource _source;

    /// <summary>Makes one; nothing is sent yet.</summary>
    /// <param name="settings">The cluster.</param>
    /// <param name="outbox">What happened in the library.</param>
    /// <param name="source">The library's videos.</param>
    /// <param name="clock">What waits are measured by.</param>
    /// <exception cref="ElasticsearchException">The address is none, or nothing must be sent there (<c>bad-address</c>, <c>not-secure</c>).</exception>
    public ElasticsearchEngine(ElasticsearchSettings settings, IOutbox outbox, IVideoSource source, TimeProvider clock)
        : this(new ClusterClient(settings, clock), outbox, source)
    {
    }

    internal ElasticsearchEngine(ClusterClient client, IOutbox outbox, IVideoSource source)
    {
        (_client, _outbox, _source) = (client, outbox, source);
        Moments = new ElasticMomentIndex(client, source);
    }

    /// <summary>Gets what answers questions.</summary>
    public IMomentIndex Moments { get; }

    /// <summary>Gets which cluster it is, by host and, where it is not the usual one, port.</summary>
    public string Host => _client.Host;

    /// <summary>Returns whether there is an index of this library.</summary>
    /// <exception cref="ElasticsearchException">The cluster does not say.</exception>
    public async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        var admin = new IndexAdmin(_client);
        return await admin.BehindAsync(admin.Names.Write, cancellationToken).ConfigureAwait(false) is not null;
    }

    /// <summary>Takes into the index what has happened in the library since the last time; makes the index if there is none. One program at a time.</summary>
    /// <exception cref="ElasticsearchException">The cluster did not take it. What it has is kept; the rest is taken the next time.</exception>
    public Task<FeedReport> CatchUpAsync(CancellationToken cancellationToken) => new IndexFeed(_client, _outbox, _source).RunAsync(cancellationToken);

    /// <summary>Makes the index anew while the old one goes on answering, and puts it in its place.</summary>
    /// <exception cref="ElasticsearchException">The cluster did not take it; the old index is as it was.</exception>
    public Task<FeedReport> RebuildAsync(CancellationToken cancellationToken) => new IndexRebuild(_client, _outbox, _source).RunAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
