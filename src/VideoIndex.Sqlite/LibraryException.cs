using VideoIndex.Jobs;

namespace VideoIndex.Sqlite;

/// <summary>The library cannot be opened or used as it is.</summary>
/// <param name="code">
/// A stable machine-readable code: <c>library-newer</c>, <c>library-damaged</c>, <c>not-a-library</c>,
/// <c>library-not-opened</c>, <c>removal-unfinished</c>, <c>library-full</c>, <c>library-busy</c>.
/// </param>
/// <param name="sentence">One plain sentence for people.</param>
/// <param name="cause">What SQLite said, if it did.</param>
public sealed class LibraryException(string code, string sentence, Exception? cause = null) : StoreException(code, sentence, cause)
{
    /// <inheritdoc/>
    public override FailureKind Kind => Code is "library-full" or "library-busy" ? FailureKind.Transient : FailureKind.Permanent;
}
