using System.Numerics;

namespace VideoIndex.Vision.Pixels;

/// <summary>Turns luma and chroma of the full range into red, green and blue.</summary>
/// <param name="RedOfV">How much red a level of the red difference makes.</param>
/// <param name="GreenOfU">How much green a level of the blue difference takes away.</param>
/// <param name="GreenOfV">How much green a level of the red difference takes away.</param>
/// <param name="BlueOfU">How much blue a level of the blue difference makes.</param>
internal sealed record ScreenColours(float RedOfV, float GreenOfU, float GreenOfV, float BlueOfU)
{
    private const int HighDefinition = 720, WideHighDefinition = 1280;
    private const float None = 128, White = 255;

    /// <summary>The colours of ITU-R BT.601: television before 2000, photos.</summary>
    public static ScreenColours Bt601 { get; } = new(1.402f, 0.344136f, 0.714136f, 1.772f);

    /// <summary>The colours of ITU-R BT.709: high definition.</summary>
    public static ScreenColours Bt709 { get; } = new(1.5748f, 0.187324f, 0.468124f, 1.8556f);

    /// <summary>Returns the colours of a picture that does not say: as screens take it, BT.709 from 720 lines or 1280 columns on.</summary>
    public static ScreenColours Of(int width, int height) =>
        Math.Min(width, height) >= HighDefinition || Math.Max(width, height) >= WideHighDefinition ? Bt709 : Bt601;

    /// <summary>Converts a row; every answer is held to 0 to 255, not rounded to whole levels, then less <paramref name="mean"/>, then times <paramref name="factor"/>.</summary>
    public void Write(ReadOnlySpan<byte> luma, ReadOnlySpan<byte> u, ReadOnlySpan<byte> v, ColourRows to, float mean, float factor)
    {
        var done = 0;
        for (; done <= luma.Length - Vector<byte>.Count; done += Vector<byte>.Count)
        {
            Four(luma[done..], u[done..], v[done..], to.From(done), mean, factor);
        }

        for (; done < luma.Length; done++)
        {
            var (y, blue, red) = ((float)luma[done], u[done] - None, v[done] - None);
            to.Red[done] = (Math.Clamp(y + RedOfV * red, 0, White) - mean) * factor;
            to.Green[done] = (Math.Clamp(y - GreenOfU * blue - GreenOfV * red, 0, White) - mean) * factor;
            to.Blue[done] = (Math.Clamp(y + BlueOfU * blue, 0, White) - mean) * factor;
        }
    }

    private void Four(ReadOnlySpan<byte> luma, ReadOnlySpan<byte> u, ReadOnlySpan<byte> v, ColourRows to, float mean, float factor)
    {
        Vector.Widen(new Vector<byte>(luma), out var lumaNear, out var lumaFar);
        Vector.Widen(new Vector<byte>(u), out var uNear, out var uFar);
        Vector.Widen(new Vector<byte>(v), out var vNear, out var vFar);
        Two(lumaNear, uNear, vNear, to, mean, factor);
        Two(lumaFar, uFar, vFar, to.From(Vector<ushort>.Count), mean, factor);
    }

    private void Two(Vector<ushort> luma, Vector<ushort> u, Vector<ushort> v, ColourRows to, float mean, float factor)
    {
        Vector.Widen(luma, out var lumaNear, out var lumaFar);
        Vector.Widen(u, out var uNear, out var uFar);
        Vector.Widen(v, out var vNear, out var vFar);
        One(Real(lumaNear), Real(uNear), Real(vNear), to, mean, factor);
        One(Real(lumaFar), Real(uFar), Real(vFar), to.From(Vector<float>.Count), mean, factor);
    }

    private void One(Vector<float> y, Vector<float> u, Vector<float> v, ColourRows to, float mean, float factor)
    {
        var none = new Vector<float>(None);
        var (blue, red) = (u - none, v - none);
        Finish(y + red * RedOfV, mean, factor).CopyTo(to.Red);
        Finish(y - blue * GreenOfU - red * GreenOfV, mean, factor).CopyTo(to.Green);
        Finish(y + blue * BlueOfU, mean, factor).CopyTo(to.Blue);
    }

    private static Vector<float> Finish(Vector<float> level, float mean, float factor) =>
        (Vector.Min(Vector.Max(level, Vector<float>.Zero), new Vector<float>(White)) - new Vector<float>(mean)) * factor;

    private static Vector<float> Real(Vector<uint> levels) => Vector.ConvertToSingle(Vector.AsVectorInt32(levels));
}

/// <summary>A row of red, green and blue, each for itself.</summary>
internal readonly ref struct ColourRows(Span<float> red, Span<float> green, Span<float> blue)
{
    public Span<float> Red { get; } = red;

    public Span<float> Green { get; } = green;

    public Span<float> Blue { get; } = blue;

    /// <summary>Returns what follows a pixel, and the pixel.</summary>
    public ColourRows From(int pixel) => new(Red[pixel..], Green[pixel..], Blue[pixel..]);
}
