namespace VideoIndex.Media;

/// <summary>A stretch of a video's pictures that is decoded by itself: the unit of work that fans out.</summary>
/// <remarks>
/// All times are presentation timestamps of frames, in units of the picture track's time base. A segment owns the frames
/// shown from <see cref="From"/> up to, but not including, <see cref="Until"/>, and is decoded a little further, to
/// <see cref="RunsTo"/>: the first frames of the next segment are then known from both sides, which proves the seam.
/// </remarks>
/// <param name="From">The sync frame it starts at; null for the video's first frame.</param>
/// <param name="Until">The sync frame the next one starts at; null where it runs to the end.</param>
/// <param name="RunsTo">Where decoding stops, exclusive; null where it runs to the end.</param>
/// <param name="Frames">How many frames it owns by the container's word; 0 when that is not known.</param>
/// <param name="NextSync">
/// The sync frame that follows <see cref="From"/>, its own or the next segment's: a seek that aims between the two arrives at
/// <see cref="From"/>. Null where there is none, and where nothing is sought.
/// </param>
public sealed record Segment(long? From, long? Until, long? RunsTo, long Frames, long? NextSync = null)
{
    /// <summary>
    /// The fewest frames a segment runs on into the next: as far as any score looks back, and as many again. It runs on at
    /// least past the first look there (see <see cref="PictureGrid"/>), for what a look is compared with lies before the seam.
    /// </summary>
    public const int Overlap = 8;

    /// <summary>The fewest frames a segment may own: twice the least it is run on into. No frame is run on to from two segments.</summary>
    public const int FewestFrames = 2 * Overlap;

    /// <summary>Gets the whole video as one segment.</summary>
    public static Segment Whole { get; } = new(null, null, null, 0);

    /// <summary>Gets whether the segment is the whole video.</summary>
    public bool IsWhole => From is null && Until is null;

    /// <summary>Gets its name among the segments of a video: <c>whole</c>, or its first frame's timestamp in a form that sorts.</summary>
    public string Unit => IsWhole ? "whole" : From is { } from ? string.Create(null, $"{Sortable(from):x16}") : "";

    private static ulong Sortable(long value) => unchecked((ulong)value ^ (1UL << 63));
}

/// <summary>Every coded picture of a video as its container lists them, nothing decoded.</summary>
/// <param name="Timestamps">When each is shown, in units of the track's time base, rising.</param>
/// <param name="SyncFrames">Which of them a decoder can start at, as places in <paramref name="Timestamps"/>, rising.</param>
/// <param name="Bytes">The size of each, in the same order.</param>
public sealed record PictureTimeline(IReadOnlyList<long> Timestamps, IReadOnlyList<int> SyncFrames, IReadOnlyList<int> Bytes);
