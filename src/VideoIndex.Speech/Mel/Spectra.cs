using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VideoIndex.Speech.Mel;

/// <summary>
/// The power spectra of several frames of 400 samples at once, one a lane. The samples are taken as 200 complex numbers, transformed by factors
/// 5, 5, 4 and 2 in sorted order (T. Stockham, "High-speed convolution and correlation", 1966) and taken apart again.
/// </summary>
/// <remarks>One is used by one thread at a time.</remarks>
internal sealed class Spectra
{
    /// <summary>The samples of a frame.</summary>
    public const int Frame = 400;

    private const int Half = Frame / 2;
    private static readonly float[] Hann = [.. Enumerable.Range(0, Frame).Select(x => (float)(0.5 - (0.5 * Math.Cos(2 * Math.PI * x / Frame))))];
    private static readonly Turn[] Turns = [.. Enumerable.Range(0, Frame).Select(x => Turn.Back(x, Frame))];
    private static readonly float Cos1 = (float)Math.Cos(2 * Math.PI / 5);
    private static readonly float Cos2 = (float)Math.Cos(4 * Math.PI / 5);
    private static readonly float Sin1 = (float)Math.Sin(2 * Math.PI / 5);
    private static readonly float Sin2 = (float)Math.Sin(4 * Math.PI / 5);

    private readonly Lanes[] _a = new Lanes[Half];
    private readonly Lanes[] _b = new Lanes[Half];

    /// <summary>Gets the powers of the frames at hand, 0 to 8,000 Hz.</summary>
    public Vector<float>[] Powers { get; } = new Vector<float>[MelFilters.Powers];

    /// <summary>Takes as many frames as there are lanes.</summary>
    /// <param name="samples">The samples, from the first frame's first on.</param>
    /// <param name="hop">How many samples lie between the frames' beginnings.</param>
    /// <param name="frames">How many frames there are, at most <see cref="Vector{T}.Count"/>; what the other lanes give means nothing.</param>
    public void Take(ReadOnlySpan<float> samples, int hop, int frames)
    {
        var lanes = Vector<float>.Count;
        var into = MemoryMarshal.Cast<Lanes, float>(_a.AsSpan());
        for (var lane = 0; lane < frames; lane++)
        {
            var frame = samples.Slice(lane * hop, Frame);
            var at = lane;
            for (var i = 0; i < Hann.Length && i < frame.Length; i++)
            {
                into[at] = frame[i] * Hann[i];
                at += lanes;
            }
        }

        Five(_a, _b, Half, 1);
        Five(_b, _a, Half / 5, 5);
        Four(_a, _b, Half / 25, 25);
        Two(_b, _a, Half / 2);
        TakeApart();
    }

    private static void Five(ReadOnlySpan<Lanes> from, Span<Lanes> to, int length, int stride)
    {
        var part = length / 5;
        for (var j = 0; j < part; j++)
        {
            var (one, two, three, four) = (At(j, length), At(2 * j, length), At(3 * j, length), At(4 * j, length));
            for (var q = 0; q < stride; q++)
            {
                var at = q + (stride * j);
                var zero = from[at];
                var (near, far) = (from[at + (stride * part)], from[at + (4 * stride * part)]);
                var (next, other) = (from[at + (2 * stride * part)], from[at + (3 * stride * part)]);
                var (outerSum, innerSum, outerGap, innerGap) = (near + far, next + other, near - far, next - other);
                var (first, second) = (zero + (outerSum * Cos1) + (innerSum * Cos2), zero + (outerSum * Cos2) + (innerSum * Cos1));
                var firstTurned = ((outerGap * Sin1) + (innerGap * Sin2)).QuarterBack();
                var secondTurned = ((outerGap * Sin2) - (innerGap * Sin1)).QuarterBack();
                var into = q + (5 * stride * j);
                to[into] = zero + outerSum + innerSum;
                to[into + stride] = (first + firstTurned) * one;
                to[into + (2 * stride)] = (second + secondTurned) * two;
                to[into + (3 * stride)] = (second - secondTurned) * three;
                to[into + (4 * stride)] = (first - firstTurned) * four;
            }
        }
    }

    private static void Four(ReadOnlySpan<Lanes> from, Span<Lanes> to, int length, int stride)
    {
        var part = length / 4;
        for (var j = 0; j < part; j++)
        {
            var (one, two, three) = (At(j, length), At(2 * j, length), At(3 * j, length));
            for (var q = 0; q < stride; q++)
            {
                var at = q + (stride * j);
                var (a, b) = (from[at], from[at + (stride * part)]);
                var (c, d) = (from[at + (2 * stride * part)], from[at + (3 * stride * part)]);
                var (even, evenGap, odd, oddGap) = (a + c, a - c, b + d, (b - d).QuarterBack());
                var into = q + (4 * stride * j);
                to[into] = even + odd;
                to[into + stride] = (evenGap + oddGap) * one;
                to[into + (2 * stride)] = (even - odd) * two;
                to[into + (3 * stride)] = (evenGap - oddGap) * three;
            }
        }
    }

    private static void Two(ReadOnlySpan<Lanes> from, Span<Lanes> to, int stride)
    {
        for (var q = 0; q < stride; q++)
        {
            var (a, b) = (from[q], from[q + stride]);
            to[q] = a + b;
            to[q + stride] = a - b;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Turn At(int part, int length) => Turns[part * (Frame / length) % Frame];

    private void TakeApart()
    {
        for (var k = 0; k <= Half / 2; k++)
        {
            var (here, there) = (_a[k], _a[(Half - k) % Half]);
            var mirrored = there with { Imaginary = -there.Imaginary };
            var even = (here + mirrored) * 0.5f;
            var odd = ((here - mirrored) * 0.5f).QuarterBack() * Turns[k];
            Powers[k] = Power(even + odd);
            Powers[Half - k] = Power(even - odd);
        }
    }

    private static Vector<float> Power(Lanes value) => (value.Real * value.Real) + (value.Imaginary * value.Imaginary);
}
