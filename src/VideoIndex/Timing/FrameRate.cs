namespace VideoIndex.Timing;

/// <summary>How many frames a video shows each second, as the exact fraction its container declares.</summary>
public readonly record struct FrameRate
{
    private readonly Rational _framesPerSecond;

    /// <summary>Creates a frame rate, for instance <c>new FrameRate(30000, 1001)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Either part is not positive.</exception>
    public FrameRate(int numerator, int denominator = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numerator);
        _framesPerSecond = new Rational(numerator, denominator);
    }

    /// <summary>Gets 24, cinema.</summary>
    public static FrameRate Film { get; } = new(24);

    /// <summary>Gets 24000/1001, film carried on NTSC.</summary>
    public static FrameRate NtscFilm { get; } = new(24000, 1001);

    /// <summary>Gets 25, television in Europe and most of the world.</summary>
    public static FrameRate Pal { get; } = new(25);

    /// <summary>Gets 50, the progressive form of PAL.</summary>
    public static FrameRate Pal50 { get; } = new(50);

    /// <summary>Gets 30000/1001, television in the Americas and Japan; "29.97" is its rounded nickname.</summary>
    public static FrameRate Ntsc { get; } = new(30000, 1001);

    /// <summary>Gets 60000/1001, the progressive form of NTSC.</summary>
    public static FrameRate Ntsc60 { get; } = new(60000, 1001);

    /// <summary>Gets the exact fraction.</summary>
    public Rational FramesPerSecond => _framesPerSecond;

    /// <summary>Gets the rate rounded up, which is how far timecode counts within a second: 30 for 30000/1001.</summary>
    public int Nominal =>
        (int)((_framesPerSecond.Numerator + _framesPerSecond.Denominator - 1) / _framesPerSecond.Denominator);

    /// <summary>Gets whether SMPTE ST 12-1 defines drop-frame labels for this rate: 30000/1001 and 60000/1001.</summary>
    public bool SupportsDropFrame => _framesPerSecond.Denominator == 1001 && Nominal % 30 == 0;

    /// <summary>Returns the moment the given frame starts, counting from zero.</summary>
    public MediaTime StartOf(long frame) =>
        new(new Rational(frame, 1) * new Rational(_framesPerSecond.Denominator, _framesPerSecond.Numerator));

    /// <summary>Returns the frame on screen at the given moment.</summary>
    public long FrameAt(MediaTime time) => (time.Seconds * _framesPerSecond).Floor();

    /// <summary>Reads "30000/1001" or "25".</summary>
    /// <returns><see langword="false"/> if the text is not a positive fraction whose parts fit 32 bits.</returns>
    public static bool TryParse(string? text, out FrameRate rate)
    {
        rate = default;
        if (!Rational.TryParse(text, out var value) || value.Numerator is <= 0 or > int.MaxValue || value.Denominator > int.MaxValue)
        {
            return false;
        }

        rate = new FrameRate((int)value.Numerator, (int)value.Denominator);
        return true;
    }

    /// <summary>Gets how long one frame is shown.</summary>
    public MediaDuration FrameDuration => new(new Rational(_framesPerSecond.Denominator, _framesPerSecond.Numerator));

    /// <summary>Returns "30000/1001".</summary>
    public override string ToString() => _framesPerSecond.ToString();
}
