using VideoIndex.Media;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Clips;

/// <summary>Which frames an exact clip holds.</summary>
/// <param name="First">The first.</param>
/// <param name="Until">The one after the last.</param>
/// <param name="Span">From the start of the first to the end of the last, on the video's own timeline.</param>
internal sealed record ClipFrames(int First, int Until, MediaSpan Span)
{
    /// <summary>Gets how many there are.</summary>
    public int Count => Until - First;

    /// <summary>Returns the frames on screen in the span that was asked for.</summary>
    public static ClipFrames Of(ClipOrder order)
    {
        var first = order.Evidence.FrameAt(order.Span.Start);
        var until = Math.Max(first + 1, Before(order));
        return new ClipFrames(first, until, Whole(order.Evidence, first, until));
    }

    /// <summary>Returns when each of them is shown, in units of the track's time base from the first on.</summary>
    public IReadOnlyList<long> Timestamps(ClipOrder order) =>
        [.. Enumerable.Range(First, Count).Select(frame => order.Evidence.Timestamps[frame] - order.Evidence.Timestamps[First])];

    /// <summary>Returns from where to where frames are on screen, on the video's own timeline.</summary>
    public static MediaSpan Whole(FrameEvidence evidence, int first, int until) =>
        new(evidence.TimeOf(first), until < evidence.Count ? evidence.TimeOf(until) : evidence.End);

    /// <summary>Returns a span of the video's own timeline on the container's clock.</summary>
    public static MediaSpan OnContainer(ClipOrder order, MediaSpan span)
    {
        var zero = new MediaDuration(order.Evidence.Zero.Seconds);
        return new MediaSpan(span.Start + zero, span.End + zero);
    }

    // How many frames start before the span's end: the clip goes up to the frame after the last of them.
    private static int Before(ClipOrder order)
    {
        var at = order.Evidence.FrameAt(order.Span.End);
        return order.Evidence.TimeOf(at) < order.Span.End ? at + 1 : at;
    }
}
