using System.Globalization;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Transcripts;

/// <summary>Writes times as caption files have them: <c>00:01:02,500</c>, the nearest millisecond.</summary>
internal static class CueClock
{
    /// <summary>Returns a span's two times with the arrow between them; what is shorter than a millisecond gets one.</summary>
    public static string Of(MediaSpan span, char point)
    {
        var start = Milliseconds(span.Start);
        return $"{Of(start, point)} --> {Of(Math.Max(start + 1, Milliseconds(span.End)), point)}";
    }

    private static string Of(long time, char point) => string.Create(
        CultureInfo.InvariantCulture,
        $"{time / 3_600_000:00}:{time / 60_000 % 60:00}:{time / 1000 % 60:00}{point}{time % 1000:000}");

    private static long Milliseconds(MediaTime time) => Math.Max(0, (time.Seconds * new Rational(1000, 1)).Round());
}
