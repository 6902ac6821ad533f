using System.Buffers.Binary;

namespace VideoIndex.Sqlite.Postings.Coding;

/// <summary>Up to 128 things of one video, in order of key; any of them can be read by itself.</summary>
/// <remarks>
/// The bytes: the number of things; the bits each column takes per thing, a byte each; the least value of each column but ties, four bytes each,
/// little-endian; then the columns, in the order of <see cref="Column"/>: what each thing has above the least, packed by <see cref="Bits"/>. A column
/// whose values are all alike takes nothing. A block never runs from one page into the next, so that bytes follow it to read on into.
/// </remarks>
internal static class ThingBlock
{
    /// <summary>The most things in a block.</summary>
    public const int Most = 128;

    /// <summary>How many columns it has.</summary>
    public const int Columns = 7;

    private const int BasesAt = 1 + Columns;
    private const int Header = BasesAt + (Columns * sizeof(int));

    /// <summary>What is kept of each thing; the order is that of the bytes.</summary>
    public enum Column
    {
        /// <summary>The milliseconds in its key.</summary>
        Millisecond,

        /// <summary>How long it lasts, in milliseconds.</summary>
        Lasts,

        /// <summary>How many words it has.</summary>
        Words,

        /// <summary>Its class.</summary>
        Class,

        /// <summary>How sure its author is.</summary>
        Millionths,

        /// <summary>The lowest bits of its key.</summary>
        Tie,

        /// <summary>How much later than its key it starts, the sign in the lowest bit.</summary>
        Late,
    }

    /// <summary>Appends a block.</summary>
    public static void Write(ReadOnlySpan<ThingFacts> things, ByteWriter into)
    {
        Span<long> values = stackalloc long[Columns * Most];
        Span<byte> widths = stackalloc byte[Columns];
        Span<int> bases = stackalloc int[Columns];
        for (var column = 0; column < Columns; column++)
        {
            var one = values.Slice(column * Most, things.Length);
            var (least, greatest) = (long.MaxValue, 0L);
            for (var thing = 0; thing < one.Length; thing++)
            {
                one[thing] = Value(things[thing], (Column)column);
                (least, greatest) = (Math.Min(least, one[thing]), Math.Max(greatest, one[thing]));
            }

            bases[column] = (int)Math.Min(least, int.MaxValue);
            widths[column] = (byte)Bits.Width(greatest - bases[column]);
        }

        into.Byte((byte)things.Length);
        into.Bytes(widths);
        foreach (var least in bases)
        {
            into.Fixed(least);
        }

        for (var column = 0; column < Columns; column++)
        {
            var one = values.Slice(column * Most, things.Length);
            for (var thing = 0; thing < one.Length; thing++)
            {
                one[thing] -= bases[column];
            }

            Bits.Pack(one, widths[column], into);
        }
    }

    /// <summary>Returns how many things a block has.</summary>
    public static int Count(ReadOnlySpan<byte> block) => block[0];

    /// <summary>Finds the columns of a block.</summary>
    /// <param name="block">Its bytes.</param>
    /// <param name="columns">Where they go, one for each of <see cref="Column"/>.</param>
    public static void Find(ReadOnlySpan<byte> block, Span<ColumnPlace> columns)
    {
        var (at, count) = (Header, block[0]);
        for (var column = 0; column < Columns; column++)
        {
            var width = block[1 + column];
            if (width > Bits.Widest)
            {
                throw Damage.Found();
            }

            columns[column] = new ColumnPlace(at, width, Base(block, (Column)column));
            at += Bits.Bytes(count, width);
        }
    }

    /// <summary>Returns how many words the things of a block have.</summary>
    public static long WordsIn(ReadOnlySpan<byte> block)
    {
        Span<ColumnPlace> columns = stackalloc ColumnPlace[Columns];
        Find(block, columns);
        var sum = 0L;
        for (var thing = 0; thing < Count(block); thing++)
        {
            sum += columns[(int)Column.Words].Read(block, thing);
        }

        return sum;
    }

    /// <summary>Takes the sign out of the lowest bit.</summary>
    public static long Signed(long value) => (value >> 1) ^ -(value & 1);

    private static int Base(ReadOnlySpan<byte> block, Column column) => BinaryPrimitives.ReadInt32LittleEndian(block[(BasesAt + ((int)column * sizeof(int)))..]);

    private static long Value(ThingFacts thing, Column column) => column switch
    {
        Column.Millisecond => thing.Millisecond,
        Column.Lasts => thing.Lasts,
        Column.Words => thing.Words,
        Column.Class => thing.Class,
        Column.Millionths => thing.Millionths,
        Column.Tie => thing.Tie,
        _ => (thing.Late << 1) ^ (thing.Late >> 63),
    };
}

/// <summary>Where a column of a block is.</summary>
/// <param name="At">Where it starts in the block.</param>
/// <param name="Width">How many bits each value takes.</param>
/// <param name="Least">The least value.</param>
internal readonly record struct ColumnPlace(int At, int Width, long Least)
{
    /// <summary>Reads a value.</summary>
    public long Read(ReadOnlySpan<byte> block, int thing) => Width == 0 ? Least : Least + Bits.At(block[At..], Width, thing);
}
