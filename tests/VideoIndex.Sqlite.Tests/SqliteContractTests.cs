using VideoIndex.Search;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Tests;

public sealed class SqliteCatalogTests : CatalogContract, IDisposable
{
    private readonly LibraryFolder _folder = new();
    private readonly SqliteLibrary _library;

    public SqliteCatalogTests() => _library = _folder.Open();

    protected override ICatalog Catalog => _library.Catalog;

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteMomentIndexTests : MomentIndexContract, IDisposable
{
    private readonly LibraryFolder _folder = new();
    private readonly SqliteLibrary _library;

    public SqliteMomentIndexTests() => _library = _folder.Open();

    protected override ICatalog Catalog => _library.Catalog;

    protected override IMomentIndex Moments => _library.Moments;

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }
}
