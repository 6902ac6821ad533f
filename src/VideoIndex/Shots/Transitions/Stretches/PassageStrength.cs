namespace VideoIndex.Shots.Transitions.Stretches;

/// <summary>Says how sure it is that a stretch is a gradual transition, in points of <see cref="CutOptions.Threshold"/>.</summary>
/// <remarks>
/// What mixes two pictures or moves an edge over them is judged by one network, whichever of the two it is: many look like both.
/// Another says which.
/// </remarks>
/// <param name="between">Judges what leads from one picture to another.</param>
/// <param name="away">Judges what leads to black or white.</param>
/// <param name="up">Judges what leads out of it.</param>
/// <param name="wipe">Says whether what leads from one picture to another is a wipe.</param>
internal sealed class PassageStrength(Judge between, Judge away, Judge up, Judge wipe)
{
    /// <summary>Gets the one whose weights were learned on generated footage: bench/accuracy, part "tune", command "fit-transitions".</summary>
    public static PassageStrength Learned { get; } = new(LearnedWeights.Between, LearnedWeights.Away, LearnedWeights.Up, LearnedWeights.Wipe);

    /// <summary>Returns the strength, <see cref="CutStrength.Fine"/> times as fine as the threshold.</summary>
    public int FineOf(Way way, ReadOnlySpan<int> terms) => (way switch { Way.Away => away, Way.Up => up, _ => between }).FineOf(terms);

    /// <summary>Returns whether what leads from one picture to another is a wipe, and no dissolve.</summary>
    public bool IsWipe(ReadOnlySpan<int> terms) => wipe.FineOf(terms) >= 50 * CutStrength.Fine;
}
