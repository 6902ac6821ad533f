using System.Globalization;

namespace VideoIndex.Timing;

/// <summary>Times as people read them; the exact form stands beside them.</summary>
public static class ClockTime
{
    /// <summary>Returns clock time, rounded to the millisecond: <c>0:00:36.036</c>.</summary>
    public static string Of(MediaTime time)
    {
        var milliseconds = (time.Seconds * new Rational(1000, 1)).Round();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{milliseconds / 3_600_000}:{milliseconds / 60_000 % 60:00}:{milliseconds / 1000 % 60:00}.{milliseconds % 1000:000}");
    }

    /// <summary>Returns the label of the frame on screen, or clock time where a video has no labels: <c>10:00:36;00</c>, <c>0:00:36.036</c>.</summary>
    public static string Label(MediaTime time, TimecodeTrack? labels) => labels?.At(time).ToString() ?? Of(time);
}
