using VideoIndex.Brands;
using VideoIndex.Testing.Contracts.Brands;
using VideoIndex.Testing.Memory;

namespace VideoIndex.Tests.Brands;

public sealed class MemoryBrandStoreTests : BrandStoreContract
{
    private readonly MemoryBrandStore _store;

    public MemoryBrandStoreTests() => _store = new MemoryBrandStore(Clock);

    protected override IBrandStore Brands => _store;
}
