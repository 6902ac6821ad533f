using Microsoft.Data.Sqlite;
using VideoIndex.Events;
using VideoIndex.Importing;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Catalog;
using VideoIndex.Sqlite.Events;
using VideoIndex.Sqlite.Search;
using VideoIndex.Sqlite.Similar;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Importing;

/// <summary>What was taken in, in <c>library.db</c>: every change is one transaction, search and event included.</summary>
internal sealed class SqliteImportStore(Database database, StoreClock clock) : IImportStore
{
    public Task<IReadOnlyList<Import>> ListAsync(VideoId video, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Import>>(
        connection => VideoTable.OrdinalOf(connection, video) is { } ordinal ? ImportTable.Read(connection, ordinal, video) : [], cancellationToken);

    public Task<bool> KeepAsync(Import import, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(import);
        if (import.Tags.FirstOrDefault(tag => tag.Video != import.Video) is { } stray)
        {
            throw new ArgumentException($"The tag '{stray.Label}' is of another video.", nameof(import));
        }

        return database.WriteAsync(
            connection =>
            {
                if (VideoTable.OrdinalOf(connection, import.Video) is not { } ordinal)
                {
                    return false;
                }

                return Change(connection, (import.Video, ordinal), () => ImportTable.Write(connection, ordinal, import));
            },
            cancellationToken);
    }

    public async Task<bool> RemoveAsync(VideoId video, string id, CancellationToken cancellationToken)
    {
        var removed = await database.WriteAsync(connection => Remove(connection, video, id), cancellationToken).ConfigureAwait(false);
        await Sweeping.FinishAsync(database, "What was taken in is removed", cancellationToken).ConfigureAwait(false);
        return removed;
    }

    private bool Remove(SqliteConnection connection, VideoId video, string id)
    {
        if (VideoTable.OrdinalOf(connection, video) is not { } ordinal
            || !ImportTable.Has(connection, ordinal, id))
        {
            return false;
        }

        Change(connection, (video, ordinal), () => ImportTable.Delete(connection, ordinal, id));
        SearchIndex.Of(connection).Purge(connection);
        Sweeping.IsDue(connection);
        return true;
    }

    // What was found is written anew as it is, and what is taken in is put beside it on the way.
    private bool Change(SqliteConnection connection, (VideoId Id, long Ordinal) video, Action change)
    {
        var reader = new ContentsReader(connection, video.Id, video.Ordinal);
        var (transcripts, tags) = (reader.ReadTranscripts(), reader.ReadTags()); // before the change: which is of which import is known by its row
        change();
        new ContentsWriter(connection, video.Ordinal).ReplaceMoments(transcripts, tags);
        VectorTable.ForgetText(connection, video.Ordinal);
        var told = VideoTable.Read(connection, "WHERE ordinal = $ordinal", ("$ordinal", video.Ordinal)).Single();
        OutboxTable.Add(connection, clock, EventOf.OfVideo(EventTypes.Imported, told), video.Id);
        return true;
    }
}
