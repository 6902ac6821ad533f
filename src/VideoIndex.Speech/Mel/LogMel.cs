using System.Numerics;
using System.Runtime.InteropServices;

namespace VideoIndex.Speech.Mel;

/// <summary>
/// Turns sound into the pictures that Whisper's encoder takes: power spectra of 25 ms (periodic Hann window) every 10 ms, centred on their times and
/// mirrored at the ends, summed on the mel scale, in logarithms to base 10, no lower than 8 below the greatest, plus 4, by 4. A. Radford and others,
/// "Robust Speech Recognition via Large-Scale Weak Supervision", 2022, section 2.2, and its published code.
/// </summary>
/// <param name="rows">How many rows a picture has: 80 or 128 in the models known.</param>
/// <remarks>Several threads may use one at once.</remarks>
public sealed class LogMel(int rows)
{
    /// <summary>The samples from one frame of a picture to the next: 10 ms.</summary>
    public const int Hop = 160;

    internal const int Reach = Spectra.Frame / 2;
    private const float Least = 1e-10f;
    internal const float Nothing = -10;
    private const float Range = 8;
    private const float Decade = 0.434294481903252f;

    private readonly MelFilters _filters = new(rows);

    /// <summary>Gets how many rows a picture has.</summary>
    public int Rows => _filters.Rows;

    /// <summary>Draws one window by itself: the floor lies below its own greatest value.</summary>
    /// <param name="samples">
    /// Its samples. Fewer than the picture spans are followed by silence; more are seen only as far as the last frames reach.
    /// </param>
    /// <param name="frames">How many frames the picture has, 1 or more: <see cref="Network.NetworkShape.Frames"/>.</param>
    /// <param name="picture">Takes <see cref="Rows"/> rows of that many values, the frames of a row lying together.</param>
    public void Draw(ReadOnlySpan<float> samples, int frames, Span<float> picture)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames);
        ArgumentOutOfRangeException.ThrowIfNotEqual(picture.Length, Rows * frames);
        var heard = Math.Min(frames, ((samples.Length + Reach - 1) / Hop) + 1);
        var around = new float[((heard - 1) * Hop) + Spectra.Frame];
        Mirror(samples, Math.Max(samples.Length, frames * Hop), around);
        Write(around, heard, picture, frames);
        for (var row = 0; row < Rows; row++)
        {
            picture.Slice(row * frames, frames)[heard..].Fill(Nothing);
        }

        Scale(picture, Greatest(picture));
    }

    /// <summary>Writes the logarithms of frames that lie together, neither floored nor scaled.</summary>
    /// <param name="around">The samples around them: from <see cref="Reach"/> before the first frame to as many behind the last.</param>
    /// <param name="count">How many frames there are.</param>
    /// <param name="picture">Takes them, each row from its own beginning.</param>
    /// <param name="stride">How many values lie from one row's beginning to the next.</param>
    internal void Write(ReadOnlySpan<float> around, int count, Span<float> picture, int stride)
    {
        var spectra = new Spectra();
        for (var frame = 0; frame < count; frame += Vector<float>.Count)
        {
            var frames = Math.Min(Vector<float>.Count, count - frame);
            spectra.Take(around[(frame * Hop)..], Hop, frames);
            for (var row = 0; row < Rows; row++)
            {
                var logarithm = Logarithm(spectra.Powers, row);
                var into = picture.Slice((row * stride) + frame, frames);
                if (frames == Vector<float>.Count)
                {
                    logarithm.CopyTo(into);
                    continue;
                }

                for (var i = 0; i < frames; i++)
                {
                    into[i] = logarithm[i];
                }
            }
        }
    }

    /// <summary>Returns the greatest of values, of which there is one at least.</summary>
    internal static float Greatest(ReadOnlySpan<float> values)
    {
        var greatest = new Vector<float>(float.NegativeInfinity);
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        foreach (var some in vectors)
        {
            greatest = Vector.Max(greatest, some);
        }

        var one = float.NegativeInfinity;
        for (var i = 0; i < Vector<float>.Count; i++)
        {
            one = Math.Max(one, greatest[i]);
        }

        foreach (var rest in values[(vectors.Length * Vector<float>.Count)..])
        {
            one = Math.Max(one, rest);
        }

        return one;
    }

    /// <summary>Floors logarithms below the greatest, and scales them.</summary>
    internal static void Scale(Span<float> values, float greatest)
    {
        var floor = greatest - Range;
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = (Vector.Max(vectors[i], new Vector<float>(floor)) + new Vector<float>(4)) * 0.25f;
        }

        foreach (ref var rest in values[(vectors.Length * Vector<float>.Count)..])
        {
            rest = (Math.Max(rest, floor) + 4) * 0.25f;
        }
    }

    /// <summary>Copies samples with as many before and behind as a frame reaches, mirrored at the ends of <paramref name="length"/>.</summary>
    private static void Mirror(ReadOnlySpan<float> samples, int length, Span<float> around)
    {
        var inside = Math.Min(samples.Length, around.Length - Reach);
        samples[..inside].CopyTo(around[Reach..]);
        for (var i = 0; i < Reach; i++)
        {
            around[i] = Mirrored(samples, length, i - Reach);
        }

        for (var i = Math.Max(length, inside); i < around.Length - Reach; i++)
        {
            around[i + Reach] = Mirrored(samples, length, i);
        }
    }

    private static float Mirrored(ReadOnlySpan<float> samples, int length, int at)
    {
        var round = Math.Max(1, 2 * (length - 1));
        var within = ((at % round) + round) % round;
        var index = within < length ? within : round - within;
        return index < samples.Length ? samples[index] : 0;
    }

    private Vector<float> Logarithm(ReadOnlySpan<Vector<float>> powers, int row)
    {
        var (first, weights) = _filters.Row(row);
        var sum = Vector<float>.Zero;
        var span = weights.Span;
        var part = powers.Slice(first, span.Length);
        for (var i = 0; i < part.Length; i++)
        {
            sum += part[i] * span[i];
        }

        return Vector.Log(Vector.Max(sum, new Vector<float>(Least))) * Decade;
    }
}
