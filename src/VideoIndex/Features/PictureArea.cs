namespace VideoIndex.Features;

/// <summary>Parts of a picture, in blocks of 16 x 16 pixels.</summary>
public sealed class PictureArea
{
    /// <summary>How wide and high a block is, in pixels.</summary>
    public const int Block = 16;

    private readonly bool[] _blocks;

    /// <summary>Creates an area of nothing.</summary>
    /// <param name="width">The picture's width in pixels.</param>
    /// <param name="height">The picture's height in pixels.</param>
    public PictureArea(int width, int height)
    {
        (Width, Height) = (width, height);
        (Columns, Rows) = ((width + Block - 1) / Block, (height + Block - 1) / Block);
        _blocks = new bool[Columns * Rows];
    }

    /// <summary>Gets the picture's width in pixels.</summary>
    public int Width { get; }

    /// <summary>Gets the picture's height in pixels.</summary>
    public int Height { get; }

    /// <summary>Gets how many blocks lie side by side; the last may be narrower.</summary>
    public int Columns { get; }

    /// <summary>Gets how many blocks lie below each other; the last may be lower.</summary>
    public int Rows { get; }

    /// <summary>Gets the share of the blocks that are in, from 0 to 1.</summary>
    public double Share => (double)_blocks.AsSpan().Count(true) / _blocks.Length;

    /// <summary>Gets or sets whether a block is in, counted from the top left, which is 0, 0.</summary>
    public bool this[int column, int row]
    {
        get => _blocks[row * Columns + column];
        set => _blocks[row * Columns + column] = value;
    }

    /// <summary>Returns the whole of a picture.</summary>
    public static PictureArea Whole(int width, int height)
    {
        var area = new PictureArea(width, height);
        Array.Fill(area._blocks, true);
        return area;
    }

    /// <summary>Adds all blocks a rectangle touches; what lies beyond the picture is left out.</summary>
    public void Add(int left, int top, int width, int height)
    {
        var (right, bottom) = (Math.Min(Width, left + width), Math.Min(Height, top + height));
        for (var row = Math.Max(0, top) / Block; row * Block < bottom; row++)
        {
            for (var column = Math.Max(0, left) / Block; column * Block < right; column++)
            {
                this[column, row] = true;
            }
        }
    }

    /// <summary>Returns whether the block a point lies in is in. The point lies in the picture; see <see cref="Keypoint"/> for where it is counted from.</summary>
    public bool Holds(double x, double y) =>
        this[Math.Clamp((int)(x + 0.5) / Block, 0, Columns - 1), Math.Clamp((int)(y + 0.5) / Block, 0, Rows - 1)];
}
