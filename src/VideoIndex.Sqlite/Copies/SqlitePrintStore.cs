using VideoIndex.Copies;
using VideoIndex.Sqlite.Access;

namespace VideoIndex.Sqlite.Copies;

/// <summary>The prints in <c>library.db</c>.</summary>
internal sealed class SqlitePrintStore(Database database) : IPrintStore
{
    public Task<IReadOnlyList<VideoPrints>> ReadPrintsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(PrintTable.Read, cancellationToken);
}
