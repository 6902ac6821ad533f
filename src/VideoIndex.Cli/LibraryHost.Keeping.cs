using VideoIndex.Importing;
using VideoIndex.Metadata;
using VideoIndex.Reviews;
using VideoIndex.Search.Language;
using VideoIndex.Sidecars;

namespace VideoIndex.Cli;

/// <content>What people keep of videos and say of them.</content>
internal sealed partial class LibraryHost
{
    /// <summary>Gets what people keep of videos.</summary>
    public IVideoFactStore Facts => _store.Facts;

    /// <summary>Gets what people say of what is claimed.</summary>
    public IReviewStore Reviews => _store.Reviews;

    /// <summary>Gets what was taken in from elsewhere.</summary>
    public IImportStore Imports => _store.Imports;

    /// <summary>Gets what carries all that is known from one library to another.</summary>
    public ISidecarStore Sidecars => _store.Sidecars;

    /// <summary>Returns what a question may name in this library.</summary>
    public Task<QuestionContext> QuestionContextAsync(CancellationToken cancellationToken) => _store.Facts.ContextAsync(cancellationToken);
}
