using VideoIndex.Copies;
using VideoIndex.Events;
using VideoIndex.Jobs;
using VideoIndex.Testing.Contracts;
using VideoIndex.Testing.Contracts.Copies;
using VideoIndex.Testing.Contracts.Jobs;
using VideoIndex.Testing.Memory;
using VideoIndex.Videos;

namespace VideoIndex.Tests.Jobs;

public sealed class MemoryJobStoreTests : JobStoreContract
{
    private readonly MemoryStore _store;

    public MemoryJobStoreTests() => _store = new MemoryStore(Clock);

    protected override IJobStore Jobs => _store;

    protected override ICatalog Catalog => _store;

    protected override IOutbox Outbox => _store;
}

public sealed class MemoryCatalogTests : CatalogContract
{
    protected override ICatalog Catalog { get; } = new MemoryStore(new FakeTimeProvider());
}

public sealed class MemoryOutboxTests : OutboxContract
{
    private readonly MemoryStore _store;

    public MemoryOutboxTests() => _store = new MemoryStore(Clock);

    protected override ICatalog Catalog => _store;

    protected override IOutbox Outbox => _store;
}

public sealed class MemoryPrintStoreTests : PrintStoreContract
{
    private readonly MemoryStore _store = new(new FakeTimeProvider());

    protected override ICatalog Catalog => _store;

    protected override IPrintStore Prints => _store;
}
