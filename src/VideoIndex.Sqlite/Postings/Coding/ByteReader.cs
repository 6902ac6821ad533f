namespace VideoIndex.Sqlite.Postings.Coding;

/// <summary>Reads what <see cref="ByteWriter"/> wrote; refuses to read past the end.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Gets how far it has read.</summary>
    public int At { get; private set; }

    public byte Byte() => At < _bytes.Length ? _bytes[At++] : throw Damage.Found();

    public long Number()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Byte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return unchecked((long)value);
            }
        }

        throw Damage.Found();
    }

    /// <summary>Reads a number that counts something in memory.</summary>
    public int Count() => Number() is >= 0 and <= int.MaxValue and var count ? (int)count : throw Damage.Found();

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count < 0 || count > _bytes.Length - At)
        {
            throw Damage.Found();
        }

        At += count;
        return _bytes.Slice(At - count, count);
    }
}
