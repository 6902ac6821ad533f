using VideoIndex.Brands;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Brands;

/// <summary>The brands in <c>library.db</c>: every method is one transaction.</summary>
internal sealed class SqliteBrandStore(Database database, StoreClock clock) : IBrandStore
{
    public Task<IReadOnlyList<Brand>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new BrandReader(connection).All(), cancellationToken);

    public Task<Brand?> FindAsync(string nameOrNumber, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new BrandReader(connection).Find(nameOrNumber), cancellationToken);

    public Task<IReadOnlyList<BrandGroup>> ListGroupsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new BrandReader(connection).Groups(), cancellationToken);

    public Task<IReadOnlyList<PastChange>> ReadHistoryAsync(BrandId brand, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new BrandReader(connection).History(brand), cancellationToken);

    public Task<Brand> AddAsync(string name, IReadOnlyList<BrandChange> changes, string by, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                var writer = new BrandWriter(connection, new Stamp(clock.Today, by));
                return writer.Change(writer.Add(BrandName.Read("brand", name)), changes);
            },
            cancellationToken);

    public Task<Brand> ChangeAsync(BrandId brand, IReadOnlyList<BrandChange> changes, string by, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => new BrandWriter(connection, new Stamp(clock.Today, by)).Change(brand, changes),
            cancellationToken);
}
