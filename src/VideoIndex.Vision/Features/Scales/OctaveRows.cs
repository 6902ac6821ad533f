using VideoIndex.Features;
using VideoIndex.Vision.Features.Arithmetic;

namespace VideoIndex.Vision.Features.Scales;

/// <summary>Blurs an octave's layers band by band, each just as far as the next needs.</summary>
/// <typeparam name="TOps">How many numbers are taken at once.</typeparam>
/// <typeparam name="T">The numbers.</typeparam>
internal sealed class OctaveRows<TOps, T>
    where TOps : IShorts<T>
    where T : struct
{
    /// <summary>How many rows are looked at before the next are blurred.</summary>
    public const int Band = 64;

    /// <summary>How many rows below a band a descriptor in it may reach.</summary>
    private const int Below = 46;

    /// <summary>How many rows below a band an extremum found in it may turn out to lie, and what is around it.</summary>
    private const int Near = 8;

    private readonly Smoothing<TOps, T> _smoothing = new();
    private readonly SharpRows _sharp = new();
    private readonly int[] _done = new int[ScaleSteps.Layers + 1];
    private readonly Reach _whole = new();
    private readonly Reach _around = new();

    /// <summary>Gets the layers.</summary>
    public Octave Octave { get; } = new();

    /// <summary>Gets where extrema are looked for: the area and a little around it.</summary>
    public Reach Looked { get; } = new();

    /// <summary>Begins an octave.</summary>
    /// <param name="width">In pixels of the octave.</param>
    /// <param name="height">In pixels of the octave.</param>
    /// <param name="step">How many pixels of the picture one of its pixels is wide.</param>
    /// <param name="area">Where to look.</param>
    public void Begin(int width, int height, double step, PictureArea area)
    {
        Octave.Resize(width, height, step);
        Array.Clear(_done);
        _whole.TakeWhole(width);
        if (step > 1 || area.Share == 1)
        {
            Looked.TakeWhole(width);
            _around.TakeWhole(width);
        }
        else
        {
            var block = (int)(PictureArea.Block / step);
            Looked.Take(area, 1, block, width);
            _around.Take(area, 2, block, width);
        }
    }

    /// <summary>Blurs what is needed to look at the rows before one.</summary>
    /// <param name="bottom">The row.</param>
    /// <param name="luma">The picture, where the octave is made from it.</param>
    /// <param name="half">The layer of the octave before that this one begins with, where it is made from that.</param>
    public void Advance(int bottom, ReadOnlySpan<byte> luma, ReadOnlySpan<short> half)
    {
        Span<int> ends = stackalloc int[ScaleSteps.Layers + 1];
        var need = bottom + Near;
        for (var layer = ScaleSteps.Layers - 1; layer >= 0; layer--)
        {
            need = layer == ScaleSteps.PerOctave ? Math.Max(need, bottom + Below) : need;
            ends[layer] = Math.Min(Octave.Height, need);
            need += Kernel(layer).Radius;
        }

        if (Octave.Step > 1)
        {
            Copy(half, ends[0]);
        }
        else
        {
            ends[Octave.Sharp] = Math.Min(Octave.Height, need);
            TakeSharp(luma, ends[Octave.Sharp]);
            Blur(Octave.Sharp, 0, ends[0]);
        }

        for (var layer = 1; layer < ScaleSteps.Layers; layer++)
        {
            Blur(layer - 1, layer, ends[layer]);
        }
    }

    private GaussianKernel Kernel(int layer) => layer == 0 && Octave.Step == 1 ? ScaleSteps.FromPicture : ScaleSteps.Steps[layer];

    private void Copy(ReadOnlySpan<short> half, int end)
    {
        for (var y = _done[0]; y < end; y++)
        {
            half.Slice(y * Octave.Width, Octave.Width).CopyTo(Octave.Row(0, y));
        }

        _done[0] = end;
    }

    private void TakeSharp(ReadOnlySpan<byte> luma, int end)
    {
        var doubled = Octave.Step < 1;
        var (width, height) = doubled ? (Octave.Width / 2, Octave.Height / 2) : (Octave.Width, Octave.Height);
        for (var y = _done[Octave.Sharp]; y < end; y++)
        {
            if (doubled)
            {
                var far = Math.Clamp(y / 2 + (y % 2 == 0 ? -1 : 1), 0, height - 1);
                _sharp.Double(luma.Slice(y / 2 * width, width), luma.Slice(far * width, width), Octave.Row(Octave.Sharp, y));
            }
            else
            {
                SharpRows.Take(luma.Slice(y * width, width), Octave.Row(Octave.Sharp, y));
            }
        }

        _done[Octave.Sharp] = end;
    }

    // The octaves of twice and once the picture's size take nearly all of the time. The larger serves nothing else; the
    // coarser octaves are made from the other, so that of it only what those do not need can be left out.
    private void Blur(int from, int to, int end)
    {
        var reach = Octave.Step < 1 || to > ScaleSteps.PerOctave ? _around : _whole;
        for (var y = _done[to]; y < end;)
        {
            var bottom = Math.Min(end, reach.Next(y));
            foreach (var run in reach.At(y))
            {
                _smoothing.Blur(Octave, from, to, Kernel(to), run, (y, bottom));
            }

            y = bottom;
        }

        _done[to] = end;
    }
}
