namespace VideoIndex.Logos.Pixels;

/// <summary>Puts together what keypoints and what pixels say of a pose.</summary>
/// <remarks>
/// The weights are near those of a logistic regression on generated footage (the development part of LogoSynth), in units of the keypoints'
/// own score and rounded. A likeness below <see cref="Near"/> is what chance and look-alikes reach; above it each hundredth counts three times.
/// </remarks>
internal static class PixelScore
{
    /// <summary>From this likeness on, the pose is where the pixels fit best, not where the keypoints put it.</summary>
    public const double Refines = 0.5;

    // What being seen at the look before or after is worth, in units of the keypoints' score.
    private const double Followed = 30;

    private const double Near = 0.8;
    private const double PerLikeness = 45, PerNearness = 107, Offset = 41;
    private const double MostKeypoints = 60, Beyond = 0.4;

    /// <summary>Returns the score of a pose that keypoints have found.</summary>
    /// <param name="keypoints">Their score.</param>
    /// <param name="likeness">How near the pixels come, 0 to 1.</param>
    public static double Of(double keypoints, double likeness) =>
        Math.Min(keypoints, MostKeypoints) + (Beyond * Math.Max(0, keypoints - MostKeypoints))
        + (PerLikeness * likeness) + (PerNearness * Math.Max(0, likeness - Near)) - Offset;

    /// <summary>Returns the score of a pose that was followed from another look.</summary>
    /// <param name="likeness">How near the pixels come, 0 to 1.</param>
    public static double OfFollowed(double likeness) => Of(Followed, likeness);
}
