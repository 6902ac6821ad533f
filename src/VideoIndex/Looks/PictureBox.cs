namespace VideoIndex.Looks;

/// <summary>A place in the picture as displayed, upright, whatever its size in pixels.</summary>
/// <param name="Left">Where it begins, in ten-thousandths of the picture's width.</param>
/// <param name="Top">Where it begins, in ten-thousandths of the picture's height.</param>
/// <param name="Width">How wide it is, in ten-thousandths of the picture's width.</param>
/// <param name="Height">How high it is, in ten-thousandths of the picture's height.</param>
public readonly record struct PictureBox(int Left, int Top, int Width, int Height)
{
    /// <summary>The number of units along each side of the picture.</summary>
    public const int Whole = 10_000;
}
