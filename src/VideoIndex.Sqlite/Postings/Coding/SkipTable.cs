namespace VideoIndex.Sqlite.Postings.Coding;

/// <summary>The lines of a list's blocks, read: see <see cref="ListWriter"/>. Of every line: its last thing, where its bytes are, what bounds its best score.</summary>
internal sealed class SkipTable
{
    private readonly ushort[] _pairs;
    private readonly int[] _firstPair;

    private SkipTable(int blocks, int at, ref ByteReader reader, ushort[] pairs)
    {
        _firstPair = new int[blocks + 1];
        Last = new int[blocks];
        ThingsAt = new long[blocks];
        PlacesAt = new long[blocks];
        Widths = new (byte Gap, byte Repeat)[blocks];
        var (last, things, places) = (-1L, 0L, 0L);
        for (var block = 0; block < blocks; block++)
        {
            last += reader.Number();
            Last[block] = last is >= 0 and < int.MaxValue ? (int)last : throw Damage.Found();
            Widths[block] = (reader.Byte(), reader.Byte());
            (ThingsAt[block], PlacesAt[block]) = (things, places);
            things += Bits.Bytes(ListWriter.Block, Widths[block].Gap) + Bits.Bytes(ListWriter.Block, Widths[block].Repeat);
            places += reader.Count();
            _firstPair[block + 1] = ReadPairs(ref reader, ref pairs, _firstPair[block]);
        }

        _pairs = pairs;
        var start = at + reader.At;
        for (var block = 0; block < blocks; block++)
        {
            ThingsAt[block] += start;
            PlacesAt[block] += start + things;
        }

        RestAt = start + things + places;
    }

    /// <summary>Gets the table of a list without blocks.</summary>
    public static SkipTable None { get; } = Read([], 0, 0);

    /// <summary>Gets the last thing of each block.</summary>
    public int[] Last { get; }

    /// <summary>Gets where each block's things are, in bytes after the list's start.</summary>
    public long[] ThingsAt { get; }

    /// <summary>Gets where each block's places are.</summary>
    public long[] PlacesAt { get; }

    /// <summary>Gets how many bits gaps and repeats of each block take.</summary>
    public (byte Gap, byte Repeat)[] Widths { get; }

    /// <summary>Gets where what is left over is.</summary>
    public long RestAt { get; }

    /// <summary>Gets how many blocks there are.</summary>
    public int Blocks => Last.Length;

    /// <summary>Gets about how many bytes it takes in memory.</summary>
    public int Bytes => (Blocks * 26) + (_pairs.Length * sizeof(ushort));

    /// <summary>Returns the pairs of a block, the times in the upper byte, the words in the lower.</summary>
    public ReadOnlySpan<ushort> Pairs(int block) => _pairs.AsSpan(_firstPair[block].._firstPair[block + 1]);

    /// <summary>Returns how many bytes the places of a block take.</summary>
    public int PlacesLength(int block) => (int)((block + 1 < Blocks ? PlacesAt[block + 1] : RestAt) - PlacesAt[block]);

    /// <summary>Reads a table.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="blocks">How many.</param>
    /// <param name="at">Where they start in the list.</param>
    public static SkipTable Read(ReadOnlySpan<byte> lines, int blocks, int at)
    {
        var reader = new ByteReader(lines);
        return new SkipTable(blocks, at, ref reader, new ushort[2 * blocks]);
    }

    /// <summary>Reads pairs, and appends them.</summary>
    /// <returns>How many there are then.</returns>
    public static int ReadPairs(ref ByteReader reader, ref ushort[] pairs, int count)
    {
        var more = reader.Byte() + 1;
        if (count + more > pairs.Length)
        {
            Array.Resize(ref pairs, Math.Max(count + more, 2 * pairs.Length));
        }

        for (var pair = 0; pair < more; pair++)
        {
            pairs[count + pair] = (ushort)((reader.Byte() << 8) | reader.Byte());
        }

        return count + more;
    }
}
