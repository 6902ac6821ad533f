using VideoIndex.Features;

namespace VideoIndex.Vision.Features.Scales;

/// <summary>The parts of an octave that are worked on: an area and what lies around it, as stretches of columns for each row of blocks.</summary>
internal sealed class Reach
{
    private readonly List<(int Left, int Right)> _runs = [];
    private readonly List<int> _ends = [];
    private int _block;

    /// <summary>Gets whether it is all of the octave.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Becomes all of an octave.</summary>
    public void TakeWhole(int width)
    {
        Clear(int.MaxValue);
        IsWhole = true;
        _runs.Add((0, width));
        _ends.Add(1);
    }

    /// <summary>Becomes an area, and the blocks up to so many away from it.</summary>
    /// <param name="area">The area.</param>
    /// <param name="around">How many blocks away.</param>
    /// <param name="block">How many pixels of the octave a block is wide and high.</param>
    /// <param name="width">The octave's width.</param>
    public void Take(PictureArea area, int around, int block, int width)
    {
        Clear(block);
        for (var row = 0; row < area.Rows; row++)
        {
            var from = -1;
            for (var column = 0; column <= area.Columns; column++)
            {
                var isIn = column < area.Columns && HoldsAround(area, column, row, around);
                if (isIn && from < 0)
                {
                    from = column;
                }
                else if (!isIn && from >= 0)
                {
                    _runs.Add((from * block, Math.Min(width, column * block)));
                    from = -1;
                }
            }

            _ends.Add(_runs.Count);
        }
    }

    /// <summary>Returns the stretches of columns of the row of blocks that a row lies in.</summary>
    public ReadOnlySpan<(int Left, int Right)> At(int y)
    {
        var row = y / _block;
        var first = row == 0 ? 0 : _ends[row - 1];
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_runs)[first.._ends[row]];
    }

    /// <summary>Returns the first row of the next row of blocks.</summary>
    public int Next(int y) => IsWhole ? int.MaxValue : (y / _block + 1) * _block;

    private static bool HoldsAround(PictureArea area, int column, int row, int around)
    {
        for (var y = Math.Max(0, row - around); y <= Math.Min(area.Rows - 1, row + around); y++)
        {
            for (var x = Math.Max(0, column - around); x <= Math.Min(area.Columns - 1, column + around); x++)
            {
                if (area[x, y])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Clear(int block)
    {
        _runs.Clear();
        _ends.Clear();
        (_block, IsWhole) = (block, false);
    }
}
