using System.Globalization;
using VideoIndex.Exporting;
using VideoIndex.Interchange.Exporting.EditLists;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Summaries;

/// <summary>Writes times as decimal seconds, to the microsecond, so that they stay on the right side of a frame.</summary>
internal static class ExactSeconds
{
    private const long Unit = 1_000_000;

    /// <summary>Returns a time that is never before the one meant.</summary>
    public static string Up(Rational seconds) => Spelled(-Floor(-seconds));

    /// <summary>Returns a time that is never after the one meant.</summary>
    public static string Down(Rational seconds) => Spelled(Floor(seconds));

    /// <summary>
    /// Returns where a player is sent for a moment and where it stops: a quarter into the first frame and three quarters into the last, so that whatever a
    /// player rounds, it shows these frames. Exact ends, to the microsecond, where frames have no numbers; the second is null where both are the same.
    /// </summary>
    public static (string From, string? To) Seek(ExportedVideo video, MediaSpan span)
    {
        var (from, to) = (Up(span.Start.Seconds), Down(span.End.Seconds));
        if (video.Labels is { } labels && !video.IsConformed)
        {
            var frames = labels.FramesOf(span);
            var quarter = labels.First.Rate.FrameDuration.Seconds / new Rational(4, 1);
            (from, to) = (Up(labels.TimeOf(frames.First).Seconds + quarter), Down(labels.TimeOf(frames.Until).Seconds - quarter));
        }

        return (from, IsPoint(span) ? null : to);
    }

    /// <summary>Returns whether a span is too short for two times of a microsecond.</summary>
    public static bool IsPoint(MediaSpan span) => span.Duration.Seconds < new Rational(2, Unit);

    /// <summary>Returns a length as ISO 8601 has it: <c>PT83.417S</c>.</summary>
    public static string Duration(MediaDuration length) => $"PT{Down(length.Seconds)}S";

    /// <summary>Returns where the times of a span are said with less than there is, and where frames are named that are not in the pictures; a sentence each.</summary>
    public static IEnumerable<string> Notes(ExportSheet sheet) =>
    [
        .. sheet.Videos.Where(video => video.Labels is null).Select(video => $"'{video.Name}' has no constant frame rate: no frame is named, and times are rounded to the microsecond."),
        .. sheet.Videos.Where(video => video.Labels is not null).SelectMany(video => ListLabels.Early(video, video.Labels!)),
    ];

    private static Int128 Floor(Rational seconds)
    {
        var (whole, rest) = Int128.DivRem((Int128)seconds.Numerator * Unit, seconds.Denominator);
        return rest < 0 ? whole - 1 : whole;
    }

    // No player has a time before its zero.
    private static string Spelled(Int128 units)
    {
        var (seconds, rest) = Int128.DivRem(Int128.Max(0, units), Unit);
        return rest == 0 ? seconds.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{seconds}.{(long)rest:000000}").TrimEnd('0');
    }
}
