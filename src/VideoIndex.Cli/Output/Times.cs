using VideoIndex.Timing;

namespace VideoIndex.Cli.Output;

/// <summary>Times as people read them.</summary>
internal static class Times
{
    /// <summary>Returns seconds rounded to a microsecond, for display; the exact form stands beside it.</summary>
    public static decimal Seconds(MediaTime time) => Seconds(time.Seconds);

    /// <inheritdoc cref="Seconds(MediaTime)"/>
    public static decimal Seconds(Rational seconds) =>
        decimal.Round((decimal)seconds.Numerator / seconds.Denominator, 6) / 1.000000000000000000000000000000m;

    /// <summary>Returns the label of the frame on screen, or clock time where a video has no labels: <c>10:00:36;00</c>, <c>0:00:36.036</c>.</summary>
    public static string Label(MediaTime time, TimecodeTrack? labels) => ClockTime.Label(time, labels);

    /// <summary>Returns how long a span is, as clock time; nothing for a file of which nothing was read.</summary>
    public static string Length(MediaSpan span) => span.Duration == default ? "" : ClockTime.Of(new MediaTime(span.Duration.Seconds));

    /// <summary>Returns how many times faster than it plays a stretch was worked on; null where there is nothing to compare.</summary>
    public static decimal? RealTime(MediaSpan span, long milliseconds) => milliseconds > 0 && span.Duration.Seconds > default(Rational)
        ? decimal.Round(Seconds(span.Duration.Seconds) * 1000 / milliseconds, 2)
        : null;
}
