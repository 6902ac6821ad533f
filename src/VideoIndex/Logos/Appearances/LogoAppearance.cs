using VideoIndex.Logos.Recognition;
using VideoIndex.Timing;

namespace VideoIndex.Logos.Appearances;

/// <summary>A stretch of a video in which one mark is seen in one place.</summary>
/// <param name="Span">From when to when, as well as the looks tell.</param>
/// <param name="Start">Between which times it began: a look that did not see it yet, or the shot's start, and the first that did.</param>
/// <param name="End">Between which times it ended.</param>
/// <param name="Sightings">Where it was seen, look by look, in order; looks that missed it in between are left out.</param>
/// <param name="Expected">At how many looks it could have been seen.</param>
public sealed record LogoAppearance(
    MediaSpan Span, MediaSpan Start, MediaSpan End, IReadOnlyList<TimedSighting> Sightings, int Expected)
{
    /// <summary>Gets how sure it is: the surest sighting's score, and a little for each other.</summary>
    public double Score
    {
        get
        {
            var scores = Sightings.Select(sighting => sighting.Sighting.Score).OrderDescending().ToList();
            return scores[0] + (0.25 * scores.Skip(1).Take(4).Sum());
        }
    }
}

/// <summary>A sighting and when its look is shown.</summary>
public readonly record struct TimedSighting(MediaTime Time, LogoSighting Sighting);

/// <summary>A rule by which sightings are put together; a result states which one it was made with.</summary>
/// <param name="Sure">A sighting of this score begins an appearance. The default is found on the development part of the benchmark.</param>
/// <param name="Likely">A sighting of this score goes on with one, where it lies where it is expected.</param>
/// <param name="LongestGap">How many looks in a row may miss it within a shot.</param>
public sealed record AppearanceRule(double Sure, double Likely, int LongestGap = 4)
{
    /// <summary>Gets the rule that is used where nothing else is said.</summary>
    public static AppearanceRule Default { get; } = new(Sure: 18, Likely: 9);
}
