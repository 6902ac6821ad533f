using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Library;

/// <summary>Deletes what killed programs left: work folders of runs that are over, and pictures nothing names.</summary>
/// <remarks>
/// A file is written before anything names it, so that a crash in between leaves an orphan and never a hole. Nothing of a
/// video is touched while there is work to do on it.
/// </remarks>
public sealed class LibrarySweep(LibraryFolder library, ICatalog catalog, IJobStore jobs)
{
    /// <summary>Sweeps the whole library.</summary>
    /// <returns>How many files and folders were deleted.</returns>
    public async Task<int> AllAsync(CancellationToken cancellationToken)
    {
        var swept = 0;
        foreach (var video in VideosOnDisk())
        {
            swept += await VideoAsync(video, cancellationToken).ConfigureAwait(false);
        }

        return swept;
    }

    /// <summary>Sweeps what belongs to one video.</summary>
    /// <returns>How many files and folders were deleted.</returns>
    public async Task<int> VideoAsync(VideoId video, CancellationToken cancellationToken)
    {
        // Listed before asking: what a run that begins later writes is not in the list.
        var pictures = library.PicturesOf(video);
        var work = library.WorkFolderOf(video);
        if (pictures is [] && work is null)
        {
            return 0;
        }

        var contents = await catalog.ReadAsync(video, cancellationToken).ConfigureAwait(false);
        var busy = new JobFilter { Video = video, States = [JobState.Ready, JobState.Leased], Most = 1 };
        if (await jobs.ListAsync(busy, cancellationToken).ConfigureAwait(false) is not [] || contents?.Video.State == VideoState.Accepted)
        {
            return 0;
        }

        var named = contents?.Shots.Select(shot => shot.Keyframe).ToHashSet() ?? [];
        var orphans = pictures.Where(picture => !named.Contains(picture)).ToList();
        orphans.ForEach(picture => File.Delete(library.PathOf(picture)));
        if (work is not null)
        {
            LibraryFolder.DeleteFolder(work);
        }

        return orphans.Count + (work is null ? 0 : 1);
    }

    private IEnumerable<VideoId> VideosOnDisk() => library.FoldersNamedAfterVideos()
        .Select(folder => VideoId.TryParse(Path.GetFileName(folder), out var video) ? video : (VideoId?)null)
        .OfType<VideoId>()
        .Distinct();
}
