namespace VideoIndex.Vision.Features.Arithmetic;

/// <summary>Functions that give the same bits on every machine, which those of <see cref="Math"/> do not promise: only sums, products and quotients, in a stated order.</summary>
internal static class Exact
{
    private const int Terms = 22;

    /// <summary>Returns e to a power from -700 to 700; off by a few units in the last place.</summary>
    public static double Exp(double power)
    {
        const double Ln2 = 0.693147180559945309417;
        var whole = Math.Floor(power / Ln2 + 0.5);
        var rest = power - whole * Ln2;
        var sum = 1.0;
        for (var term = Terms; term > 0; term--)
        {
            sum = 1 + rest / term * sum;
        }

        return sum * BitConverter.Int64BitsToDouble(((long)whole + 1023) << 52);
    }

    /// <summary>Returns 2 to a power.</summary>
    public static double Exp2(double power) => Exp(power * 0.693147180559945309417);

    /// <summary>Returns the sine and the cosine of an angle from 0 to 360 degrees.</summary>
    public static (double Sin, double Cos) SinCos(double degrees)
    {
        var quarter = (int)Math.Floor(degrees / 90 + 0.5);
        var rest = (degrees - quarter * 90) * 0.0174532925199432957692;
        var (sin, cos) = (1.0, 1.0);
        for (var term = Terms; term > 0; term -= 2)
        {
            cos = 1 - rest * rest / (term * (term - 1)) * cos;
            sin = 1 - rest * rest / (term * (term + 1)) * sin;
        }

        sin *= rest;
        return (quarter & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }
}
