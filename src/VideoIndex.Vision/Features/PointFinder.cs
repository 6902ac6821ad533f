using VideoIndex.Features;
using VideoIndex.Vision.Features.Arithmetic;
using VideoIndex.Vision.Features.Points;
using VideoIndex.Vision.Features.Scales;

namespace VideoIndex.Vision.Features;

/// <summary>Finds and describes the keypoints of a picture, one octave after the other.</summary>
internal interface IPointFinder
{
    /// <summary>Finds those in an area. The picture is no smaller than 16 pixels.</summary>
    void Find(ReadOnlySpan<byte> luma, int width, int height, PictureArea area, PictureFeatures to);
}

/// <summary>Finds keypoints with vectors of a stated size.</summary>
/// <param name="options">What counts as one.</param>
/// <typeparam name="TShorts">How many 16-bit numbers are taken at once.</typeparam>
/// <typeparam name="TS">Those numbers.</typeparam>
/// <typeparam name="TFloats">How many floating-point numbers are taken at once.</typeparam>
/// <typeparam name="TF">Those numbers.</typeparam>
internal sealed class PointFinder<TShorts, TS, TFloats, TF>(FeatureOptions options) : IPointFinder
    where TShorts : IShorts<TS>
    where TS : struct
    where TFloats : IFloats<TF>
    where TF : struct
{
    private const int Border = 5;
    private const int Smallest = 16;

    private readonly OctaveRows<TShorts, TS> _rows = new();
    private readonly Orientations<TFloats, TF> _orientations = new();
    private readonly Describer<TFloats, TF> _describer = new();
    private readonly List<int> _columns = [];
    private readonly List<float> _angles = [];
    private readonly List<Extremum> _found = [];
    private readonly short _least = (short)Math.Floor(0.5 * options.Contrast / ScaleSteps.PerOctave * 255 * Octave.Unit);
    private short[] _half = [], _nextHalf = [];

    /// <inheritdoc/>
    public void Find(ReadOnlySpan<byte> luma, int width, int height, PictureArea area, PictureFeatures to)
    {
        FindIn(luma, 2 * width, 2 * height, 0.5, area, to);
        for (var step = 1; Math.Min(width, height) >= Smallest; step *= 2)
        {
            var room = (width / 2) * (height / 2);
            if (_nextHalf.Length < room)
            {
                _nextHalf = new short[room];
            }

            FindIn(luma, width, height, step, area, to);
            (_half, _nextHalf) = (_nextHalf, _half);
            (width, height) = (width / 2, height / 2);
        }
    }

    private void FindIn(ReadOnlySpan<byte> luma, int width, int height, double step, PictureArea area, PictureFeatures to)
    {
        _rows.Begin(width, height, step, area);
        _found.Clear();
        for (var top = 0; top < height; top += OctaveRows<TShorts, TS>.Band)
        {
            var bottom = Math.Min(height, top + OctaveRows<TShorts, TS>.Band);
            _rows.Advance(bottom, luma, _half);
            if (step >= 1)
            {
                KeepHalf(top, bottom);
            }

            for (var y = Math.Max(Border, top); y < Math.Min(bottom, height - Border); y++)
            {
                FindInRow(y, area, to);
            }
        }
    }

    private void KeepHalf(int top, int bottom)
    {
        var (width, height) = (_rows.Octave.Width / 2, _rows.Octave.Height / 2);
        for (var y = top / 2; y < Math.Min(height, (bottom + 1) / 2); y++)
        {
            SharpRows.Halve(_rows.Octave.Row(ScaleSteps.PerOctave, 2 * y), _nextHalf.AsSpan(y * width, width));
        }
    }

    private void FindInRow(int y, PictureArea area, PictureFeatures to)
    {
        var octave = _rows.Octave;
        foreach (var (left, right) in _rows.Looked.At(y))
        {
            for (var layer = 1; layer <= ScaleSteps.PerOctave; layer++)
            {
                _columns.Clear();
                ExtremumScan<TShorts, TS>.Find(octave, layer, y, (Math.Max(Border, left), Math.Min(octave.Width - Border, right)), _least, _columns);
                foreach (var x in _columns)
                {
                    if (Refinement.Of(octave, (layer, y, x), options.Contrast, options.Edge) is { } found && IsFirst(found))
                    {
                        Add(found, area, to);
                    }
                }
            }
        }
    }

    // An extremum may be found from several of the pixels around it.
    private bool IsFirst(in Extremum found)
    {
        for (var at = _found.Count - 1; at >= 0 && _found[at].Y >= found.Y - 3 * Refinement.Furthest; at--)
        {
            if (found.IsSame(_found[at]))
            {
                return false;
            }
        }

        _found.Add(found);
        return true;
    }

    private void Add(in Extremum found, PictureArea area, PictureFeatures to)
    {
        var octave = _rows.Octave;
        var (x, y) = ((found.X + found.Right) * octave.Step + octave.Shift, (found.Y + found.Down) * octave.Step + octave.Shift);
        if (!area.Holds(x, y))
        {
            return;
        }

        _angles.Clear();
        _orientations.Find(octave, found, _angles);
        foreach (var angle in _angles)
        {
            var descriptor = to.Add(new Keypoint((float)x, (float)y, (float)(found.Blur * octave.Step), angle));
            _describer.Describe(octave, found, angle, descriptor);
        }
    }
}
