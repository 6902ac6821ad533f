using VideoIndex.Alerts;
using VideoIndex.Elasticsearch;
using VideoIndex.Elasticsearch.Writing;
using VideoIndex.Search;
using VideoIndex.Vocabularies;

namespace VideoIndex.Cli;

/// <content>What is asked of a library, and in which words.</content>
internal sealed partial class LibraryHost
{
    /// <summary>Gets or sets what answers questions: the library's own engine, unless another is chosen.</summary>
    public IMomentIndex Moments
    {
        get => field ?? _store.Moments;
        set;
    }

    /// <summary>Makes the search index anew from the catalogue.</summary>
    /// <returns>How many videos it has, and how many things can be found.</returns>
    public Task<(int Videos, long Things)> ReindexAsync(CancellationToken cancellationToken) => _store.ReindexAsync(cancellationToken);

    /// <summary>Wires the search by Elasticsearch.</summary>
    public ElasticsearchEngine Elasticsearch(ElasticsearchSettings settings) => new(settings, Outbox, new CatalogVideos(Catalog, Facts, Reviews), TimeProvider.System);

    /// <summary>Gets the questions that stand.</summary>
    public IAlertStore Alerts => _store.Alerts;

    /// <summary>Gets the vocabulary.</summary>
    public IVocabularyStore Vocabulary => _store.Vocabulary;

    /// <summary>Gets the questions that found nothing.</summary>
    public ISearchLog SearchLog => _store.SearchLog;
}
