namespace VideoIndex.Timing;

/// <summary>Frames that follow one another, counted from 0 for the first of the video.</summary>
/// <param name="First">The first.</param>
/// <param name="Until">The one after the last.</param>
public readonly record struct FrameRange(long First, long Until)
{
    /// <summary>Gets how many there are.</summary>
    public long Count => Until - First;

    /// <summary>Gets the last.</summary>
    public long Last => Until - 1;

    /// <summary>Returns "[30, 60)".</summary>
    public override string ToString() => $"[{First}, {Until})";
}
