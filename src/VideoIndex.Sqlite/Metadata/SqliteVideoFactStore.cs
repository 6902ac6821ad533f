using VideoIndex.Brands;
using VideoIndex.Metadata;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Catalog;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Metadata;

/// <summary>Fields, their values and collections in <c>library.db</c>: every method is one transaction.</summary>
internal sealed class SqliteVideoFactStore(Database database, StoreClock clock) : IVideoFactStore
{
    public Task<IReadOnlyList<FieldUse>> FieldsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new FactReader(connection).Uses(), cancellationToken);

    public Task<IReadOnlyList<CollectionUse>> CollectionsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new FactReader(connection).Collections(), cancellationToken);

    public Task<QuestionContext> ContextAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new FactReader(connection).Context(), cancellationToken);

    public Task<VideoFacts?> ReadAsync(VideoId video, CancellationToken cancellationToken) => database.ReadAsync(
        connection => VideoTable.OrdinalOf(connection, video) is { } ordinal ? new FactReader(connection).Of(ordinal) : null, cancellationToken);

    public Task<IReadOnlyList<VideoFacts>> ReadAllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new FactReader(connection).All(), cancellationToken);

    public Task<IReadOnlyList<PastChange>> ReadHistoryAsync(VideoId? video, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<PastChange>>(
        connection => video is not { } id ? new FactReader(connection).History(null)
            : VideoTable.OrdinalOf(connection, id) is { } ordinal ? new FactReader(connection).History(ordinal) : [],
        cancellationToken);

    public Task ChangeAsync(IReadOnlyList<FactChange> changes, string by, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            new FactWriter(connection, clock, by).Change(changes);
            return true;
        },
        cancellationToken);
}
