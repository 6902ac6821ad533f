using VideoIndex.Timing;

namespace VideoIndex.Elasticsearch.Documents;

/// <summary>Times as whole microseconds, to sort and to narrow by. They are never read back as times.</summary>
internal static class Micros
{
    private static readonly Rational Million = new(1_000_000, 1);

    /// <summary>Returns the last whole microsecond not after a time.</summary>
    public static long Floor(MediaTime time) => Bounded(time.Seconds, Million).Floor();

    /// <summary>Returns the first whole microsecond not before a time.</summary>
    public static long Ceiling(MediaTime time) => -Bounded(-time.Seconds, Million).Floor();

    // Times whose microseconds do not fit 64 bits are beyond any video; they stand at the end.
    private static Rational Bounded(Rational seconds, Rational unit) =>
        seconds.Floor() is > -9_000_000_000_000 and < 9_000_000_000_000 ? seconds * unit : new Rational(seconds.Numerator < 0 ? -9_000_000_000_000_000_000 : 9_000_000_000_000_000_000, 1);
}
