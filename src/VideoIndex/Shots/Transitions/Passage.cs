namespace VideoIndex.Shots.Transitions;

/// <summary>The ways one picture may become another by degrees.</summary>
internal enum Way
{
    Dissolve = 0,
    Wipe = 1,
    Push = 2,

    /// <summary>To black or white.</summary>
    Away = 3,

    /// <summary>Out of black or white.</summary>
    Up = 4,
}

/// <summary>A stretch that may be a gradual transition, or half of one.</summary>
/// <param name="Way">Which way it would be.</param>
/// <param name="From">The last frame that shows the old picture alone.</param>
/// <param name="To">The first that shows the new one alone.</param>
/// <param name="Strength">How sure it is, in points of the threshold times <see cref="CutStrength.Fine"/>.</param>
internal readonly record struct Passage(Way Way, int From, int To, int Strength = 0);
