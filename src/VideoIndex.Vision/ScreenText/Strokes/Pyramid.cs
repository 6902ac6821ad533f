namespace VideoIndex.Vision.ScreenText.Strokes;

/// <summary>A picture, at half its size, at half of that: up to four of them. A small picture is enlarged first.</summary>
internal sealed class Pyramid(Kernels kernels)
{
    // No level is lower than this many pixels, but for the first; and one lower than that many has letters too small to tell apart.
    private const int LeastSide = 120, Small = 400;

    private readonly Plane[] _planes = [new(), new(), new(), new()];
    private readonly Plane _given = new();

    /// <summary>Gets how many levels there are; 0 before the first picture.</summary>
    public int Levels { get; private set; }

    /// <summary>Gets a level: 0 is the picture itself, or that at twice its size.</summary>
    public Plane this[int level] => _planes[level];

    /// <summary>Gets how many pictures were taken, so that who holds on to one can tell that it is another.</summary>
    public long Taken { get; private set; }

    /// <summary>Gets the width of the picture that was taken.</summary>
    public int Width { get; private set; }

    /// <summary>Gets the height of the picture that was taken.</summary>
    public int Height { get; private set; }

    /// <summary>Returns how many pixels of the picture one of a level is wide: a half, 1, 2, 4 or 8.</summary>
    public double Scale(int level) => (double)(1 << level) * Width / _planes[0].Width;

    /// <summary>Takes a picture.</summary>
    public void Take(ReadOnlySpan<byte> luma, int width, int height)
    {
        (Width, Height, Taken) = (width, height, Taken + 1);
        if (height < Small)
        {
            _given.Take(luma, width, height);
            _planes[0].TakeTwice(_given);
        }
        else
        {
            _planes[0].Take(luma, width, height);
        }

        var (first, levels) = (_planes[0], 1);
        for (; levels < _planes.Length && Math.Min(first.Width >> levels, first.Height >> levels) >= LeastSide; levels++)
        {
            _planes[levels].TakeHalf(_planes[levels - 1], kernels);
        }

        Levels = levels;
    }
}
