using System.Runtime.InteropServices;
using VideoIndex.Media;

namespace VideoIndex.Vision.Shots;

/// <summary>A frame at a quarter of the gray frame's width and height, and its detail: what is left when the brightness of the surroundings is taken out.</summary>
/// <remarks>A pixel here is the mean of 16, so film grain and coding noise shrink to a quarter before anything is compared.</remarks>
internal sealed class SmallPicture
{
    public const int Width = GrayFrame.Width / 4, Height = GrayFrame.Height / 4, Count = Width * Height;

    /// <summary>How far the detail goes on past the picture's edges, which are repeated there, so that blocks may be looked for over the edge.</summary>
    public const int MarginX = 8, MarginY = 6;

    /// <summary>The bytes in a row of the detail: 96 in use and 32 so that whole vectors can be loaded anywhere.</summary>
    public const int Stride = Width + 2 * MarginX + 32;

    private const byte NoDetail = 128;
    private const int Reach = 8, Bins = 32;

    private readonly byte[] _smooth = new byte[Count];
    private readonly int[] _sums = new int[(Width + 1) * (Height + 1)];

    /// <summary>Gets the mean luma of each 4 x 4 pixels.</summary>
    public byte[] Luma { get; } = new byte[Count];

    /// <summary>Gets the detail with its margins, 128 where there is none.</summary>
    public byte[] Detail { get; } = new byte[Stride * (Height + 2 * MarginY)];

    /// <summary>Gets how many pixels have each 1/32 of the range of luma.</summary>
    public int[] Histogram { get; } = new int[Bins];

    /// <summary>Gets the same for each quarter of the picture, one after the other.</summary>
    public int[] Quarters { get; } = new int[4 * Bins];

    /// <summary>Gets the sum of the detail, without sign, of each block of <see cref="BlockSearch"/>.</summary>
    public int[] BlockTexture { get; } = new int[BlockSearch.Across * BlockSearch.Down];

    /// <summary>Gets the sum of the detail, over all pixels, without sign.</summary>
    public int Texture { get; private set; }

    /// <summary>Gets the sum of the luma.</summary>
    public int Sum { get; private set; }

    /// <summary>Gets the sum of the squared luma.</summary>
    public long SumOfSquares { get; private set; }

    /// <summary>Becomes the given 320 x 180 frame.</summary>
    public void Take(ReadOnlySpan<byte> gray)
    {
        Shrink(gray);
        Count32();
        Smooth();
        TakeOutSurroundings();
        RepeatEdges();
    }

    // Eight pixels in one register: pairs are added within it, then four rows, then pairs of pairs.
    private void Shrink(ReadOnlySpan<byte> gray)
    {
        const ulong Bytes = 0x00FF00FF00FF00FF, Pairs = 0x0000FFFF0000FFFF;
        const int Words = GrayFrame.Width / 8;
        var words = MemoryMarshal.Cast<byte, ulong>(gray);
        for (var y = 0; y < Height; y++)
        {
            var rows = words.Slice(4 * y * Words, 4 * Words);
            var to = Luma.AsSpan(y * Width, Width);
            for (var x = 0; x < Words; x++)
            {
                var sums = 0UL;
                for (var row = x; row < rows.Length; row += Words)
                {
                    sums += (rows[row] & Bytes) + ((rows[row] >> 8) & Bytes);
                }

                sums = (sums & Pairs) + ((sums >> 16) & Pairs) + 0x0000000800000008; // 8 of 16: round to the nearest
                var (left, right) = ((byte)((sums >> 4) & 0xFF), (byte)((sums >> 36) & 0xFF));
                (to[2 * x], to[2 * x + 1]) = BitConverter.IsLittleEndian ? (left, right) : (right, left);
            }
        }
    }

    private void Count32()
    {
        Array.Clear(Quarters);
        var (sum, squares) = (0, 0);
        for (var half = 0; half < 2 * Height; half++)
        {
            var quarter = Quarters.AsSpan(((half < Height / 2 * 2 ? 0 : 2) + half % 2) * Bins, Bins);
            foreach (var luma in Luma.AsSpan(half * Width / 2, Width / 2))
            {
                quarter[luma >> 3]++;
                sum += luma;
                squares += luma * luma; // 3600 x 255 x 255 fits
            }
        }

        for (var bin = 0; bin < Bins; bin++)
        {
            Histogram[bin] = Quarters[bin] + Quarters[Bins + bin] + Quarters[2 * Bins + bin] + Quarters[3 * Bins + bin];
        }

        (Sum, SumOfSquares) = (sum, squares);
    }

    // A 1-2-1 blur both ways: a picture that moves by half a pixel still matches itself.
    private void Smooth()
    {
        for (var y = 0; y < Height; y++)
        {
            var above = Luma.AsSpan(Math.Max(0, y - 1) * Width, Width);
            var row = Luma.AsSpan(y * Width, Width);
            var below = Luma.AsSpan(Math.Min(Height - 1, y + 1) * Width, Width);
            var to = _smooth.AsSpan(y * Width, Width);
            var left = above[0] + 2 * row[0] + below[0];
            var here = left;
            for (var x = 0; x < to.Length; x++)
            {
                var next = Math.Min(x + 1, Width - 1);
                var right = above[next] + 2 * row[next] + below[next];
                to[x] = (byte)((left + 2 * here + right + 8) >> 4);
                (left, here) = (here, right);
            }
        }
    }

    private void TakeOutSurroundings()
    {
        const int Row = Width + 1;
        for (var y = 0; y < Height; y++)
        {
            var sum = 0;
            for (var x = 0; x < Width; x++)
            {
                sum += _smooth[y * Width + x];
                _sums[(y + 1) * Row + x + 1] = _sums[y * Row + x + 1] + sum;
            }
        }

        Array.Clear(BlockTexture);
        for (var y = 0; y < Height; y++)
        {
            var blocks = BlockTexture.AsSpan(y / BlockSearch.Tall * BlockSearch.Across, BlockSearch.Across);
            var (top, bottom) = (Math.Max(0, y - Reach), Math.Min(Height, y + Reach + 1));
            var above = _sums.AsSpan(top * Row, Row);
            var below = _sums.AsSpan(bottom * Row, Row);
            var to = Detail.AsSpan((y + MarginY) * Stride + MarginX, Width);
            for (var x = 0; x < to.Length; x++)
            {
                var (left, right) = (Math.Max(0, x - Reach), Math.Min(Width, x + Reach + 1));
                var around = (below[right] - below[left] - above[right] + above[left]) / ((right - left) * (bottom - top));
                var detail = Math.Clamp(_smooth[y * Width + x] - around, -128, 127);
                blocks[x / BlockSearch.Wide] += Math.Abs(detail);
                to[x] = (byte)(NoDetail + detail);
            }
        }

        Texture = BlockTexture.Sum();
    }

    private void RepeatEdges()
    {
        for (var y = MarginY; y < MarginY + Height; y++)
        {
            var row = Detail.AsSpan(y * Stride, Stride);
            row[..MarginX].Fill(row[MarginX]);
            row[(MarginX + Width)..].Fill(row[MarginX + Width - 1]);
        }

        for (var y = 0; y < MarginY; y++)
        {
            Detail.AsSpan(MarginY * Stride, Stride).CopyTo(Detail.AsSpan(y * Stride));
            Detail.AsSpan((MarginY + Height - 1) * Stride, Stride).CopyTo(Detail.AsSpan((MarginY + Height + y) * Stride));
        }
    }
}
