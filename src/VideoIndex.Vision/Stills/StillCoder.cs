using System.Buffers.Binary;
using VideoIndex.Features;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Stills;
using VideoIndex.Looks;
using VideoIndex.Vision.Stills.Bits;

namespace VideoIndex.Vision.Stills;

/// <summary>Makes gray pictures small and brings them back: the blocks that changed, transformed, made coarse, and written with what is likely in mind.</summary>
/// <remarks>
/// Whole numbers throughout, so that the same picture gives the same bytes, and the same bytes the same picture, on every machine. The form:
/// <code>
/// 0    bit 7: whole; bits 0 to 6: how many of a look's pixels one is wide, 1 or 2
/// 1    the step values were made coarse with
/// 2    width, height, 2 bytes each, little-endian
/// 6    of each block of 8 x 8 in rows, unless it is whole, whether it is there; its values (<see cref="BlockModel"/>), as a range coder writes them
/// </code>
/// </remarks>
public sealed class StillCoder : IStillDecoder
{
    /// <summary>The largest side of a picture, in pixels.</summary>
    public const int Longest = 8192;

    private const int Head = 6, WholeFlag = 128;

    // A value is rounded up from 0.67: what is rare costs more bits than it is worth (as H.264's reference encoder rounds).
    private const int RoundingParts = 3;

    private const int Middle = 128;

    /// <inheritdoc/>
    public string Version => "gray-dct 1";

