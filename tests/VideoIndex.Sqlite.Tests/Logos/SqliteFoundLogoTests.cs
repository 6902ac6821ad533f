using VideoIndex.Brands;
using VideoIndex.Logos;
using VideoIndex.Logos.Ends;
using VideoIndex.Testing.Contracts.Logos;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Tests.Logos;

public sealed class SqliteFoundLogoTests : FoundLogoContract, IDisposable
{
    private readonly LibraryFolder _folder = new();
    private readonly SqliteLibrary _library;

    public SqliteFoundLogoTests() => _library = _folder.Open();

    protected override ICatalog Catalog => _library.Catalog;

    protected override IBrandStore Brands => _library.Brands;

    protected override IFoundLogoStore Found => _library.FoundLogos;

    protected override IFoundEndStore Ends => _library.FoundEnds;

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }
}
