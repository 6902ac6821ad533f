using VideoIndex.Looks;
using VideoIndex.Objects;
using VideoIndex.Timing;

namespace VideoIndex.Shots;

/// <summary>Every frame of a video: when it is shown, and its score.</summary>
/// <param name="TimeBase">The unit the timestamps count in, in seconds.</param>
/// <param name="Zero">The container time that is zero on the video's own timeline.</param>
/// <param name="Timestamps">The presentation timestamp of each frame, rising.</param>
/// <param name="Scores">The score of each frame, in the same order.</param>
/// <param name="End">When the last frame stops being shown, on the video's own timeline.</param>
public sealed record FrameEvidence(
    Rational TimeBase,
    MediaTime Zero,
    IReadOnlyList<long> Timestamps,
    IReadOnlyList<FrameScore> Scores,
    MediaTime End)
{
    /// <summary>Gets the sketch of each frame; none for a video indexed before there were any.</summary>
    public FrameSketches Sketches { get; init; } = FrameSketches.None;

    /// <summary>Gets what was kept of two looks a second; none for a video indexed before there were any.</summary>
    public FrameLooks Looks { get; init; } = FrameLooks.None;

    /// <summary>Gets what each detector saw at the looks; none where none was there, or for a video indexed before there were any.</summary>
    public IReadOnlyList<DetectionLog> Detections { get; init; } = [];

    /// <summary>Gets the number of frames.</summary>
    public int Count => Timestamps.Count;

    /// <summary>Returns when a frame is shown, on the video's own timeline.</summary>
    public MediaTime TimeOf(int frame) => OnTimeline(Timestamps[frame]);

    /// <summary>Returns a container timestamp's place on the video's own timeline.</summary>
    public MediaTime OnTimeline(long timestamp) => new(MediaTime.FromTimestamp(timestamp, TimeBase).Seconds - Zero.Seconds);

    /// <summary>Returns which frame is on screen at a moment: the last that has started. The first frame stands for anything before it.</summary>
    public int FrameAt(MediaTime time)
    {
        var timestamp = ((time.Seconds + Zero.Seconds) / TimeBase).Floor();
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Timestamps[middle] <= timestamp ? (middle + 1, high) : (low, middle);
        }

        return Math.Max(0, low - 1);
    }

    /// <summary>Returns the time a person meant: the start of the frame that starts within the rounding, else the time as written.</summary>
    public MediaTime TimeMeant(TimeText written)
    {
        var start = TimeOf(FrameAt(written.Latest));
        return written.Earliest <= start && start <= written.Latest ? start : written.Time;
    }
}
