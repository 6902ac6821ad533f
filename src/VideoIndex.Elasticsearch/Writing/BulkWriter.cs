using Polly;
using VideoIndex.Elasticsearch.Transport;

namespace VideoIndex.Elasticsearch.Writing;

/// <summary>Writes documents in requests of bounded size and judges the answer to each document by itself.</summary>
/// <remarks>
/// Sent twice is as good as sent once: the version of a document is its generation, and the cluster takes only a greater one. So whatever breaks off, or is not
/// answered in time, is sent again whole; what there was no room for is sent again alone.
/// </remarks>
internal sealed class BulkWriter
{
    private readonly ClusterClient _client;
    private readonly ResiliencePipeline<int> _waits;

    public BulkWriter(ClusterClient client) => (_client, _waits) = (client, Patience.OfDocuments(client.Settings, client.Clock));

    /// <summary>Writes documents.</summary>
    /// <param name="index">The index, or the alias that is written to.</param>
    /// <param name="isAlias">Whether it is an alias: where there is none, no index of that name is made.</param>
    /// <param name="documents">The documents; they are taken as they are sent.</param>
    /// <param name="cancellationToken">Stops it; what is sent is sent.</param>
    /// <returns>What became of them.</returns>
    public async Task<BulkReport> WriteAsync(string index, bool isAlias, IEnumerable<BulkDocument> documents, CancellationToken cancellationToken)
    {
        var report = new BulkReport();
        foreach (var batch in BulkBatches.Of(documents, _client.Settings))
        {
            await SendAsync($"{index}/_bulk{(isAlias ? "?require_alias=true" : "")}", batch, report, cancellationToken).ConfigureAwait(false);
        }

        return report;
    }

    private async Task SendAsync(string path, IReadOnlyList<BulkDocument> batch, BulkReport report, CancellationToken cancellationToken)
    {
        var left = batch;
        var unplaced = await _waits.ExecuteAsync(
            async stop =>
            {
                left = await SendOnceAsync(path, left, report, stop).ConfigureAwait(false);
                return left.Count;
            },
            cancellationToken).ConfigureAwait(false);
        if (unplaced > 0)
        {
            throw new ElasticsearchException(
                ElasticsearchException.Busy, $"Elasticsearch at {_client.Host} had no room for {unplaced} of {batch.Count} documents, after every attempt. They are sent again another time.");
        }
    }

    // Returns those there was no room for.
    private async Task<IReadOnlyList<BulkDocument>> SendOnceAsync(string path, IReadOnlyList<BulkDocument> batch, BulkReport report, CancellationToken cancellationToken)
    {
        var reply = await _client.SendAsync(new ClusterRequest(HttpMethod.Post, path, BulkBatches.Lines(batch), IsLines: true), cancellationToken).ConfigureAwait(false);
        var answers = reply.Root.At("items").Items().ToList();
        if (answers.Count != batch.Count)
        {
            throw Refusals.Nonsense(_client.Host);
        }

        var again = new List<BulkDocument>();
        foreach (var (document, answer) in batch.Zip(answers))
        {
            switch (BulkAnswer.Of(answer, document))
            {
                case { Fate: BulkFate.NoRoom }:
                    again.Add(document);
                    break;
                case var told:
                    report.Add(told);
                    break;
            }
        }

        return again;
    }
}
