namespace VideoIndex.Logos.Ends;

/// <summary>A named, versioned rule that says up to which frame a mark is on screen, once the frames themselves are looked at.</summary>
/// <param name="Name">What it is called: <c>half-shown/1</c>, the number after the stroke being its version. What was found by another is not used.</param>
/// <param name="LeastVisible">The least share of the mark that must be in the picture with nothing before it, 0 to 1.</param>
/// <param name="LeastStrength">The least share of its contrast at the sure look that must be left, 0 to 1: half of it is the middle of a dissolve.</param>
/// <param name="LeastAlike">How like the sure look a cell of it must be to count as visible: a share, 0 to 1, of how like it usually is in the frames before.</param>
/// <param name="Steady">How many frames in a row must agree that it is gone, or back.</param>
/// <param name="Reach">How many looks beyond a sure one an end is looked for at most, where the mark stays though no look recognised it.</param>
public sealed record EndRule(string Name, double LeastVisible, double LeastStrength, double LeastAlike, int Steady, int Reach)
{
    /// <summary>Gets the rule that is used.</summary>
    public static EndRule Default { get; } = new("half-shown/1", LeastVisible: 0.5, LeastStrength: 0.5, LeastAlike: 0.6, Steady: 2, Reach: 20);
}
