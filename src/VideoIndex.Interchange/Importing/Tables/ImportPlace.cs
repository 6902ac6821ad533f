using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Importing.Tables;

/// <summary>Puts what a file says on a video's own timeline: moved by the offset, and no farther than the video goes.</summary>
/// <param name="order">What the file is read for.</param>
internal sealed class ImportPlace(ImportOrder order)
{
    /// <summary>Gets where the video ends; null where nobody knows.</summary>
    public MediaTime? End { get; } = order.Video.Extent.Duration == default ? null : order.Video.Extent.End;

    private MediaTime Start { get; } = order.Video.Extent.Start < default(MediaTime) ? order.Video.Extent.Start : default;

    /// <summary>Returns where a stretch lies.</summary>
    /// <param name="start">Its start, as the file has it.</param>
    /// <param name="end">Its end, as the file has it, not before the start.</param>
    public PlacedSpan Of(MediaTime start, MediaTime end)
    {
        var offset = new MediaDuration(order.Offset);
        var (from, until) = (start + offset, end + offset);
        if (until < Start || (until == Start && from < until) || from >= End)
        {
            return new PlacedSpan(null, from, IsCut: false);
        }

        var (first, last) = (from < Start ? Start : from, until > End ? End.Value : until);
        return new PlacedSpan(new MediaSpan(first, last), from, first != from || last != until);
    }

    /// <summary>Returns how long a moment is that has a time and no length: a frame, or a twenty-fifth of a second where the rate varies.</summary>
    public static MediaDuration Shortest(Video video) => (video.Rate ?? FrameRate.Pal).FrameDuration;
}

/// <summary>Where a stretch lies.</summary>
/// <param name="Span">The stretch; null where it lies outside the video.</param>
/// <param name="From">Where it would begin.</param>
/// <param name="IsCut">Whether a part of it lay outside.</param>
internal readonly record struct PlacedSpan(MediaSpan? Span, MediaTime From, bool IsCut);
