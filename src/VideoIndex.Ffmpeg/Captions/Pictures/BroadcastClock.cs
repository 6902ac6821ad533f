using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Captions.Pictures;

/// <summary>Turns the 33-bit times of a transport stream, which start again every 26.5 hours, into exact frame times.</summary>
/// <param name="near">A time known to be within 13 hours of the first picture.</param>
/// <param name="timeBase">The unit the container counts the pictures in; theirs are the exact times.</param>
internal sealed class BroadcastClock(MediaTime near, Rational timeBase)
{
    /// <summary>How many units there are in a second.</summary>
    public const int Rate = 90_000;

    private const long Turn = 1L << 33;

    private long _last = (near.Seconds * new Rational(Rate, 1)).Round();

    /// <summary>Returns the count that does not start again, taking the time to be the one nearest to the last.</summary>
    public long Unwrap(long time) => _last += Difference(time, _last);

    /// <summary>Returns how far one 33-bit time is from another, the shorter way round.</summary>
    public static long Difference(long time, long from)
    {
        var ahead = (time - from) % Turn;
        ahead = ahead < 0 ? ahead + Turn : ahead;
        return ahead >= Turn / 2 ? ahead - Turn : ahead;
    }

    /// <summary>
    /// Returns the time in the container's own unit that the transport stream's rounding came from. A container that
    /// counts finer than 90,000ths cannot be told exactly: its times are kept as they came, at most half a unit off.
    /// </summary>
    public MediaTime Exact(long time)
    {
        var written = new Rational(time, Rate);
        var ticks = (written / timeBase).Round();
        var exact = new Rational(ticks, 1) * timeBase;
        return new MediaTime((exact * new Rational(Rate, 1)).Round() == time ? exact : written);
    }
}