    /// <summary>Makes a picture small.</summary>
    /// <param name="picture">The picture, no side above <see cref="Longest"/>.</param>
    /// <param name="shrunk">How many of the look's pixels one of its is wide: 1 or 2.</param>
    /// <param name="changed">Which blocks of the look are kept.</param>
    /// <param name="step">How coarse: values of the orthonormal transform are multiples of it. From 1, hardly any loss, to 255.</param>
    public static byte[] Encode(GrayPicture picture, int shrunk, PictureArea changed, int step)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentOutOfRangeException.ThrowIfNotEqual(shrunk is 1 or 2, true, nameof(shrunk));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Max(picture.Width, picture.Height), Longest, nameof(picture));
        var whole = changed.Share == 1;
        var to = new List<byte>(1 << 14) { (byte)((whole ? WholeFlag : 0) | shrunk), checked((byte)step), 0, 0, 0, 0 };
        var grid = Grid.Of(picture.Width, picture.Height);
        for (var block = 0; block < grid.Count; block++)
        {
            grid.Present[block] = changed[block % grid.Columns * shrunk / 2, block / grid.Columns * shrunk / 2];
        }

        var bits = new BitWriter(to);
        Code(ref bits, grid, whole, picture, step, writes: true);
        bits.Finish();
        var bytes = to.ToArray();
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2), (ushort)picture.Width);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4), (ushort)picture.Height);
        return bytes;
    }

    /// <inheritdoc/>
    public Still? Decode(int look, ReadOnlySpan<byte> kept, Still? before)
    {
        if (kept.Length < Head)
        {
            return null;
        }

        var (whole, shrunk, step) = (kept[0] >= WholeFlag, kept[0] & (WholeFlag - 1), kept[1]);
        int width = BinaryPrimitives.ReadUInt16LittleEndian(kept[2..]), height = BinaryPrimitives.ReadUInt16LittleEndian(kept[4..]);
        var fits = before is not null && before.Picture.Width == width && before.Picture.Height == height;
        if (shrunk is not (1 or 2) || step == 0 || width is 0 or > Longest || height is 0 or > Longest || (!whole && !fits))
        {
            return null;
        }

        var picture = new GrayPicture(width, height, whole ? new byte[width * height] : (byte[])before!.Picture.Pixels.Clone());
        var bits = new BitReader(kept[Head..]);
        var grid = Grid.Of(width, height);
        Array.Fill(grid.Present, whole);
        Code(ref bits, grid, whole, picture, step, writes: false);
        return new Still(look, picture, 1.0 / shrunk);
    }

    private static void Code<TBits>(ref TBits bits, Grid grid, bool whole, GrayPicture picture, int step, bool writes)
        where TBits : struct, IBits, allows ref struct
    {
        var model = new BlockModel(grid.Columns);
        Span<int> block = stackalloc int[BlockTransform.Size];
        Span<short> values = stackalloc short[BlockTransform.Size];
        for (var row = 0; row < grid.Rows; row++)
        {
            model.StartRow();
            for (var column = 0; column < grid.Columns; column++)
            {
                var present = whole || model.Presence(ref bits, grid[column - 1, row], grid[column, row - 1], grid[column + 1, row - 1], grid[column, row]) == 1;
                grid.Set(column, row, present);
                if (!present)
                {
                    model.Skip(column);
                    continue;
                }

                values.Clear();
                if (writes)
                {
                    Cut(picture, column, row, block);
                    BlockTransform.Forward(block);
                    Coarsen(block, values, step);
                }

                model.Code(ref bits, column, values);
                if (!writes)
                {
                    Refine(values, block, step);
                    BlockTransform.Back(block);
                    Paste(block, picture, column, row);
                }
            }
        }
    }

    private static void Coarsen(ReadOnlySpan<int> block, Span<short> values, int step)
    {
        var unit = step << BlockTransform.Bits;
        var (up, least) = (unit / RoundingParts, unit - (unit / RoundingParts));
        for (var at = 0; at < block.Length; at++)
        {
            var large = Math.Abs(block[at]);
            var level = large < least ? 0 : (large + up) / unit;
            values[at] = (short)(block[at] < 0 ? -level : level);
        }

        values[0] = (short)((block[0] + (block[0] < 0 ? -unit / 2 : unit / 2)) / unit);
    }

    private static void Refine(ReadOnlySpan<short> values, Span<int> block, int step)
    {
        for (var at = 0; at < block.Length; at++)
        {
            block[at] = values[at] * step;
        }
    }

    // Beyond the picture its edge goes on.
    private static void Cut(GrayPicture picture, int column, int row, Span<int> block)
    {
        var (left, top) = (column * BlockTransform.Side, row * BlockTransform.Side);
        for (var y = 0; y < BlockTransform.Side; y++)
        {
            var line = picture.Pixels.AsSpan(Math.Min(top + y, picture.Height - 1) * picture.Width, picture.Width);
            for (var x = 0; x < BlockTransform.Side; x++)
            {
                block[(y * BlockTransform.Side) + x] = line[Math.Min(left + x, line.Length - 1)] - Middle;
            }
        }
    }

    private static void Paste(ReadOnlySpan<int> block, GrayPicture picture, int column, int row)
    {
        var (left, top) = (column * BlockTransform.Side, row * BlockTransform.Side);
        for (var y = 0; y < Math.Min(BlockTransform.Side, picture.Height - top); y++)
        {
            var line = picture.Pixels.AsSpan((top + y) * picture.Width, picture.Width);
            for (var x = 0; x < Math.Min(BlockTransform.Side, line.Length - left); x++)
            {
                line[left + x] = (byte)Math.Clamp(block[(y * BlockTransform.Side) + x] + Middle, 0, 255);
            }
        }
    }

    // Which blocks are there. Beyond the edges none is.
    private sealed record Grid(int Columns, int Rows, bool[] Present)
    {
        public int Count => Columns * Rows;

        public int this[int column, int row] => column >= 0 && column < Columns && row >= 0 && Present[(row * Columns) + column] ? 1 : 0;

        public static Grid Of(int width, int height)
        {
            var (columns, rows) = ((width + BlockTransform.Side - 1) / BlockTransform.Side, (height + BlockTransform.Side - 1) / BlockTransform.Side);
            return new Grid(columns, rows, new bool[columns * rows]);
        }

        public void Set(int column, int row, bool present) => Present[(row * Columns) + column] = present;
    }
}
