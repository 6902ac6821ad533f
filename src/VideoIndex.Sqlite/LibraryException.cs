using VideoIndex.Jobs;

namespace VideoIndex.Sqlite;

/// <summary>The library cannot be opened or used as it is.</summary>
/// <param name="code">
/// A stable machine-readable code: <c>library-newer</c>, <c>library-damaged</c>, <c>not-a-library</c>,
/// <c>library-not-opened</c>, <c>removal-unfinished</c>, <c>library-full</c>, <c>library-busy</c>, <c>library-disk-error</c>.
/// </param>
/// <param name="sentence">One plain sentence for people.</param>
/// <param name="cause">What SQLite said, if it did.</param>
public sealed class LibraryException(string code, string sentence, Exception? cause = null) : StoreException(code, sentence, cause)
{
    /// <summary>Gets whether trying again may help: it may where the disk was full or failed, or another program was writing.</summary>
    public override FailureKind Kind => Code is "library-full" or "library-busy" or "library-disk-error" ? FailureKind.Transient : FailureKind.Permanent;
}
