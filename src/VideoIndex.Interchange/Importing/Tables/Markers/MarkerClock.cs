using System.Globalization;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Importing.Tables.Markers;

/// <summary>Reads the times of a list of markers: exact fractions, seconds, clock times, timecodes, frames.</summary>
internal sealed class MarkerClock
{
    private const long MostFrames = 100_000_000_000;

    private readonly TimecodeTrack? _labels;

    /// <summary>Creates the clock of a file.</summary>
    /// <exception cref="ImportException">The label of the first frame is none at the rate (<c>bad-start</c>).</exception>
    public MarkerClock(ImportOrder order) => _labels = Labels(order);

    /// <summary>Gets the rate frames are counted at; null where there is none.</summary>
    public FrameRate? Rate => _labels?.First.Rate;

    /// <summary>Reads when something is.</summary>
    /// <returns><see langword="false"/> if the text is no time of this video.</returns>
    public bool TryRead(string text, MarkerUnit unit, out MediaTime time)
    {
        time = default;
        if (unit == MarkerUnit.Frames)
        {
            var isFrame = TryCount(text, out var frame) && _labels is not null;
            time = isFrame ? _labels!.TimeOf(frame) : default;
            return isFrame;
        }

        if (!TimeText.TryRead(Pointed(text), _labels, out var read))
        {
            return false;
        }

        time = unit == MarkerUnit.Milliseconds ? new MediaTime(read.Time.Seconds / new Rational(1000, 1)) : read.Time;
        return true;
    }

    /// <summary>Reads how long something is; a timecode counts frames from zero.</summary>
    public bool TryReadLength(string text, MarkerUnit unit, out MediaDuration length)
    {
        var fromZero = Rate is { } rate ? new TimecodeTrack(Timecode.FromFrame(0, rate, _labels!.First.DropFrame), default) : null;
        var isRead = new MarkerClock(fromZero).TryRead(text, unit, out var time);
        length = new MediaDuration(time.Seconds);
        return isRead;
    }

    private MarkerClock(TimecodeTrack? labels) => _labels = labels;

    private static bool TryCount(string text, out long count) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count <= MostFrames;

    // "1,5" is what a spreadsheet writes where the comma is the decimal point.
    private static string Pointed(string text) => text.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && text.LastIndexOf(',') == comma && !text.Contains('.', StringComparison.Ordinal)
        ? text.Replace(',', '.')
        : text;

    private static TimecodeTrack? Labels(ImportOrder order)
    {
        var (own, first) = (order.Video.Timecodes, order.Video.Timecodes?.FirstFrame ?? order.Video.Extent.Start);
        if ((order.Rate ?? own?.First.Rate) is not { } rate)
        {
            return order.Start is null ? null : throw new ImportException("wrong-rate", "The video's own rate varies: say which rate the file counts frames at.");
        }

        if (order.Start is { } typed)
        {
            return Timecode.TryParse(typed, rate, out var start)
                ? new TimecodeTrack(start, first)
                : throw new ImportException("bad-start", $"'{typed}' is no timecode at {rate} frames a second.");
        }

        return own is null ? TimecodeTrack.Running(rate, first) : rate == own.First.Rate ? own : new TimecodeTrack(Recounted(own.First, rate), first);
    }

    // The same second, and as far into it, in labels of another rate.
    private static Timecode Recounted(Timecode label, FrameRate rate)
    {
        var (text, isDrop) = (label.ToString(), label.DropFrame && rate.SupportsDropFrame);
        var frames = int.Parse(text.AsSpan(9), CultureInfo.InvariantCulture) * rate.Nominal / label.Rate.Nominal;
        var recounted = string.Create(CultureInfo.InvariantCulture, $"{text[..8]}{(isDrop ? ';' : ':')}{frames:00}");
        return Timecode.TryParse(recounted, rate, out var read) ? read : Timecode.FromFrame(0, rate, isDrop);
    }
}
