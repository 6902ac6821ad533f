namespace VideoIndex.Logos.Pixels;

/// <summary>How near a pattern comes to what a picture shows below it, in whatever tones.</summary>
/// <remarks>
/// Least squares of what is seen by light, cover and a constant: the likeness is the multiple correlation coefficient, which with one layer is
/// the size of zero-mean normalised cross-correlation (Lewis 1995). Tones exchanged, one colour and any ground are the same to it.
/// </remarks>
internal static class PatternFit
{
    // What a coder leaves of a plain surface, in gray levels: it is never taken for a pattern.
    private const double Noise = 2;

    // Layers that are nearly the same but for a factor count as one.
    private const double LeastDetermined = 0.05;

    /// <summary>Returns the likeness: 0, the picture shows nothing of the pattern, to 1, nothing else.</summary>
    public static double Likeness(in PatchSums sums)
    {
        if (sums.Count == 0)
        {
            return 0;
        }

        var (n, of) = ((double)sums.Count, sums.Pattern);
        var seen = Spread(sums.SeenSeen, sums.Seen, sums.Seen, n);
        var (byLight, byCover) = (Spread(sums.SeenLight, sums.Seen, of.Light, n), Spread(sums.SeenCover, sums.Seen, of.Cover, n));
        var (lights, both, covers) = (Spread(of.LightLight, of.Light, of.Light, n), Spread(of.LightCover, of.Light, of.Cover, n), Spread(of.CoverCover, of.Cover, of.Cover, n));
        var determined = (lights * covers) - (both * both);
        var told = determined > LeastDetermined * lights * covers
            ? ((byLight * byLight * covers) - (2 * byLight * byCover * both) + (byCover * byCover * lights)) / determined
            : Math.Max(byLight * byLight / Math.Max(1, lights), byCover * byCover / Math.Max(1, covers));
        return Math.Sqrt(Math.Clamp(told / (seen + (n * Noise * Noise * PatchSums.Level * PatchSums.Level)), 0, 1));
    }

    // What two stray together: the sum of their products less that of their means.
    private static double Spread(long products, long one, long other, double n) => products - (one * (other / n));
}
