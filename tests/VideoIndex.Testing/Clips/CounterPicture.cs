namespace VideoIndex.Testing.Clips;

/// <summary>A picture that carries a number no encoder loses: 4 x 4 squares, black or white.</summary>
/// <remarks>The corners say which way is up (only the first is white); the twelve other squares are the number's bits.</remarks>
public static class CounterPicture
{
    public const int Width = 160;
    public const int Height = 96;
    private const int Side = 4;
    private const int Doubt = 40;
    private static readonly int[] Corners = [0, 3, 12, 15];

    /// <summary>Draws a number from 0 to 4095, a byte a pixel.</summary>
    public static byte[] Draw(int number)
    {
        var white = Squares(number);
        var picture = new byte[Width * Height];
        for (var at = 0; at < picture.Length; at++)
        {
            var (y, x) = Math.DivRem(at, Width);
            picture[at] = white[y * Side / Height * Side + x * Side / Width] ? (byte)235 : (byte)16;
        }

        return picture;
    }

    /// <summary>Reads the number from a picture of any size; null where a square is neither black nor white, or the picture is not upright.</summary>
    /// <param name="gray">A byte a pixel.</param>
    /// <param name="width">Of the picture as stored, in pixels.</param>
    /// <param name="height">Of the picture as stored, in pixels.</param>
    /// <param name="clockwise">By how many degrees the picture must be turned to be upright.</param>
    public static int? Read(ReadOnlySpan<byte> gray, int width, int height, int clockwise = 0)
    {
        var (number, bit) = (0, 0);
        for (var square = 0; square < Side * Side; square++)
        {
            var mean = MeanOf(gray, width, height, Stored(square, clockwise));
            var white = mean > 128;
            if (Math.Abs(mean - 128) < Doubt || Corners.Contains(square) && white != (square == 0))
            {
                return null;
            }

            number |= !Corners.Contains(square) && white ? 1 << bit : 0;
            bit += Corners.Contains(square) ? 0 : 1;
        }

        return number;
    }

    private static bool[] Squares(int number)
    {
        var squares = new bool[Side * Side];
        squares[0] = true;
        foreach (var square in Enumerable.Range(0, Side * Side).Except(Corners))
        {
            squares[square] = (number & 1) == 1;
            number >>= 1;
        }

        return squares;
    }

    // Where a square of the upright picture lies in the stored one: one quarter turn takes the left column to the top row.
    private static int Stored(int square, int clockwise)
    {
        var (row, column) = Math.DivRem(square, Side);
        for (var turned = 0; turned < clockwise; turned += 90)
        {
            (row, column) = (Side - 1 - column, row);
        }

        return row * Side + column;
    }

    // The middle quarter of a square, away from its blurred edges.
    private static int MeanOf(ReadOnlySpan<byte> gray, int width, int height, int square)
    {
        var (row, column) = Math.DivRem(square, Side);
        var (w, h) = (width / Side, height / Side);
        var sum = 0;
        for (var y = h / 4; y < 3 * h / 4; y++)
        {
            for (var x = w / 4; x < 3 * w / 4; x++)
            {
                sum += gray[(row * h + y) * width + column * w + x];
            }
        }

        return sum / ((3 * h / 4 - h / 4) * (3 * w / 4 - w / 4));
    }
}
