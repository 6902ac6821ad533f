using VideoIndex.Logos.Geometry;

namespace VideoIndex.Logos.Recognition;

/// <summary>Where an example was seen at one look.</summary>
/// <param name="Look">The look, counted from 0.</param>
/// <param name="Corners">Where its corners lie, in the look's pixels.</param>
/// <param name="Score">How sure it is, raw: no sighting is left out for it.</param>
/// <param name="Matches">How many places of the example were found there.</param>
/// <param name="Covered">How much of the example those places span, 0 to 1.</param>
/// <param name="Inverted">Whether dark and light are exchanged.</param>
public sealed record LogoSighting(int Look, Quad Corners, double Score, int Matches, double Covered, bool Inverted)
{
    /// <summary>Gets how near the example's pixels come to what is seen there, 0 to 1; null where no still was kept to compare with.</summary>
    public double? Pixels { get; init; }
}
