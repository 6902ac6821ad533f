using VideoIndex.Tags;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Importing;

/// <summary>What another system, or a file somebody wrote, says of a video in the library. It stays when the video is analysed anew.</summary>
/// <param name="Id">Names it: made of the video, the format, and the bytes that were read, so that taking a file in twice keeps it once.</param>
/// <param name="Video">The video.</param>
/// <param name="Name">The name of the file it came in.</param>
/// <param name="Format">Its format: <c>srt</c>, <c>edl</c>, <c>azure-insights</c>.</param>
/// <param name="Made">When it was taken in, in UTC.</param>
/// <param name="Tags">Its tags, on the video's own timeline.</param>
/// <param name="Transcripts">Its transcripts, on the video's own timeline.</param>
public sealed record Import(
    string Id, VideoId Video, string Name, string Format, DateTimeOffset Made, IReadOnlyList<Tag> Tags, IReadOnlyList<Transcript> Transcripts)
{
    /// <summary>Gets what was left out and why, a sentence each.</summary>
    public IReadOnlyList<string> Complaints { get; init; } = [];

    /// <summary>Gets what its format says and tags and transcripts cannot hold, as JSON, to leave again as it came; null where there is nothing.</summary>
    public string? Verbatim { get; init; }
}

/// <summary>Keeps what was taken in from elsewhere, for as long as its video is in the library.</summary>
public interface IImportStore
{
    /// <summary>Returns what was taken in for a video, the oldest first.</summary>
    Task<IReadOnlyList<Import>> ListAsync(VideoId video, CancellationToken cancellationToken);

    /// <summary>Keeps one, search included, in the place of one with the same id.</summary>
    /// <returns>Whether there is such a video; nothing is kept where there is none.</returns>
    Task<bool> KeepAsync(Import import, CancellationToken cancellationToken);

    /// <summary>Forgets one, search included.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveAsync(VideoId video, string id, CancellationToken cancellationToken);
}
