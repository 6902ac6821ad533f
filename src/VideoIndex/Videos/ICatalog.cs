using VideoIndex.Copies;
using VideoIndex.Scenes;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;
using VideoIndex.Similar;
using VideoIndex.Tags;
using VideoIndex.Transcripts;

namespace VideoIndex.Videos;

/// <summary>Where everything known of the videos is kept. What is saved is durable when the task completes.</summary>
public interface ICatalog
{
    /// <summary>Returns a video, or null.</summary>
    Task<Video?> FindAsync(VideoId id, CancellationToken cancellationToken);

    /// <summary>Returns the videos a person may mean: by whole id, by a prefix of at least 4 hex digits, or by absolute path.</summary>
    Task<IReadOnlyList<Video>> ResolveAsync(string reference, CancellationToken cancellationToken);

    /// <summary>Returns all videos, by path.</summary>
    Task<IReadOnlyList<Video>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Carries out one step in a video's life, in one transaction, search included.</summary>
    Task ApplyAsync(CatalogChange change, CancellationToken cancellationToken);

    /// <summary>Notes that a video's file has another path now. Nothing happens when there is no such video.</summary>
    Task MoveAsync(VideoId id, string path, CancellationToken cancellationToken);

    /// <summary>Returns everything found in a video but the frame evidence; null when there is no such video.</summary>
    Task<VideoContents?> ReadAsync(VideoId id, CancellationToken cancellationToken);

    /// <summary>Returns the frame evidence of a video; null when it has none.</summary>
    Task<FrameEvidence?> ReadEvidenceAsync(VideoId id, CancellationToken cancellationToken);

    /// <summary>Replaces the shots of a video, and what hangs on them, after a new decision on its stored evidence, search included.</summary>
    Task ReplaceStructureAsync(VideoId id, VideoStructure decided, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the logos found in a video: its tags of kind <see cref="Tags.TagKinds.Logo"/>, search included. Nothing happens, and nothing is told, when
    /// they are the same as before, or there is no such video.
    /// </summary>
    Task ReplaceLogosAsync(VideoId id, IReadOnlyList<Tag> logos, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps what was heard in one sound of a video, search included, in the place of what the same author heard there before
    /// (<see cref="Transcript.Replaces"/>); what others say stays. Nothing happens when there is no such video.
    /// </summary>
    Task ReplaceTranscriptAsync(VideoId id, Transcript heard, CancellationToken cancellationToken);

    /// <summary>Removes a video and every trace of it from the store. Returns false when there is no such video.</summary>
    Task<bool> RemoveAsync(VideoId id, CancellationToken cancellationToken);
}

/// <summary>What was found in a video.</summary>
public sealed record VideoContents(
    Video Video, IReadOnlyList<ShotRecord> Shots, IReadOnlyList<Transcript> Transcripts, IReadOnlyList<Tag> Tags)
{
    /// <summary>Gets how each shot gives way to the next, in order of time.</summary>
    public IReadOnlyList<Transition> Transitions { get; init; } = [];

    /// <summary>Gets the scenes, which touch and cover the video; none where there are no shots.</summary>
    public IReadOnlyList<Scene> Scenes { get; init; } = [];
}

/// <summary>All that is decided of a video from its stored evidence, and decided anew when a threshold is changed.</summary>
/// <param name="Shots">The shots.</param>
/// <param name="Transitions">How each gives way to the next.</param>
/// <param name="Scenes">The scenes.</param>
/// <param name="Facts">What is said of the shots and of the whole picture, and what is seen in them: tags of the kinds in <see cref="FactKinds"/>.</param>
public sealed record VideoStructure(
    IReadOnlyList<ShotRecord> Shots, IReadOnlyList<Transition> Transitions, IReadOnlyList<Scene> Scenes, IReadOnlyList<Tag> Facts)
{
    /// <summary>Gets the kinds of tags that are replaced with the structure.</summary>
    public static IReadOnlyList<string> FactKinds { get; } =
        [TagKinds.Colour, TagKinds.Motion, TagKinds.Picture, TagKinds.Replay, TagKinds.Objects, TagKinds.Faces];

    /// <summary>Gets what the shots are known by; null where it was not made. Other vectors of the pictures are taken out: they were of other shots.</summary>
    public VideoVectors? Vectors { get; init; }
}

/// <summary>A finished video on its way into the catalogue.</summary>
public sealed record IndexedVideo(VideoContents Contents, FrameEvidence? Evidence)
{
    /// <summary>Gets what it is recognised by in other videos; null for nothing.</summary>
    public VideoPrints? Prints { get; init; }

    /// <summary>Gets what its shots are known by; null where it was not made.</summary>
    public VideoVectors? Vectors { get; init; }
}

/// <summary>A shot and the frame that stands for it.</summary>
/// <param name="Shot">The shot.</param>
/// <param name="KeyframeTime">When the keyframe is shown, inside the shot.</param>
/// <param name="Keyframe">The keyframe's picture, as a path inside the library's folder with forward slashes; null when there is none.</param>
public sealed record ShotRecord(Shot Shot, Timing.MediaTime KeyframeTime, string? Keyframe);
