namespace VideoIndex.Vision.Stills.Bits;

/// <summary>How likely a bit is 0, learned from those before it: quickly at first, then slowly.</summary>
internal struct Chance
{
    // After so many bits, and then for good, one counts a 64th.
    private const int Slowest = 6;
    private const int Certain = 1 << 16;
    private int _zero;
    private int _seen;

    /// <summary>Gets how likely the next is 0, in 1/4096, from 1 to 4095.</summary>
    public readonly uint Zero => (uint)Math.Clamp((_seen == 0 ? Certain / 2 : _zero) >> 4, 1, 4095);

    /// <summary>Learns from a bit.</summary>
    public void Learn(int bit)
    {
        var zero = _seen == 0 ? Certain / 2 : _zero;
        var rate = Math.Min(Slowest, 1 + ((_seen + 1) / 3));
        _zero = bit == 0 ? zero + ((Certain - zero) >> rate) : zero - (zero >> rate);
        _seen = Math.Min(_seen + 1, 3 * Slowest);
    }
}

/// <summary>Bits one after the other, written or read: what says which bits there are is the same for both.</summary>
internal interface IBits
{
    /// <summary>Writes a bit, or reads one.</summary>
    /// <param name="chance">How likely it is 0; learns from it.</param>
    /// <param name="bit">The bit to write; anything when reading.</param>
    /// <returns>The bit.</returns>
    int Code(ref Chance chance, int bit);

    /// <summary>Writes a bit that is as likely 0 as 1, or reads one.</summary>
    int Code(int bit);
}
