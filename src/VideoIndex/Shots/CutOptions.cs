using System.ComponentModel.DataAnnotations;

namespace VideoIndex.Shots;

/// <summary>How cuts are told from everything else.</summary>
public sealed record CutOptions
{
    /// <summary>The least permitted <see cref="Threshold"/>: what is weaker is never a cut, so nothing need be kept for it.</summary>
    public const int LeastThreshold = 30;

    /// <summary>Gets how sure a change must be to count as a cut, from 30 to 100.</summary>
    /// <value>
    /// The default is 50: where F1 is highest on the footage the weights were chosen on. Every 5 points multiply the
    /// odds by 2.7; at 53 a change is as likely a cut as not. Lower finds more cuts, and more of what is none.
    /// </value>
    [Range(LeastThreshold, 100)]
    public int Threshold { get; init; } = 50;
}
