namespace VideoIndex.Vision.ScreenText.Strokes;

/// <summary>Which pixels of a picture are part of something thin that is lighter, or darker, than what is on both sides of it.</summary>
/// <remarks>
/// The top-hat of mathematical morphology (Meyer 1979) with a square of 8 x 8 pixels: what an opening takes away is thinner than
/// 8 pixels somewhere. It is made in tiles that stay in the nearest cache. A pixel counts where its top-hat is half the
/// greatest near by, so that a letter ends half way up its edge whatever its contrast.
/// </remarks>
internal sealed class StrokeMap(Kernels kernels)
{
    /// <summary>The side of the square: every stroke is thinner.</summary>
    public const int Side = 8;

    private const int TileWidth = 96, TileHeight = 48, Cell = 8, MarginX = 16, MarginY = 8;
    private const int PatchWidth = TileWidth + 2 * MarginX, PatchHeight = TileHeight + 2 * MarginY, Patch = PatchWidth * PatchHeight;

    private const int CellsOfWord = 32 / Cell;

    // Noise and coding leave this much nearly everywhere.
    private const int LeastContrast = 14;

    private readonly byte[] _source = new byte[Patch], _opened = new byte[Patch], _greatest = new byte[TileWidth];
    private byte[] _hats = [], _peaks = [], _asked = [];
    private uint[] _bits = [];

    /// <summary>Gets the width of the picture.</summary>
    public int Width { get; private set; }

    /// <summary>Gets the height of the picture.</summary>
    public int Height { get; private set; }

    /// <summary>Gets how many words of 32 pixels a row has.</summary>
    public int Words { get; private set; }

    private int Rows { get; set; }

    /// <summary>Gets which pixels count, the lowest bit leftmost, <see cref="Words"/> a row.</summary>
    public ReadOnlySpan<uint> Bits => _bits.AsSpan(0, Words * Height);

    /// <summary>Gets the top-hat of a row.</summary>
    public ReadOnlySpan<byte> Hats(int row) => _hats.AsSpan(row * Words * 32, Words * 32);

    /// <summary>Finds the strokes of a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="light">Whether those lighter than what is around them, or those darker.</param>
    public void Take(Plane picture, bool light)
    {
        Resize(picture);
        for (var top = 0; top < Height; top += TileHeight)
        {
            for (var left = 0; left < Width; left += TileWidth)
            {
                Cut(picture, left - MarginX, top - MarginY);
                Open(light);
                Subtract(left, top, light);
            }
        }

        Decide(LeastContrast);
    }

    /// <summary>Leaves out the strokes of the picture last taken that stand out less.</summary>
    /// <param name="floor">How much lighter or darker they are at the least, in levels of gray.</param>
    public void Raise(int floor) => Decide((byte)Math.Max(floor, LeastContrast));

    private void Resize(Plane picture)
    {
        (Width, Height) = (picture.Width, picture.Height);
        Words = (Width + TileWidth - 1) / TileWidth * (TileWidth / 32);
        Rows = (Height + TileHeight - 1) / TileHeight * TileHeight;
        if (_hats.Length < Words * 32 * Rows)
        {
            _hats = new byte[Words * 32 * Rows];
            _bits = new uint[Words * Rows];
            _peaks = new byte[Words * CellsOfWord * (Rows / Cell)];
            _asked = new byte[Words * 32];
        }
    }

    // What lies outside the picture is as its edge.
    private void Cut(Plane picture, int left, int top)
    {
        var (before, inside) = (Math.Max(0, -left), Math.Min(PatchWidth, Width - left));
        for (var row = 0; row < PatchHeight; row++)
        {
            var from = picture.Pixels.AsSpan(Math.Clamp(top + row, 0, Height - 1) * Width, Width);
            var to = _source.AsSpan(row * PatchWidth, PatchWidth);
            from.Slice(left + before, inside - before).CopyTo(to[before..]);
            to[..before].Fill(from[0]);
            to[inside..].Fill(from[^1]);
        }
    }

    // The least (for light) of 8 x 8 and then the greatest of them, each as three doublings along and three down.
    // Every square begins at its pixel, so the answer lies 7 pixels to the left and up.
    private void Open(bool light)
    {
        _source.CopyTo(_opened, 0);
        foreach (var greater in (ReadOnlySpan<bool>)[!light, light])
        {
            for (var step = 1; step < Side; step *= 2)
            {
                kernels.Slide(_opened, step, greater);
            }

            for (var step = 1; step < Side; step *= 2)
            {
                kernels.Slide(_opened, step * PatchWidth, greater);
            }
        }
    }

    private void Subtract(int left, int top, bool light)
    {
        for (var row = 0; row < TileHeight; row++)
        {
            var source = _source.AsSpan((row + MarginY) * PatchWidth + MarginX, TileWidth);
            var opened = _opened.AsSpan((row + MarginY - Side + 1) * PatchWidth + MarginX - Side + 1, TileWidth);
            var to = _hats.AsSpan((top + row) * Words * 32 + left, TileWidth);
            kernels.Subtract(light ? source : opened, light ? opened : source, to, _greatest);
            if (row % Cell == Cell - 1)
            {
                for (var cell = 0; cell < TileWidth / Cell; cell++)
                {
                    _peaks[(top + row) / Cell * Words * CellsOfWord + left / Cell + cell] = Greatest(_greatest.AsSpan(cell * Cell, Cell));
                }

                Array.Clear(_greatest);
            }
        }
    }

    private static byte Greatest(ReadOnlySpan<byte> bytes)
    {
        var greatest = (byte)0;
        foreach (var value in bytes)
        {
            greatest = Math.Max(greatest, value);
        }

        return greatest;
    }

    private void Decide(byte floor)
    {
        var across = Words * CellsOfWord;
        for (var row = 0; row < Rows; row += Cell)
        {
            var empty = true;
            for (var cell = 0; cell < across; cell++)
            {
                var asked = Asked(row / Cell, cell, floor);
                _asked.AsSpan(cell * Cell, Cell).Fill(asked);
                empty &= _peaks[row / Cell * across + cell] < asked;
            }

            for (var line = row; line < row + Cell; line++)
            {
                var hats = Hats(line);
                for (var word = 0; word < Words; word++)
                {
                    _bits[line * Words + word] = empty ? 0 : kernels.AtLeast(hats.Slice(word * 32, 32), _asked.AsSpan(word * 32, 32));
                }
            }
        }
    }

    private byte Asked(int row, int column, byte floor)
    {
        var (across, down) = (Words * CellsOfWord, Rows / Cell);
        var near = 0;
        for (var y = Math.Max(0, row - 1); y <= Math.Min(down - 1, row + 1); y++)
        {
            for (var x = Math.Max(0, column - 1); x <= Math.Min(across - 1, column + 1); x++)
            {
                near = Math.Max(near, _peaks[y * across + x]);
            }
        }

        return (byte)Math.Max(floor, Math.Max(_peaks[row * across + column] / 2, near * 3 / 8));
    }
}
