namespace VideoIndex.Vision.Stills.Bits;

/// <summary>Reads what <see cref="BitWriter"/> wrote. After the last byte it reads zeros, so that no damage leads astray further than to wrong bits.</summary>
internal ref struct BitReader : IBits
{
    private const uint Least = 1 << 24;
    private readonly ReadOnlySpan<byte> _from;
    private int _at = 1; // the first byte is 0, and held the carry
    private uint _code;
    private uint _range = uint.MaxValue;

    /// <summary>Creates one.</summary>
    public BitReader(ReadOnlySpan<byte> from)
    {
        _from = from;
        for (var byteOf = 0; byteOf < 4; byteOf++)
        {
            _code = (_code << 8) | Next();
        }
    }

    /// <inheritdoc/>
    public int Code(ref Chance chance, int bit)
    {
        unchecked
        {
            var read = Split((_range >> 12) * chance.Zero);
            chance.Learn(read);
            return read;
        }
    }

    /// <inheritdoc/>
    public int Code(int bit) => Split(_range >> 1);

    private int Split(uint bound)
    {
        unchecked
        {
            var bit = _code < bound ? 0 : 1;
            (_code, _range) = bit == 0 ? (_code, bound) : (_code - bound, _range - bound);
            while (_range < Least)
            {
                _range <<= 8;
                _code = (_code << 8) | Next();
            }

            return bit;
        }
    }

    private uint Next() => _at < _from.Length ? _from[_at++] : 0u;
}
