using VideoIndex.Logos.Appearances;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Logos.Ends;

/// <summary>Puts ends that were found in the place of those known between two looks. Pure.</summary>
public static class ExactEnds
{
    /// <summary>Returns an appearance with ends that are exact where they were found, and as they were where not.</summary>
    /// <param name="appearance">The appearance.</param>
    /// <param name="start">The first frame that shows it; null where it was not found.</param>
    /// <param name="end">The last frame that shows it; null where it was not found.</param>
    /// <param name="frames">The video's frames.</param>
    public static LogoAppearance Of(LogoAppearance appearance, FoundEnd? start, FoundEnd? end, FrameEvidence frames)
    {
        ArgumentNullException.ThrowIfNull(appearance);
        ArgumentNullException.ThrowIfNull(frames);
        var from = start is null ? appearance.Start : At(frames.TimeOf(start.Frame));
        var to = end is null ? appearance.End : At(end.Frame + 1 < frames.Count ? frames.TimeOf(end.Frame + 1) : frames.End);
        return appearance with
        {
            Span = new MediaSpan(start is null ? appearance.Span.Start : from.Start, end is null ? appearance.Span.End : to.Start),
            Start = from,
            End = to,
        };
    }

    private static MediaSpan At(MediaTime time) => new(time, time);
}
