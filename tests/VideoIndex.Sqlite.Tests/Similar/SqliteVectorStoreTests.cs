using VideoIndex.Similar;
using VideoIndex.Sqlite.Similar;
using VideoIndex.Testing.Contracts;
using VideoIndex.Testing.Contracts.Similar;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Tests.Similar;

public sealed class SqliteVectorStoreTests : VectorStoreContract, IDisposable
{
    private readonly LibraryFolder _folder = new();
    private readonly SqliteLibrary _library;

    public SqliteVectorStoreTests() => _library = _folder.Open();

    protected override ICatalog Catalog => _library.Catalog;

    protected override IVectorStore Vectors => _library.Vectors;

    [Fact]
    public void Moments_far_out_come_back_exactly()
    {
        MediaTime[] times = [new(new Rational(-1, 48_000)), new(new Rational(long.MaxValue / 2, 3)), A.Time("1001/30000")];
        var moment = new VectorMoment(new MediaSpan(times[0], times[1]), times[2]);

        Assert.Equal(moment, Assert.Single(new VectorMoments(VectorMoments.Pack([moment]), 1)));
    }

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }
}
