using VideoIndex.Vocabularies;

namespace VideoIndex.Cli;

/// <summary>The words a library is spoken of in.</summary>
internal sealed partial class LibraryHost
{
    /// <summary>Gets the vocabulary.</summary>
    public IVocabularyStore Vocabulary => _store.Vocabulary;

    /// <summary>Gets the questions that found nothing.</summary>
    public ISearchLog SearchLog => _store.SearchLog;
}
