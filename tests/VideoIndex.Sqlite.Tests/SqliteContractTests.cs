using VideoIndex.Alerts;
using VideoIndex.Copies;
using VideoIndex.Events;
using VideoIndex.Jobs;
using VideoIndex.Search;
using VideoIndex.Testing.Contracts;
using VideoIndex.Testing.Contracts.Copies;
using VideoIndex.Testing.Contracts.Jobs;
using VideoIndex.Testing.Contracts.Keeping;
using VideoIndex.Testing.Contracts.Searching;
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

public sealed class SqliteJobStoreTests : JobStoreContract, IDisposable
{
    private readonly LibraryFolder _folder = new();
    private readonly SqliteLibrary _library;

    public SqliteJobStoreTests() => _library = _folder.Open(new LibrarySettings { Clock = Clock });

    protected override IJobStore Jobs => _library.Jobs;

    protected override ICatalog Catalog => _library.Catalog;

    protected override IOutbox Outbox => _library.Outbox;

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteOutboxTests : OutboxContract, IDisposable
{
    private readonly LibraryFolder _folder = new();
    private readonly SqliteLibrary _library;

    public SqliteOutboxTests() => _library = _folder.Open(new LibrarySettings { Clock = Clock });

    protected override ICatalog Catalog => _library.Catalog;

    protected override IOutbox Outbox => _library.Outbox;

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqlitePrintStoreTests : PrintStoreContract, IDisposable
{
    private readonly LibraryFolder _folder = new();
    private readonly SqliteLibrary _library;

    public SqlitePrintStoreTests() => _library = _folder.Open();

    protected override ICatalog Catalog => _library.Catalog;

    protected override IPrintStore Prints => _library.Prints;

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteAlertStoreTests : AlertStoreContract, IDisposable
{
    private readonly LibraryFolder _folder = new();
    private readonly SqliteLibrary _library;

    public SqliteAlertStoreTests() => _library = _folder.Open();

    protected override ICatalog Catalog => _library.Catalog;

    protected override IOutbox Outbox => _library.Outbox;

    protected override IAlertStore Alerts => _library.Alerts;

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }
}
