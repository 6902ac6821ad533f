using Microsoft.Data.Sqlite;
using VideoIndex.Events;
using VideoIndex.Sqlite.Copies;
using VideoIndex.Sqlite.Events;
using VideoIndex.Sqlite.Jobs;
using VideoIndex.Sqlite.Search;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Catalog;

/// <summary>Carries out one step in a video's life: its rows, its words, its run, and the event that tells of it.</summary>
internal sealed class CatalogChanges(SqliteConnection connection, StoreClock clock)
{
    private readonly RunTable _runs = new(connection, clock);

    /// <summary>Refuses a change that is of two videos.</summary>
    public static void Check(CatalogChange change)
    {
        if (change is CatalogChange.Publish { Video.Contents: var contents }
            && contents.Tags.FirstOrDefault(tag => tag.Video != contents.Video.Id) is { } stray)
        {
            throw new ArgumentException($"The tag '{stray.Label}' is of another video.", nameof(change));
        }
    }

    /// <summary>Carries out a change that was checked.</summary>
    public void Apply(CatalogChange change)
    {
        var (id, changed) = change switch
        {
            CatalogChange.Accept { Video: var video } => (video.Id, Accept(video)),
            CatalogChange.Refuse { Video: var video } => (video.Id, Refuse(video)),
            CatalogChange.Publish { Final: true, Video: var video } => (video.Contents.Video.Id, PublishFinal(video)),
            CatalogChange.Publish { Video: var video } => (video.Contents.Video.Id, PublishFirst(video)),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "There is no such change."),
        };
        if (changed)
        {
            OutboxTable.Add(connection, clock, EventOf.Change(change), id);
        }
    }

    /// <summary>Returns whether a file is offered for a run that is over, or was followed by a later one.</summary>
    public bool IsTooLate(Video offered) => IsTooLate(offered, Find(offered.Id));

    /// <summary>Returns what is known of a video, or null.</summary>
    public Video? Find(VideoId id) => VideoTable.Read(connection, "WHERE id = $id", ("$id", id.ToString())).SingleOrDefault();

    /// <summary>Writes a video's row and makes it findable by its name of today, leaving what was found in it.</summary>
    public void Rename(Video video) => SearchIndex.Update(connection, VideoTable.Write(connection, video));

    // Whoever offers a file looked at what is known of it before, and it may have been a while: a run that has been over
    // since is not begun again, and one that is on its way is not told of twice.
    private bool Accept(Video video)
    {
        var known = Find(video.Id);
        if (IsTooLate(video, known))
        {
            return false;
        }

        _runs.ForgetBefore(video.Id, video.Run);
        if (known is null)
        {
            Replace(video with { State = VideoState.Accepted });
            return true;
        }

        Rename(known with { Path = video.Path, Modified = video.Modified, Added = video.Added, Run = video.Run });
        return known.Run != video.Run;
    }

    private bool IsTooLate(Video offered, Video? known) => known is not null && (known.Run > offered.Run || _runs.IsOver(offered.Id, offered.Run));

    private bool Refuse(Video video)
    {
        Replace(_runs.End(video));
        return true;
    }

    private bool PublishFinal(IndexedVideo video)
    {
        Replace(_runs.End(video.Contents.Video), video);
        return true;
    }

    private bool PublishFirst(IndexedVideo video)
    {
        if (Find(video.Contents.Video.Id) is not { State: VideoState.Accepted })
        {
            return false;
        }

        Replace(video.Contents.Video with { State = VideoState.Accepted }, video);
        return true;
    }

    private void Replace(Video video, IndexedVideo? found = null)
    {
        var ordinal = VideoTable.Write(connection, video);
        var writer = new ContentsWriter(connection, ordinal);
        writer.Clear();
        if (found is not null)
        {
            writer.WriteShots(found.Contents.Shots);
            writer.WriteStructure(found.Contents.Transitions, found.Contents.Scenes);
            writer.WriteMoments(found.Contents.Transcripts, found.Contents.Tags);
        }

        if (found?.Evidence is { } evidence)
        {
            writer.WriteEvidence(evidence);
        }

        if (found?.Prints is { } prints)
        {
            PrintTable.Write(connection, ordinal, prints);
        }

        writer.WriteVectors(found?.Vectors);

        writer.MakeSearchable();
    }
}
