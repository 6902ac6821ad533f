using VideoIndex.Similar;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Catalog;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Similar;

/// <summary>The vectors in <c>library.db</c>.</summary>
internal sealed class SqliteVectorStore(Database database) : IVectorStore
{
    public Task<IReadOnlyList<VideoVectors>> ReadVectorsAsync(VectorSource source, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => VectorTable.Read(connection, source), cancellationToken);

    public Task<IReadOnlyList<VideoId>> WithoutVectorsAsync(VectorSource source, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => VectorTable.Without(connection, source), cancellationToken);

    public Task<bool> ReplaceVectorsAsync(VideoVectors vectors, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            if (VideoTable.OrdinalOf(connection, vectors.Video) is not { } ordinal
                || !VectorTable.Moments(connection, ordinal, vectors.Source.Kind).IsSupersetOf(vectors.Moments))
            {
                return false;
            }

            VectorTable.Write(connection, ordinal, vectors);
            return true;
        },
        cancellationToken);
}
