using VideoIndex.Timing;

namespace VideoIndex.Shots.Transitions;

/// <summary>How one shot gives way to the next.</summary>
/// <remarks>The numbers are stored and only ever added to.</remarks>
public enum TransitionKind
{
    /// <summary>From one frame to the next.</summary>
    Cut = 0,

    /// <summary>The new picture shines through the old.</summary>
    Dissolve = 1,

    /// <summary>The new picture pushes the old one out, or comes out from behind an edge that moves over it.</summary>
    Wipe = 2,

    /// <summary>The picture comes out of black or white, and nothing was before it.</summary>
    FadeIn = 3,

    /// <summary>The picture goes to black or white, and nothing comes after it.</summary>
    FadeOut = 4,

    /// <summary>The old picture goes to black, and the new one comes out of it.</summary>
    ThroughBlack = 5,

    /// <summary>The old picture goes to white, and the new one comes out of it.</summary>
    ThroughWhite = 6,
}

/// <summary>A transition, in frames.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Start">The first frame that no longer shows the old shot alone. For a cut, the first of the new.</param>
/// <param name="End">The first frame that shows the new shot alone. For a cut, the first of the new: a cut takes no frames.</param>
/// <param name="At">The frame the new shot is said to begin with, from <paramref name="Start"/> to <paramref name="End"/>.</param>
public readonly record struct FrameTransition(TransitionKind Kind, int Start, int End, int At);

/// <summary>A transition, in time.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Span">The stretch in which two shots share the screen, or in which one comes or goes; empty for a cut.</param>
/// <param name="At">Where the new shot is said to begin; for a fade out, where the old one ends.</param>
public sealed record Transition(TransitionKind Kind, MediaSpan Span, MediaTime At);
