using System.Globalization;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Decoding;

/// <summary>Where FFmpeg is told to seek so that it starts to decode at a segment's sync frame, and no earlier than it must. Pure.</summary>
/// <remarks>
/// A seek goes to the last sync frame at or before its aim. FFmpeg itself aims 3/23 s lower than told, in containers that
/// list decoding times, to allow for reordered pictures; MP4 files with edit lists are lower too. Aimed a little more than
/// that above the sync frame, all of them arrive at it, as long as no other lies between. A transport stream has no list of
/// sync frames: FFmpeg searches for a decoding time, and all that lies before the sync frame is passed over undecoded. A
/// seek that arrives too late is found out by the first frame that comes, one too early costs time alone.
/// </remarks>
internal static class SeekPoint
{
    private static readonly Rational Above = new(1325, 10_000), LeastGap = new(2, 10), Below = new(7, 10), Microsecond = new(1, 1_000_000);

    /// <summary>Returns the option's value, in whole microseconds of the container's clock; null to start at the file's first byte.</summary>
    public static string? Of(MediaProbe probe, Segment segment)
    {
        if (segment.From is not { } from)
        {
            return null;
        }

        var unit = probe.Pictures[0].TimeBase;
        var sync = new Rational(from, 1) * unit;
        var aim = probe.Format.Contains("mpegts", StringComparison.Ordinal) ? sync - Below
            : segment.NextSync is { } next && new Rational(next, 1) * unit - sync < LeastGap ? sync + Microsecond
            : sync + Above;
        return aim > new Rational(0, 1)
            ? string.Create(CultureInfo.InvariantCulture, $"{(aim / Microsecond).Floor()}us")
            : null;
    }
}
