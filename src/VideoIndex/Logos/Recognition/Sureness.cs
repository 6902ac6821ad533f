using VideoIndex.Tags;

namespace VideoIndex.Logos.Recognition;

/// <summary>Says how often a sighting with a score is right.</summary>
/// <remarks>
/// A logistic function of the score (Platt 1999), fitted to what was found on the development part of the benchmark by
/// <c>bench/accuracy -- logos calibrate</c>; docs/logos.md compares it with another part. On footage where marks are rarer than there, less is right.
/// </remarks>
public static class Sureness
{
    // Of keypoints and pixels together, and of keypoints alone, of which a score says less.
    private static readonly (double AtNothing, double ForEach) Seen = (-2.919, 0.1278), Alone = (-3.733, 0.1528);

    /// <summary>Returns the chance that a sighting is right, to three places.</summary>
    public static Confidence Of(LogoSighting sighting)
    {
        ArgumentNullException.ThrowIfNull(sighting);
        var (nothing, each) = sighting.Pixels is null ? Alone : Seen;
        return new Confidence(Math.Round(1 / (1 + Math.Exp(-(nothing + (each * sighting.Score)))), 3));
    }
}
