namespace VideoIndex.Vision.ScreenText.Strokes;

/// <summary>Pixels of strokes that hang together: a letter, several that touch, a piece of one, or something else that is thin.</summary>
/// <remarks>All measures are in pixels of the picture it was found in; right and bottom are outside it.</remarks>
internal struct Part
{
    /// <summary>Where it is.</summary>
    public int Left, Top, Right, Bottom;

    /// <summary>How many pixels it has, and in how many runs.</summary>
    public int Area, Runs;

    /// <summary>How often a run touches one in the row above, and how many pixels lie right above each other.</summary>
    public int Links, Overlap;

    /// <summary>Its first run and its last; each names the next.</summary>
    public int First, Last;

    /// <summary>The sum of what its pixels stand out by, and of their luma.</summary>
    public int Contrast, Luma;

    /// <summary>Gets the height.</summary>
    public readonly int Height => Bottom - Top;

    /// <summary>Gets the width.</summary>
    public readonly int Width => Right - Left;

    /// <summary>Gets how wide its strokes are, in sixteenths of a pixel: twice its area by the length of its edge.</summary>
    public readonly int Stroke => Area * 32 / (2 * Runs + 2 * (Area - Overlap));

    /// <summary>Gets how much it stands out, in levels of gray.</summary>
    public readonly int MeanContrast => Contrast / Area;

    /// <summary>Gets how light it is.</summary>
    public readonly int MeanLuma => Luma / Area;

    /// <summary>Gets how many holes it has.</summary>
    public readonly int Holes => Math.Max(0, 1 + Links - Runs);
}

/// <summary>Pixels beside each other in one row.</summary>
internal struct Run
{
    /// <summary>Where it is; the end is outside it.</summary>
    public int Row, Start, End;

    /// <summary>The next run of the same part; -1 for none.</summary>
    public int Next;

    /// <summary>Returns the box around some; right and bottom are outside it.</summary>
    public static (int Left, int Top, int Right, int Bottom) Around(IReadOnlyList<Run> runs)
    {
        var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, 0, 0);
        foreach (var run in runs)
        {
            (left, top) = (Math.Min(left, run.Start), Math.Min(top, run.Row));
            (right, bottom) = (Math.Max(right, run.End), Math.Max(bottom, run.Row + 1));
        }

        return (left, top, right, bottom);
    }
}
