using VideoIndex.Importing;
using VideoIndex.Metadata;
using VideoIndex.Reviews;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Exporting;

/// <summary>What leaves: moments of videos, chosen by a search, a selection, a brand, or as the shots or the transcript of a video.</summary>
/// <param name="Title">What it is called where a format has a title.</param>
/// <param name="Videos">The videos with moments to export, in order.</param>
public sealed record ExportSheet(string Title, IReadOnlyList<ExportedVideo> Videos)
{
    /// <summary>Gets sentences a person should know about what was chosen.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>One video of a sheet.</summary>
/// <param name="Contents">Everything found in it.</param>
/// <param name="Moments">What leaves of it, by start, then end.</param>
public sealed record ExportedVideo(VideoContents Contents, IReadOnlyList<ExportMoment> Moments)
{
    /// <summary>Gets the video.</summary>
    public Video Video => Contents.Video;

    /// <summary>Gets the name of its file, without folders.</summary>
    public string Name => Video.Path[(Video.Path.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>
    /// Gets what numbers and names its frames in this export: the source's own timecode or a running one, as <see cref="ExportPlan"/> decides; null where
    /// the rate varies and none was chosen, so that no frame can be named.
    /// </summary>
    public TimecodeTrack? Labels { get; init; }

    /// <summary>Gets whether <see cref="Labels"/> count at a rate that was chosen for a video whose own varies: they are those of a copy conformed to it.</summary>
    public bool IsConformed { get; init; }

    /// <summary>Gets the reel's name where one was given; null to make one of the file's name (<see cref="ReelNames"/>).</summary>
    public string? Reel { get; init; }

    /// <summary>Gets the transcripts that were chosen to leave; their utterances are among the moments too. Empty for any other selection.</summary>
    public IReadOnlyList<Transcript> Transcripts { get; init; } = [];

    /// <summary>Gets what people keep of the video.</summary>
    public VideoFacts? Facts { get; init; }

    /// <summary>Gets what people said of it and added.</summary>
    public VideoReviews Reviews { get; init; } = VideoReviews.None;

    /// <summary>Gets what was taken in from other systems.</summary>
    public IReadOnlyList<Import> Imports { get; init; } = [];
}
