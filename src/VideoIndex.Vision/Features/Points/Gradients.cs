using System.Runtime.CompilerServices;
using VideoIndex.Vision.Features.Arithmetic;

namespace VideoIndex.Vision.Features.Points;

/// <summary>How much and in which direction brightness rises, pixel by pixel along a row.</summary>
/// <typeparam name="TOps">How many numbers are taken at once.</typeparam>
/// <typeparam name="T">The numbers.</typeparam>
internal static class Gradients<TOps, T>
    where TOps : IFloats<T>
    where T : struct
{
    // Abramowitz and Stegun 4.4.49, in turns of 360 degrees; off by 0.0006 degrees at most.
    private const float A1 = 0.9998660f / 6.2831853f, A3 = -0.3302995f / 6.2831853f, A5 = 0.1801410f / 6.2831853f;
    private const float A7 = -0.0851330f / 6.2831853f, A9 = 0.0208351f / 6.2831853f;

    /// <summary>Returns how much brightness rises to the right and upwards from the pixels at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T Right, T Up) At(ref short above, ref short here, ref short below, nint x) =>
        (TOps.Subtract(TOps.Load(ref here, x + 1), TOps.Load(ref here, x - 1)), TOps.Subtract(TOps.Load(ref above, x), TOps.Load(ref below, x)));

    /// <summary>Returns a gradient's length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Length(T right, T up) => TOps.Sqrt(TOps.Add(TOps.Multiply(right, right), TOps.Multiply(up, up)));

    /// <summary>Returns its direction in turns from 0 to 1, counter-clockwise as seen; 0 is to the right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Direction(T right, T up)
    {
        var (width, height) = (TOps.Abs(right), TOps.Abs(up));
        var slope = TOps.Divide(TOps.Min(width, height), TOps.Max(TOps.Max(width, height), TOps.Of(1e-20f)));
        var square = TOps.Multiply(slope, slope);
        var sum = TOps.Add(TOps.Multiply(TOps.Of(A9), square), TOps.Of(A7));
        sum = TOps.Add(TOps.Multiply(sum, square), TOps.Of(A5));
        sum = TOps.Add(TOps.Multiply(sum, square), TOps.Of(A3));
        sum = TOps.Multiply(TOps.Add(TOps.Multiply(sum, square), TOps.Of(A1)), slope);
        sum = TOps.WhereLess(width, height, TOps.Subtract(TOps.Of(0.25f), sum), sum);
        sum = TOps.WhereLess(right, TOps.Of(0), TOps.Subtract(TOps.Of(0.5f), sum), sum);
        return TOps.WhereLess(up, TOps.Of(0), TOps.Subtract(TOps.Of(1), sum), sum);
    }
}
