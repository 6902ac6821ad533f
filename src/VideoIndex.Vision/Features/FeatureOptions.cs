namespace VideoIndex.Vision.Features;

/// <summary>What counts as a keypoint.</summary>
public sealed record FeatureOptions
{
    /// <summary>Gets the least contrast, as a share of that of black and white; 0.04 unless told otherwise. Less finds more, and fainter.</summary>
    public double Contrast { get; init; } = 0.04;

    /// <summary>Gets how many times as long as wide what is found may be before it is taken for an edge; 12 unless told otherwise.</summary>
    public double Edge { get; init; } = 12;
}
