using System.Numerics;
using System.Runtime.CompilerServices;
using VideoIndex.Vision.Features.Arithmetic;
using VideoIndex.Vision.Features.Scales;

namespace VideoIndex.Vision.Features.Points;

/// <summary>Finds pixels of the differences between layers that stand out among the 26 around them, in place and scale.</summary>
/// <remarks>Of equal neighbours both stand out: which is the higher is found where the extremum is refined.</remarks>
/// <typeparam name="TOps">How many numbers are taken at once.</typeparam>
/// <typeparam name="T">The numbers.</typeparam>
internal static class ExtremumScan<TOps, T>
    where TOps : IShorts<T>
    where T : struct
{
    // Between two pixels or layers that are nearly alike the true extremum may lie next to a pixel that is a little less
    // than its neighbour: half a percent is forgiven, in units of 1 / 32,768.
    private const short Benefit = 164;


    /// <summary>Finds those of a row.</summary>
    /// <param name="octave">The octave.</param>
    /// <param name="layer">The lower of the two layers whose difference it is.</param>
    /// <param name="y">The row.</param>
    /// <param name="columns">The columns; one more to each side is read.</param>
    /// <param name="least">By how much they must differ from 0, and more.</param>
    /// <param name="to">What takes the columns.</param>
    public static void Find(Octave octave, int layer, int y, (int Left, int Right) columns, short least, List<int> to)
    {
        var (high, low) = (TOps.Of(least), TOps.Of((short)-least));
        ref var origin = ref octave.Origin;
        ref var here = ref Unsafe.Add(ref origin, octave.Start(layer, y));
        var step = octave.Start(layer + 1, y) - octave.Start(layer, y);
        for (var x = columns.Left; x < columns.Right; x += TOps.Count)
        {
            var middle = TOps.Subtract(TOps.Load(ref here, x + step), TOps.Load(ref here, x));
            var (peaks, pits) = (TOps.Greater(middle, high), TOps.Greater(low, middle));
            if ((peaks | pits) == 0)
            {
                continue;
            }

            (peaks, pits) = Outstanding(octave, (layer, y, x), middle, (peaks, pits));
            var found = columns.Right - x < TOps.Count ? (peaks | pits) & ((1u << (columns.Right - x)) - 1) : peaks | pits;
            for (; found != 0; found &= found - 1)
            {
                to.Add(x + BitOperations.TrailingZeroCount(found));
            }
        }
    }

    private static (uint Peaks, uint Pits) Outstanding(Octave octave, (int Layer, int Y, int X) place, T middle, (uint Peaks, uint Pits) found)
    {
        var (layer, y, x) = place;
        ref var origin = ref octave.Origin;
        var step = octave.Start(1, 0) - octave.Start(0, 0);
        ref var above = ref Unsafe.Add(ref origin, octave.Start(layer, y - 1) + x);
        ref var here = ref Unsafe.Add(ref origin, octave.Start(layer, y) + x);
        ref var below = ref Unsafe.Add(ref origin, octave.Start(layer, y + 1) + x);
        middle = TOps.Add(middle, TOps.Multiply(middle, TOps.Of(Benefit)));
        found = Beyond(middle, Ring(ref above, ref here, ref below, step), found);
        if ((found.Peaks | found.Pits) == 0)
        {
            return found;
        }

        found = Beyond(middle, Nine(ref above, ref here, ref below, -step, step), found);
        return Beyond(middle, Nine(ref above, ref here, ref below, step, step), found);
    }

    private static (uint Peaks, uint Pits) Beyond(T middle, (T Most, T Least) around, (uint Peaks, uint Pits) found) =>
        (found.Peaks & ~TOps.Greater(around.Most, middle), found.Pits & ~TOps.Greater(middle, around.Least));

    private static (T Most, T Least) Ring(ref short above, ref short here, ref short below, nint step)
    {
        var (a, b) = Three(ref above, step);
        var (c, d) = Three(ref below, step);
        var (left, right) = (At(ref here, step, -1), At(ref here, step, 1));
        return (TOps.Max(TOps.Max(a, c), TOps.Max(left, right)), TOps.Min(TOps.Min(b, d), TOps.Min(left, right)));
    }

    private static (T Most, T Least) Nine(ref short above, ref short here, ref short below, nint layer, nint step)
    {
        var (a, b) = Three(ref Unsafe.Add(ref above, layer), step);
        var (c, d) = Three(ref Unsafe.Add(ref here, layer), step);
        var (e, f) = Three(ref Unsafe.Add(ref below, layer), step);
        return (TOps.Max(TOps.Max(a, c), e), TOps.Min(TOps.Min(b, d), f));
    }

    private static (T Most, T Least) Three(ref short row, nint step)
    {
        var (left, here, right) = (At(ref row, step, -1), At(ref row, step, 0), At(ref row, step, 1));
        return (TOps.Max(TOps.Max(left, here), right), TOps.Min(TOps.Min(left, here), right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T At(ref short row, nint step, int x) => TOps.Subtract(TOps.Load(ref row, x + step), TOps.Load(ref row, x));
}
