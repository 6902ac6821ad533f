using System.ComponentModel.DataAnnotations;

namespace VideoIndex.Shots;

/// <summary>How cuts are told from everything else.</summary>
public sealed record CutOptions
{
    /// <summary>The least permitted <see cref="Threshold"/>: below it nothing is ever a cut.</summary>
    public const int LeastThreshold = 10;

    /// <summary>Gets how strong a change must be to count as a cut, from 10 to 100.</summary>
    /// <value>The default is 50. Lower finds more cuts, and more of what is none.</value>
    [Range(LeastThreshold, 100)]
    public int Threshold { get; init; } = 50;
}
