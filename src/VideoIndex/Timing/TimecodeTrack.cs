namespace VideoIndex.Timing;

/// <summary>Which timecode label each frame of a video with a constant frame rate bears.</summary>
/// <param name="First">The label of the first frame.</param>
/// <param name="FirstFrame">When the first frame is shown, on the video's own timeline.</param>
/// <remarks>
/// Containers that count in milliseconds write a frame's time up to half a millisecond early or late, so a moment
/// less than an eighth of a frame before a frame's exact start already bears that frame's label.
/// </remarks>
public sealed record TimecodeTrack(Timecode First, MediaTime FirstFrame)
{
    private static readonly Rational SlackInFrames = new(1, 8);

    /// <summary>Gets how far from its exact start the frame that bears a label may be: an eighth of a frame.</summary>
    public MediaDuration Slack => new(First.Rate.FrameDuration.Seconds * SlackInFrames);

    /// <summary>Makes the track of a video that carries no timecode: labels run from a player's zero, drop-frame where the rate has it.</summary>
    public static TimecodeTrack Running(FrameRate rate, MediaTime firstFrame)
    {
        var frame = (firstFrame.Seconds * rate.FramesPerSecond).Round();
        return new TimecodeTrack(Timecode.FromFrame(frame, rate, rate.SupportsDropFrame), firstFrame);
    }

    /// <summary>Returns the label of the frame on screen at a moment. A moment before the first frame counts backwards.</summary>
    public Timecode At(MediaTime time) => LabelOf(FrameAt(time));

    /// <summary>Returns which frame is on screen at a moment, from 0 for the first; below 0 before it.</summary>
    public long FrameAt(MediaTime time) => ((time - FirstFrame).Seconds * First.Rate.FramesPerSecond + SlackInFrames).Floor();

    /// <summary>Returns the frames on screen in a span: at least one, and not the one that starts as the span ends.</summary>
    public FrameRange FramesOf(MediaSpan span)
    {
        var first = FrameAt(span.Start);
        var until = -(-((span.End - FirstFrame).Seconds * First.Rate.FramesPerSecond) + SlackInFrames).Floor();
        return new FrameRange(first, Math.Max(first + 1, until));
    }

    /// <summary>Returns the label a frame bears, counted from 0 for the first.</summary>
    public Timecode LabelOf(long frame) => Timecode.FromFrame(First.Frame + frame, First.Rate, First.DropFrame);

    /// <summary>Returns the exact start of a frame, counted from 0 for the first.</summary>
    public MediaTime TimeOf(long frame) => FirstFrame + new MediaDuration(First.Rate.StartOf(frame).Seconds);

    /// <summary>Returns when the frame that bears a label starts; labels before the first frame's are taken to be past midnight.</summary>
    /// <exception cref="ArgumentException">The label counts in another rate or form.</exception>
    public MediaTime StartOf(Timecode label)
    {
        if (label.Rate != First.Rate || label.DropFrame != First.DropFrame)
        {
            throw new ArgumentException($"The video's timecode counts like {First}, not like {label}.", nameof(label));
        }

        var frames = label.Frame - First.Frame;
        return FirstFrame + new MediaDuration(First.Rate.StartOf(frames < 0 ? frames + First.FramesPerDay : frames).Seconds);
    }
}
