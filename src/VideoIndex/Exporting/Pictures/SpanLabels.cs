using VideoIndex.Timing;

namespace VideoIndex.Exporting.Pictures;

/// <summary>How the ends of a moment are called beside its picture, the same as in an edit list.</summary>
/// <param name="First">The label of its first frame; clock time where there are none.</param>
/// <param name="Until">The label of the frame after its last; clock time where there are none.</param>
public sealed record SpanLabels(string First, string Until)
{
    /// <summary>Returns the labels of a span.</summary>
    public static SpanLabels Of(MediaSpan span, TimecodeTrack? labels)
    {
        if (labels is null)
        {
            return new SpanLabels(ClockTime.Of(span.Start), ClockTime.Of(span.End));
        }

        var frames = labels.FramesOf(span);
        return new SpanLabels(labels.LabelOf(frames.First).ToString(), labels.LabelOf(frames.Until).ToString());
    }

    /// <summary>Returns "10:00:00;00 - 10:00:01;15".</summary>
    public override string ToString() => $"{First} - {Until}";
}
