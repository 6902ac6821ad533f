namespace VideoIndex.Copies;

/// <summary>Where the prints of all videos are kept. They are saved with a video's contents, in one transaction, and go with it.</summary>
public interface IPrintStore
{
    /// <summary>Returns the prints of every video that has any, by its id. Prints of pictures of another version than today's are left out.</summary>
    Task<IReadOnlyList<VideoPrints>> ReadPrintsAsync(CancellationToken cancellationToken);
}
