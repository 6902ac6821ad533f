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

    private const int Columns = 7;
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

    /// <summary>Finds a column: where it starts, how wide it is, and its least value.</summary>
    public static (int At, int Width, long Least) Find(ReadOnlySpan<byte> block, Column column)
    {
        var (at, count) = (Header, block[0]);
        for (var before = 0; before < (int)column; before++)
        {
            at += Bits.Bytes(count, block[1 + before]);
        }

        var width = block[1 + (int)column];
        return width <= Bits.Widest
            ? (at, width, BinaryPrimitives.ReadInt32LittleEndian(block[(BasesAt + ((int)column * sizeof(int)))..]))
            : throw Damage.Found();
    }

    /// <summary>Reads what one thing has in one column.</summary>
    public static long Read(ReadOnlySpan<byte> block, Column column, int thing)
    {
        var (at, width, least) = Find(block, column);
        return least + Bits.At(block[at..], width, thing);
    }

    /// <summary>Returns how many words the things of a block have.</summary>
    public static long WordsIn(ReadOnlySpan<byte> block)
    {
        var sum = 0L;
        for (var thing = 0; thing < Count(block); thing++)
        {
            sum += Read(block, Column.Words, thing);
        }

        return sum;
    }

    /// <summary>Reads all of one thing.</summary>
    public static ThingFacts Read(ReadOnlySpan<byte> block, int thing) => new(
        Read(block, Column.Millisecond, thing),
        Read(block, Column.Tie, thing),
        Signed(Read(block, Column.Late, thing)),
        Read(block, Column.Lasts, thing),
        Read(block, Column.Words, thing),
        Read(block, Column.Class, thing),
        Read(block, Column.Millionths, thing));

    /// <summary>Takes the sign out of the lowest bit.</summary>
    public static long Signed(long value) => (value >> 1) ^ -(value & 1);

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
