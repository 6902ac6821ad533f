namespace VideoIndex.Vision.Stills.Bits;

/// <summary>Writes bits in as little room as their chances allow.</summary>
/// <remarks>A range coder (Martin 1979) with the carry kept back as in LZMA.</remarks>
internal struct BitWriter : IBits
{
    private const uint Least = 1 << 24;
    private readonly List<byte> _to;
    private ulong _low;
    private uint _range = uint.MaxValue;
    private byte _held;
    private int _pending = 1;

    /// <summary>Creates one that adds to a list.</summary>
    public BitWriter(List<byte> to) => _to = to;

    /// <inheritdoc/>
    public int Code(ref Chance chance, int bit)
    {
        unchecked
        {
            var bound = (_range >> 12) * chance.Zero;
            chance.Learn(bit);
            return Split(bound, bit);
        }
    }

    /// <inheritdoc/>
    public int Code(int bit) => Split(_range >> 1, bit);

    /// <summary>Writes what is still held back.</summary>
    public void Finish()
    {
        for (var left = 0; left < 5; left++)
        {
            Shift();
        }
    }

    private int Split(uint bound, int bit)
    {
        unchecked
        {
            (_low, _range) = bit == 0 ? (_low, bound) : (_low + bound, _range - bound);
            while (_range < Least)
            {
                _range <<= 8;
                Shift();
            }

            return bit;
        }
    }

    private void Shift()
    {
        unchecked
        {
            if (_low < 0xFF000000 || _low > uint.MaxValue)
            {
                var carry = (byte)(_low >> 32);
                for (; _pending > 0; _pending--)
                {
                    _to.Add((byte)(_held + carry));
                    _held = 0xFF;
                }

                _held = (byte)(_low >> 24);
            }

            _pending++;
            _low = (_low & 0x00FFFFFF) << 8;
        }
    }
}
