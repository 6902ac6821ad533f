using VideoIndex.Search;
using VideoIndex.Search.Answers;

namespace VideoIndex.Elasticsearch.Tests.Searching;

/// <summary>An index that takes in what has happened before it answers.</summary>
internal sealed class FedIndex(ElasticsearchEngine engine) : IMomentIndex
{
    public async Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var report = await engine.CatchUpAsync(default);
        Assert.Empty(report.Complaints);
        return await engine.Moments.SearchAsync(request, cancellationToken);
    }
}
