namespace VideoIndex.Videos;

/// <summary>A step in the life of a video in the catalogue.</summary>
public abstract record CatalogChange
{
    private CatalogChange()
    {
    }

    /// <summary>
    /// A file was offered. The video is known from now on as <see cref="VideoState.Accepted"/>. One that was finished before
    /// keeps its state and everything found, to be searched until something better takes its place; only its path, dates
    /// and run change. Jobs and findings of its earlier runs are forgotten. Offered again while its run is on its way, there is
    /// no second event; offered for a run that is over, or was followed by another, nothing changes and nothing is ordered.
    /// </summary>
    public sealed record Accept(Video Video) : CatalogChange;

    /// <summary>The file cannot be read: the video is rejected or quarantined, without contents. Its run is over.</summary>
    public sealed record Refuse(Video Video) : CatalogChange;

    /// <summary>
    /// Something was found. What is final replaces everything, and the run is over: its jobs and findings are forgotten (but
    /// for one with a dead job, which may still be retried), and what they took is added up as the video's meter. What is not final is put in only while the video is
    /// <see cref="VideoState.Accepted"/>, and leaves it so: a moment that was finished is never replaced by a coarser one.
    /// </summary>
    public sealed record Publish(IndexedVideo Video, bool Final) : CatalogChange;
}
