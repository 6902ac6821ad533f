namespace VideoIndex.Vision.ScreenText.Strokes;

/// <summary>A picture, at half its size, at half of that: up to four of them.</summary>
internal sealed class Pyramid(Kernels kernels)
{
    // No level is lower than this many pixels, but for the first.
    private const int LeastSide = 120;

    private readonly Plane[] _planes = [new(), new(), new(), new()];

    /// <summary>Gets how many levels there are; 0 before the first picture.</summary>
    public int Levels { get; private set; }

    /// <summary>Gets a level: 0 is the picture itself.</summary>
    public Plane this[int level] => _planes[level];

    /// <summary>Takes a picture.</summary>
    public void Take(ReadOnlySpan<byte> luma, int width, int height)
    {
        _planes[0].Take(luma, width, height);
        for (Levels = 1; Levels < _planes.Length && Math.Min(width >> Levels, height >> Levels) >= LeastSide; Levels++)
        {
            _planes[Levels].TakeHalf(_planes[Levels - 1], kernels);
        }
    }
}
