using Microsoft.Data.Sqlite;
using VideoIndex.Events;
using VideoIndex.Shots;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Events;
using VideoIndex.Sqlite.Jobs;
using VideoIndex.Sqlite.Metadata;
using VideoIndex.Sqlite.Search;
using VideoIndex.Sqlite.Similar;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Tags;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Catalog;

/// <summary>The catalogue in <c>library.db</c>.</summary>
internal sealed class SqliteCatalog(Database database, StoreClock clock) : ICatalog
{
    private const int ShortestPrefix = 4;

    public Task<Video?> FindAsync(VideoId id, CancellationToken cancellationToken) => database.ReadAsync(
        connection => VideoTable.Read(connection, "WHERE id = $id", ("$id", id.ToString())).SingleOrDefault(),
        cancellationToken);

    public Task<IReadOnlyList<Video>> ResolveAsync(string reference, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Video>>(connection => Resolve(connection, reference), cancellationToken);

    public Task<IReadOnlyList<Video>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Video>>(connection => VideoTable.Read(connection, "ORDER BY path, id"), cancellationToken);

    public Task ApplyAsync(CatalogChange change, CancellationToken cancellationToken)
    {
        CatalogChanges.Check(change);
        return database.WriteAsync(
            connection =>
            {
                new CatalogChanges(connection, clock).Apply(change);
                return true;
            },
            cancellationToken);
    }

    public Task MoveAsync(VideoId id, string path, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            var changes = new CatalogChanges(connection, clock);
            if (changes.Find(id) is not { } found)
            {
                return false;
            }

            var moved = found with { Path = path };
            changes.Rename(moved);
            OutboxTable.Add(connection, clock, EventOf.OfVideo(EventTypes.Moved, moved), id);
            return true;
        },
        cancellationToken);

    public Task<VideoContents?> ReadAsync(VideoId id, CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            if (VideoTable.OrdinalOf(connection, id) is not { } ordinal)
            {
                return null;
            }

            var video = VideoTable.Read(connection, "WHERE ordinal = $ordinal", ("$ordinal", ordinal)).Single();
            var reader = new ContentsReader(connection, id, ordinal);
            return new VideoContents(video, reader.ReadShots(), reader.ReadTranscripts(), reader.ReadTags())
            {
                Transitions = reader.ReadTransitions(),
                Scenes = reader.ReadScenes(),
            };
        },
        cancellationToken);

    public Task<FrameEvidence?> ReadEvidenceAsync(VideoId id, CancellationToken cancellationToken) => database.ReadAsync(
        connection => VideoTable.OrdinalOf(connection, id) is { } ordinal
            ? new ContentsReader(connection, id, ordinal).ReadEvidence()
            : null,
        cancellationToken);

    // A video removed in the meantime keeps no shots.
    public Task ReplaceStructureAsync(VideoId id, VideoStructure decided, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                if (new CatalogChanges(connection, clock).Find(id) is not { } video || VideoTable.OrdinalOf(connection, id) is not { } ordinal)
                {
                    return false;
                }

                var known = new ContentsReader(connection, id, ordinal);
                new ContentsWriter(connection, ordinal).ReplaceStructure(decided, known.ReadTranscripts(), known.ReadTags());
                OutboxTable.Add(connection, clock, EventOf.OfVideo(EventTypes.Retuned, video), id);
                return true;
            },
            cancellationToken);

    public Task ReplaceLogosAsync(VideoId id, IReadOnlyList<Tag> logos, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                if (new CatalogChanges(connection, clock).Find(id) is not { } video || VideoTable.OrdinalOf(connection, id) is not { } ordinal)
                {
                    return false;
                }

                var known = new ContentsReader(connection, id, ordinal);
                var tags = known.ReadTags();
                var before = tags.Where(tag => tag.Kind == TagKinds.Logo && tag.Import is null);
                if (before.ToHashSet().SetEquals(logos))
                {
                    return false;
                }

                new ContentsWriter(connection, ordinal).ReplaceMoments(known.ReadTranscripts(), [.. tags.Where(tag => tag.Kind != TagKinds.Logo), .. logos]);
                OutboxTable.Add(connection, clock, EventOf.OfVideo(EventTypes.LogosFound, video), id);
                return true;
            },
            cancellationToken);

    public Task ReplaceTranscriptAsync(VideoId id, Transcript heard, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            if (new CatalogChanges(connection, clock).Find(id) is not { } video || VideoTable.OrdinalOf(connection, id) is not { } ordinal)
            {
                return false;
            }

            var known = new ContentsReader(connection, id, ordinal);
            new ContentsWriter(connection, ordinal).ReplaceMoments([.. known.ReadTranscripts().Where(one => !heard.Replaces(one)), heard], known.ReadTags());
            VectorTable.ForgetText(connection, ordinal);
            OutboxTable.Add(connection, clock, EventOf.OfVideo(EventTypes.Heard, video), id);
            return true;
        },
        cancellationToken);

    public async Task<bool> RemoveAsync(VideoId id, CancellationToken cancellationToken)
    {
        var removed = await database.WriteAsync(connection => Remove(connection, id), cancellationToken).ConfigureAwait(false);
        await Sweeping.FinishAsync(database, "The video is removed", cancellationToken).ConfigureAwait(false);
        return removed;
    }

    private bool Remove(SqliteConnection connection, VideoId id)
    {
        if (VideoTable.OrdinalOf(connection, id) is not { } ordinal)
        {
            return false;
        }

        SearchIndex.Remove(connection, ordinal);
        new ContentsWriter(connection, ordinal).Clear();
        connection.Run("DELETE FROM video WHERE ordinal = $ordinal", ("$ordinal", ordinal)); // what people kept and said of it goes with it
        FactWriter.DropEmpty(connection);
        new RunTable(connection, clock).ForgetAll(id);
        OutboxTable.Forget(connection, id);
        OutboxTable.Add(connection, clock, EventOf.Removed(id), id);
        Sweeping.IsDue(connection);
        return true;
    }

    private static List<Video> Resolve(SqliteConnection connection, string reference)
    {
        if (reference.Length is >= ShortestPrefix and <= 32 && reference.All(char.IsAsciiHexDigit))
        {
            var prefix = reference.ToLowerInvariant();
            return VideoTable.Read(
                connection,
                "WHERE id >= $prefix AND id < $prefix || 'g' ORDER BY path, id", // 'g' sorts right after the hex digits
                ("$prefix", prefix));
        }

        return VideoTable.Read(
            connection,
            "WHERE path = $path ORDER BY modified DESC, added DESC, ordinal DESC",
            ("$path", reference));
    }
}
