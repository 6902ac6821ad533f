namespace VideoIndex.Timing;

/// <summary>Tells from a video's timestamps whether its frames keep a constant rate, and which.</summary>
public static class ConstantRate
{
    private static readonly FrameRate[] Usual =
    [
        FrameRate.NtscFilm, FrameRate.Film, FrameRate.Pal, FrameRate.Ntsc, new(30), FrameRate.Pal50, FrameRate.Ntsc60, new(60),
        new(10), new(12), new(15), new(20), new(48), new(100), new(120),
    ];

    // Containers that count in milliseconds write times up to half of one off; 3/5 leaves room for their rounding.
    private static readonly Rational Rounding = new(3, 5000);

    /// <summary>Returns the rate; null when the frames keep none, or when there are fewer than two.</summary>
    /// <param name="timestamps">The timestamps of all frames, rising.</param>
    /// <param name="timeBase">The unit they count in, in seconds.</param>
    /// <param name="declared">Rates the container declares, tried first.</param>
    /// <remarks>A frame may be missing here and there: up to one in twenty, for a damaged stream is still a constant one.</remarks>
    public static FrameRate? Of(IReadOnlyList<long> timestamps, Rational timeBase, IEnumerable<FrameRate> declared)
    {
        ArgumentNullException.ThrowIfNull(timestamps);
        if (timestamps.Count < 2)
        {
            return null;
        }

        foreach (var rate in declared.Concat(Usual))
        {
            if (Keeps(timestamps, timeBase, rate))
            {
                return rate;
            }
        }

        return null;
    }

    private static bool Keeps(IReadOnlyList<long> timestamps, Rational timeBase, FrameRate rate)
    {
        // Frames are counted in units of 1 / bottom of a frame, in whole numbers: a million fractions would take a second.
        var perTick = timeBase * rate.FramesPerSecond;
        var (top, bottom) = ((Int128)perTick.Numerator, (Int128)perTick.Denominator);
        var slack = Smaller(Larger(timeBase, Rounding) * rate.FramesPerSecond, new Rational(1, 4));
        var most = slack.Numerator * bottom / slack.Denominator;
        var last = (Int128)(-1);
        for (var i = 0; i < timestamps.Count; i++)
        {
            var position = (timestamps[i] - (Int128)timestamps[0]) * top;
            var frame = (2 * position + bottom) / (2 * bottom);
            if (frame <= last || Int128.Abs(position - frame * bottom) > most)
            {
                return false;
            }

            last = frame;
        }

        return (last + 1) * 20 <= (Int128)timestamps.Count * 21 + 20;
    }

    private static Rational Larger(Rational one, Rational other) => one > other ? one : other;

    private static Rational Smaller(Rational one, Rational other) => one < other ? one : other;
}
