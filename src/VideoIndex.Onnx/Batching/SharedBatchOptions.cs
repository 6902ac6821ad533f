namespace VideoIndex.Onnx.Batching;

/// <summary>How runs share batches. The defaults bound what is waited for and kept; which serve best on a GPU was not measured.</summary>
public sealed record SharedBatchOptions
{
    /// <summary>Gets how many items one run takes at most; 4 by default.</summary>
    public int MostItems { get; init; } = 4;

    /// <summary>Gets how long an item waits for others to share its run; 5 milliseconds by default.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Gets how many items wait or are run at most, 16 by default; whoever comes with one more is held until there is room.</summary>
    public int MostWaiting { get; init; } = 16;
}
