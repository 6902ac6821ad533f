using VideoIndex.Sidecars;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Alerts;
using VideoIndex.Sqlite.Brands;
using VideoIndex.Sqlite.Metadata;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Sqlite.Vocabularies;
using VideoIndex.Videos;
using VideoIndex.Vocabularies;

namespace VideoIndex.Sqlite.Sidecars;

/// <summary>Gives and takes what <c>library.db</c> knows: every method is one transaction.</summary>
internal sealed class SqliteSidecarStore(Database database, StoreClock clock) : ISidecarStore
{
    public Task<VideoSidecar?> ReadAsync(VideoId video, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new SidecarReader(connection).Read(video), cancellationToken);

    public Task<LibrarySidecar> ReadLibraryAsync(CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            var (facts, brands) = (new FactReader(connection), new BrandReader(connection));
            return new LibrarySidecar
            {
                Fields = facts.Fields(),
                FieldChanges = facts.History(null),
                Vocabulary = Vocabulary.Of(SqliteVocabularyStore.Statements(connection)).Statements,
                VocabularyChanges = SqliteVocabularyStore.History(connection),
                Brands = [.. brands.All().OrderBy(brand => brand.Id.Number).Select(brand => new BrandKept(brand, brands.History(brand.Id)))],
                BrandGroups = [.. brands.Groups().Select(group => group.Name)],
                Alerts = SqliteAlertStore.All(connection),
            };
        },
        cancellationToken);

    public Task<IReadOnlyList<string>> RestoreAsync(VideoSidecar sidecar, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => new VideoRestore(connection, clock).Restore(sidecar), cancellationToken);

    public Task<IReadOnlyList<string>> RestoreLibraryAsync(LibrarySidecar sidecar, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => new LibraryRestore(connection).Restore(sidecar), cancellationToken);
}
