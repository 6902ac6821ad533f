using VideoIndex.Tags;

namespace VideoIndex.Logos.Recognition;

/// <summary>Says how often a sighting with a score is right.</summary>
/// <remarks>
/// A logistic function of the score (Platt 1999), fitted to what was found on the development part of the benchmark by
/// <c>bench/accuracy -- logos calibrate</c>; docs/logos.md compares it with another part. On footage where marks are rarer than there, less is right.
/// </remarks>
public static class Sureness
{
    private const double AtNothing = -3.733, ForEach = 0.1528;

    /// <summary>Returns the chance that a sighting with this score is right, to three places.</summary>
    public static Confidence Of(double score) => new(Math.Round(1 / (1 + Math.Exp(-(AtNothing + (ForEach * score)))), 3));
}
