using System.Numerics;

namespace VideoIndex.Speech.Mel;

/// <summary>Complex numbers side by side, one of each lane.</summary>
internal readonly record struct Lanes(Vector<float> Real, Vector<float> Imaginary)
{
    public static Lanes operator +(Lanes a, Lanes b) => new(a.Real + b.Real, a.Imaginary + b.Imaginary);

    public static Lanes operator -(Lanes a, Lanes b) => new(a.Real - b.Real, a.Imaginary - b.Imaginary);

    public static Lanes operator *(Lanes a, float b) => new(a.Real * b, a.Imaginary * b);

    /// <summary>Turned by a number on the unit circle.</summary>
    public static Lanes operator *(Lanes a, Turn b) =>
        new((a.Real * b.Cosine) - (a.Imaginary * b.Sine), (a.Real * b.Sine) + (a.Imaginary * b.Cosine));

    /// <summary>Turned back by a quarter: times -i.</summary>
    public Lanes QuarterBack() => new(Imaginary, -Real);
}

/// <summary>A number on the unit circle.</summary>
internal readonly record struct Turn(float Cosine, float Sine)
{
    /// <summary>Minus <paramref name="part"/> turns of a circle cut into <paramref name="whole"/>.</summary>
    public static Turn Back(int part, int whole)
    {
        var (sine, cosine) = Math.SinCos(-2 * Math.PI * (part % whole) / whole);
        return new((float)cosine, (float)sine);
    }
}
