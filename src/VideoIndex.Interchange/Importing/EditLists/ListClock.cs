using VideoIndex.Timing;

namespace VideoIndex.Interchange.Importing.EditLists;

/// <summary>Turns the labels of a list into times of a video.</summary>
/// <remarks>
/// A label is counted from that of the video's first frame: the one that was given, else the video's own. Labels before it are past midnight, where the
/// video lasts that long. A list counts as its own labels and heading say, drop-frame or not, whatever the video does.
/// </remarks>
internal sealed class ListClock
{
    private readonly ImportOrder _order;
    private readonly MediaTime _firstFrame;

    private ListClock(ImportOrder order, FrameRate rate, Timecode start)
    {
        _order = order;
        Rate = rate;
        Start = start;
        _firstFrame = order.Video.Timecodes?.FirstFrame ?? order.Video.Extent.Start;
    }

    /// <summary>Gets how many frames a second the list counts.</summary>
    public FrameRate Rate { get; }

    /// <summary>Gets the label of the video's first frame, as the list counts.</summary>
    public Timecode Start { get; }

    /// <summary>Makes the clock of a list.</summary>
    /// <param name="order">What it is read for.</param>
    /// <param name="dropFrame">Whether it counts drop-frame.</param>
    /// <param name="complaints">Takes what a person should know of how labels are counted.</param>
    /// <exception cref="ImportException"><c>wrong-rate</c>: no rate is known, or the list counts as its rate cannot; <c>bad-import</c>: the start that was given is no label.</exception>
    public static ListClock Of(ImportOrder order, bool dropFrame, Complaints complaints)
    {
        var rate = order.Rate ?? order.Video.Timecodes?.First.Rate
            ?? throw new ImportException("wrong-rate", $"'{order.FileName}' names frames, and the video has no constant rate to count them at: give the rate the list counts at with --rate.");
        if (dropFrame && !rate.SupportsDropFrame)
        {
            throw new ImportException("wrong-rate", $"'{order.FileName}' counts drop-frame, which there is not at {rate} frames a second: give the rate the list counts at with --rate.");
        }

        return new ListClock(order, rate, StartOf(order, rate, dropFrame, complaints));
    }

    /// <summary>Returns the same clock with another label for the video's first frame.</summary>
    public ListClock From(Timecode start) => new(_order, Rate, start);

    /// <summary>Reads a label; a full colon before the frames does for drop-frame too.</summary>
    public bool TryRead(string text, out Timecode label)
    {
        label = default;
        return text.Length == 11 && Timecode.TryParse($"{text[..8].Replace(';', ':')}{(Start.DropFrame ? ';' : ':')}{text[9..]}", Rate, out label);
    }

    /// <summary>Returns the time between two labels' frames on the video's own timeline.</summary>
    /// <param name="first">The label of the first frame.</param>
    /// <param name="count">How many frames there are.</param>
    public MediaSpan SpanOf(Timecode first, long count)
    {
        var frame = first.Frame - Start.Frame;
        var isPastMidnight = frame < 0 && TimeOf(frame + first.FramesPerDay) < _order.Video.Extent.End;
        frame += isPastMidnight ? first.FramesPerDay : 0;
        return new MediaSpan(TimeOf(frame), TimeOf(frame + count));
    }

    /// <summary>Returns the label so many frames after another.</summary>
    public Timecode Shifted(Timecode label, long frames) => Timecode.FromFrame(label.Frame + frames, Rate, label.DropFrame);

    /// <summary>Returns how many frames lie between two labels; a lower out label is past midnight.</summary>
    public static long Count(Timecode first, Timecode until) => until.Frame - first.Frame + (until.Frame < first.Frame ? first.FramesPerDay : 0);

    private MediaTime TimeOf(long frame) => _firstFrame + new MediaDuration(Rate.StartOf(frame).Seconds) + new MediaDuration(_order.Offset);

    private static Timecode StartOf(ImportOrder order, FrameRate rate, bool dropFrame, Complaints complaints)
    {
        if (order.Start is { } given)
        {
            return Timecode.TryParse(given, rate, out var start) && start.DropFrame == dropFrame || TryAs(given, rate, dropFrame, out start)
                ? start
                : throw new ImportException("bad-import", $"'{given}' is no timecode at {rate} frames a second.");
        }

        if (order.Video.Timecodes is not { First: var own })
        {
            return Timecode.FromFrame(0, rate, dropFrame);
        }

        if (own.Rate == rate && own.DropFrame == dropFrame)
        {
            return own;
        }

        complaints.Say(own.Rate == rate
            ? $"The list counts {Form(dropFrame)} and the video {Form(own.DropFrame)}: its labels are counted in its own way from {own}."
            : $"The list counts {rate} frames a second and the video {own.Rate}: its labels are counted in its own way from {own}.");
        return TryAs(own.ToString(), rate, dropFrame, out var same) ? same : Timecode.FromFrame(0, rate, dropFrame);
    }

    private static bool TryAs(string text, FrameRate rate, bool dropFrame, out Timecode label)
    {
        label = default;
        return text.Length == 11 && Timecode.TryParse($"{text[..8]}{(dropFrame ? ';' : ':')}{text[9..]}", rate, out label);
    }

    private static string Form(bool dropFrame) => dropFrame ? "drop-frame" : "non-drop-frame";
}
