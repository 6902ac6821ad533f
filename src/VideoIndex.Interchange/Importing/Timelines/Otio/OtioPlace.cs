using VideoIndex.Exporting;
using VideoIndex.Interchange.Exporting.Timelines;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Importing.Timelines.Otio;

/// <summary>Says where times of a file lie on the video's own timeline.</summary>
internal sealed class OtioPlace
{
    private readonly ImportOrder _order;
    private readonly Rational? _start;
    private readonly TimelineVideo? _frames;

    /// <summary>Takes what a file is read for.</summary>
    /// <exception cref="ImportException"><c>bad-start</c>: the start that was given is no label at the video's rate.</exception>
    public OtioPlace(ImportOrder order)
    {
        _order = order;
        var labels = order.Video.Timecodes ?? (order.Rate is { } chosen ? TimecodeTrack.Running(chosen, order.Video.Extent.Start) : null);
        _frames = labels is null ? null : TimelineVideo.Of(new ExportedVideo(new VideoContents(order.Video, [], [], []), []) { Labels = labels });
        _start = order.Start is null
            ? null
            : labels is not null && Timecode.TryParse(order.Start, order.Rate ?? labels.First.Rate, out var first)
                ? first.Rate.StartOf(first.Frame).Seconds
                : throw new ImportException("bad-start", labels is null
                    ? "The video's rate varies, so no label names its first frame: leave the start out, and give an offset."
                    : $"'{order.Start}' is no timecode at {order.Rate ?? labels.First.Rate} frames a second.");
    }

    /// <summary>Returns where a stretch of a file lies, whether or not that is within the video.</summary>
    public (MediaTime Start, MediaTime End) Of(OtioRange range, OtioMedia media)
    {
        var zero = BeginningIn(range, media);
        var shift = ZeroOf() + _order.Offset - zero;
        return (new MediaTime(range.Start + shift), new MediaTime(range.End + shift));
    }

    /// <summary>Returns whether two spans are the same frames, as far as there are frames.</summary>
    public bool IsSameFrames(MediaSpan one, MediaTime start, MediaTime end) => start <= end && _frames is { } frames
        && frames.FramesOf(Moment(one)) == frames.FramesOf(Moment(new MediaSpan(start, end)));

    // When the file begins: with its first picture, or as many frames before as it has before.
    private Rational ZeroOf() => _start is not null
        ? _order.Video.Extent.Start.Seconds
        : _frames is { } frames ? frames.Labels.FirstFrame.Seconds - frames.Rate.StartOf(frames.Lead).Seconds : default;

    // Where nothing is said, a file's time is its timecode; but many programs count every file from 0.
    private Rational BeginningIn(OtioRange range, OtioMedia media)
    {
        if ((_start ?? media.Available?.Start) is { } said)
        {
            return said;
        }

        if (_frames is null)
        {
            return default;
        }

        var onTape = _frames.FileStart.Rate.StartOf(_frames.FileStart.Frame).Seconds;
        var length = _frames.Rate.StartOf(_frames.Length).Seconds;
        return range.Start >= onTape && range.Start < onTape + length ? onTape : default;
    }

    private static ExportMoment Moment(MediaSpan span) => new(span, "", "", default, new Tags.Origin("", ""));
}
