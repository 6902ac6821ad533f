namespace VideoIndex.Vision.Objects;

/// <summary>How much of what a model says is told.</summary>
public sealed record DetectionLimits
{
    /// <summary>Gets the least score, 0 to 1; 0.05 by default: far below any that is believed, as thresholds are applied when asked.</summary>
    public float Floor { get; init; } = 0.05f;

    /// <summary>Gets how many things of a picture at most, the surest; 300 by default.</summary>
    public int Most { get; init; } = 300;
}
