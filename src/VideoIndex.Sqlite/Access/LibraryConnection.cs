using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Search;

namespace VideoIndex.Sqlite.Access;

/// <summary>A connection to a library's file, with what finds its things: that keeps in memory what it read last, once for all connections to the file.</summary>
internal sealed class LibraryConnection(string source, ISpanIndex spans) : SqliteConnection(source)
{
    /// <summary>Gets what finds things.</summary>
    public ISpanIndex Spans => spans;
}
