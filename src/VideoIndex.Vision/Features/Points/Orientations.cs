using System.Runtime.CompilerServices;
using VideoIndex.Vision.Features.Arithmetic;
using VideoIndex.Vision.Features.Scales;

namespace VideoIndex.Vision.Features.Points;

/// <summary>In which directions brightness rises most around an extremum: one, or several where they are nearly as strong.</summary>
/// <remarks>Lowe 2004, section 5.</remarks>
/// <typeparam name="TOps">How many numbers are taken at once.</typeparam>
/// <typeparam name="T">The numbers.</typeparam>
internal sealed class Orientations<TOps, T>
    where TOps : IFloats<T>
    where T : struct
{
    private const int Bins = 36;
    private const int Widest = 17;
    private const double Deviation = 1.5; // of the weights, in scales
    private const float NearlyAsStrong = 0.8f;

    private readonly Bell _bell = new(Widest);
    private readonly float[] _lengths = new float[2 * Widest + 1 + 16];
    private readonly float[] _bins = new float[2 * Widest + 1 + 16];
    private readonly float[] _raw = new float[Bins];
    private readonly float[] _smooth = new float[Bins + 2];

    /// <summary>Finds them.</summary>
    /// <param name="octave">The octave.</param>
    /// <param name="at">The extremum.</param>
    /// <param name="to">What takes them, in degrees from 0 up to 360, clockwise as seen.</param>
    public void Find(Octave octave, in Extremum at, List<float> to)
    {
        var radius = (int)Math.Round(3 * Deviation * at.Blur);
        _bell.Resize(Deviation * at.Blur, radius);
        Array.Clear(_raw);
        var (left, right) = (Math.Max(1, at.X - radius), Math.Min(octave.Width - 2, at.X + radius));
        for (var y = Math.Max(1, at.Y - radius); y <= Math.Min(octave.Height - 2, at.Y + radius); y++)
        {
            MeasureRow(octave, at, y, left, right);
            for (var x = 0; x <= right - left; x++)
            {
                var bin = (int)_bins[x];
                _raw[bin >= Bins ? bin - Bins : bin] += _lengths[x];
            }
        }

        Smooth();
        AddPeaks(to);
    }

    private void MeasureRow(Octave octave, in Extremum at, int y, int left, int right)
    {
        ref var above = ref Unsafe.Add(ref octave.Origin, octave.Start(at.Layer, y - 1));
        ref var here = ref Unsafe.Add(ref octave.Origin, octave.Start(at.Layer, y));
        ref var below = ref Unsafe.Add(ref octave.Origin, octave.Start(at.Layer, y + 1));
        var weight = TOps.Of(_bell[y - at.Y]);
        ref var weights = ref _bell[left - at.X];
        for (nint x = 0; x <= right - left; x += TOps.Count)
        {
            var (rightwards, up) = Gradients<TOps, T>.At(ref above, ref here, ref below, left + x);
            var length = TOps.Multiply(Gradients<TOps, T>.Length(rightwards, up), TOps.Multiply(TOps.Load(ref weights, x), weight));
            var direction = Gradients<TOps, T>.Direction(rightwards, up);
            TOps.Store(length, ref _lengths[0], x);
            TOps.Store(TOps.Floor(TOps.Add(TOps.Multiply(direction, TOps.Of(Bins)), TOps.Of(0.5f))), ref _bins[0], x);
        }
    }

    private void Smooth()
    {
        for (var bin = 0; bin < Bins; bin++)
        {
            _smooth[bin + 1] = (Raw(bin - 2) + Raw(bin + 2)) * (1 / 16f) + (Raw(bin - 1) + Raw(bin + 1)) * (4 / 16f) + Raw(bin) * (6 / 16f);
        }

        (_smooth[0], _smooth[Bins + 1]) = (_smooth[Bins], _smooth[1]);
    }

    private float Raw(int bin) => _raw[(bin + Bins) % Bins];

    private void AddPeaks(List<float> to)
    {
        var least = 0f;
        foreach (var height in _smooth)
        {
            least = Math.Max(least, height * NearlyAsStrong);
        }

        for (var bin = 0; bin < Bins; bin++)
        {
            var (before, here, after) = (_smooth[bin], _smooth[bin + 1], _smooth[bin + 2]);
            if (here > before && here > after && here >= least)
            {
                var degrees = (bin + 0.5 * (before - after) / (before - 2.0 * here + after)) * (360.0 / Bins);
                var clockwise = (float)(degrees < 0 ? -degrees : 360 - degrees);
                to.Add(clockwise >= 360 ? 0 : clockwise);
            }
        }
    }
}
