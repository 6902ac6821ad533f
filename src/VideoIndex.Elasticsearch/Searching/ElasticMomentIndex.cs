using VideoIndex.Elasticsearch.Searching.Asking;
using VideoIndex.Elasticsearch.Searching.Finding;
using VideoIndex.Elasticsearch.Transport;
using VideoIndex.Elasticsearch.Writing;
using VideoIndex.Search;
using VideoIndex.Search.Answers;

namespace VideoIndex.Elasticsearch.Searching;

/// <summary>Answers questions from Elasticsearch, as the embedded engine does from its tables.</summary>
/// <param name="client">The cluster.</param>
/// <param name="source">The videos.</param>
internal sealed class ElasticMomentIndex(ClusterClient client, IVideoSource source) : IMomentIndex
{
    private const int MostMoments = 100_000;

    /// <inheritdoc/>
    public async Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Limit, MostMoments);
        PageMark.Of(request);
        var snapshot = await Snapshot.OpenAsync(client, cancellationToken).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            var plan = QuestionPlan.Of(request.Question);
            var survey = await Survey.OfAsync(snapshot, request.Question, cancellationToken).ConfigureAwait(false);
            return RankedAnswer.Suits(request, plan, survey, client.Settings)
                ? await new RankedAnswer(snapshot, request, plan, survey, source).ReadAsync(cancellationToken).ConfigureAwait(false)
                : await new ElasticAnswer(snapshot, request, plan, survey, source, client.Settings).ReadAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
