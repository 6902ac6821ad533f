using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Videos;

/// <summary>Where a file stands. Every file that is offered ends in one of the last four.</summary>
public enum VideoState
{
    /// <summary>Known, not yet finished: indexing goes on with it on the next run.</summary>
    Accepted = 0,

    /// <summary>Read whole.</summary>
    Ok = 1,

    /// <summary>Read in part; the coverage says how much.</summary>
    Degraded = 2,

    /// <summary>Not read: damaged, or of a kind that is not allowed. A retry gives the same answer.</summary>
    Rejected = 3,

    /// <summary>Kept apart: it hung or crashed a decoder, or broke a limit.</summary>
    Quarantined = 4,
}

/// <summary>One file in the library.</summary>
public sealed record Video
{
    /// <summary>Gets the id, made from the content.</summary>
    public required VideoId Id { get; init; }

    /// <summary>Gets the absolute path it was last indexed from.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Gets when the file was last changed, as the file system says, in UTC.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Gets when it was first offered, in UTC.</summary>
    public required DateTimeOffset Added { get; init; }

    /// <summary>Gets where it stands.</summary>
    public VideoState State { get; init; }

    /// <summary>Gets the machine-readable reason for a state other than ok, such as <c>unreadable</c>; null when ok.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the reason as one sentence; null when ok.</summary>
    public string? Sentence { get; init; }

    /// <summary>Gets what the container says; null when it could not be probed.</summary>
    public MediaProbe? Probe { get; init; }

    /// <summary>Gets the video's own stretch: from the first frame (or sound) to the end of the last; empty when nothing was decoded.</summary>
    public MediaSpan Extent { get; init; }

    /// <summary>Gets how much of the declared length was decoded, from 0 to 1, as an exact fraction; null when not measurable.</summary>
    public Rational? Coverage { get; init; }

    /// <summary>Gets how many frames were decoded.</summary>
    public long Frames { get; init; }

    /// <summary>Gets the constant frame rate the frames were found to keep; null for a variable rate or no pictures.</summary>
    public FrameRate? Rate { get; init; }

    /// <summary>Gets the labels of the frames; null for a variable rate or no pictures.</summary>
    public TimecodeTrack? Timecodes { get; init; }

    /// <summary>Gets whether <see cref="Timecodes"/> are those the file carries; else they are counted from zero, or there are none.</summary>
    public bool HasOwnTimecode =>
        Timecodes is { } labels && FirstLabel.Of(Probe?.StartTimecode, Probe?.StartTimecodeRate, labels.First.Rate, labels.FirstFrame) is { IsOfFile: true } own && own.Track == labels;

    /// <summary>Gets which analysis of the video is the latest, from 1; it rises when the video is indexed again.</summary>
    public int Run { get; init; } = 1;

    /// <summary>Gets what indexing cost; null until finished.</summary>
    public Meter? Meter { get; init; }

    /// <summary>Gets sentences about what was passed over on the way (a caption track that could not be read, say).</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>What indexing one video cost.</summary>
/// <param name="WallMilliseconds">Elapsed time by the clock, from the first job's start to the last one's end. Other videos may have been worked on in that time.</param>
/// <param name="Decodes">How many times the pictures were decoded from start to end.</param>
/// <param name="Stages">What each stage took, in the order they first started.</param>
public sealed record Meter(long WallMilliseconds, int Decodes, IReadOnlyList<StageCost> Stages);

/// <summary>What one stage took.</summary>
/// <param name="Stage">The stage: <c>analyze-frames</c>.</param>
/// <param name="Jobs">How many jobs it did.</param>
/// <param name="Cost">What they took together; side by side, they may have taken longer than the clock went on.</param>
public sealed record StageCost(string Stage, int Jobs, Jobs.JobCost Cost);
