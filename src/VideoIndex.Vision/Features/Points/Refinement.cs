using VideoIndex.Vision.Features.Scales;

namespace VideoIndex.Vision.Features.Points;

/// <summary>Where between the pixels and layers an extremum really lies, and whether it is worth keeping.</summary>
/// <remarks>Lowe 2004, section 4: a parabola through the 26 around it; edges are told by the ratio of the curvatures.</remarks>
internal static class Refinement
{
    private const int Border = 5;
    private const int Steps = 5;

    // Halfway between two pixels each may point at the other. So it takes a little more than half a pixel to move on, and
    // what goes to and fro all the same is taken where it ends.
    private const double Near = 0.6;

    /// <summary>How many pixels from where it was found an extremum may turn out to lie.</summary>
    public const int Furthest = 4;

    /// <summary>Returns the extremum near a pixel; null where there is none, or one of little contrast, or one along an edge.</summary>
    /// <param name="octave">The octave.</param>
    /// <param name="found">Where it was found.</param>
    /// <param name="contrast">The least contrast, as a share of that of black and white.</param>
    /// <param name="edge">The greatest ratio of curvatures.</param>
    public static Extremum? Of(Octave octave, (int Layer, int Y, int X) found, double contrast, double edge)
    {
        var (layer, y, x) = found;
        for (var step = 0; step <= Steps; step++)
        {
            var curve = new Curve(octave, layer, y, x);
            if (!curve.TrySolve(out var dx, out var dy, out var ds))
            {
                return null;
            }

            var furthest = Math.Max(Math.Max(Math.Abs(dx), Math.Abs(dy)), Math.Abs(ds));
            if (furthest < Near || step == Steps && furthest < 1)
            {
                var height = Math.Abs(curve.Height(dx, dy, ds)) / (255.0 * Octave.Unit);
                return height * ScaleSteps.PerOctave < contrast || curve.IsEdge(edge) ? null : new Extremum(layer, y, x, dx, dy, ds);
            }

            if (furthest > Furthest)
            {
                return null;
            }

            (x, y, layer) = (x + (int)Math.Round(dx), y + (int)Math.Round(dy), layer + (int)Math.Round(ds));
            if (layer is < 1 or > ScaleSteps.PerOctave || x < Border || x >= octave.Width - Border || y < Border || y >= octave.Height - Border
                || Math.Abs(x - found.X) > Furthest || Math.Abs(y - found.Y) > Furthest)
            {
                return null;
            }
        }

        return null;
    }

    private readonly struct Curve
    {
        private readonly double _middle, _x, _y, _s, _xx, _yy, _ss, _xy, _xs, _ys;

        public Curve(Octave octave, int layer, int y, int x)
        {
            _middle = octave.Difference(layer, y, x);
            var (left, right) = (octave.Difference(layer, y, x - 1), octave.Difference(layer, y, x + 1));
            var (above, below) = (octave.Difference(layer, y - 1, x), octave.Difference(layer, y + 1, x));
            var (finer, coarser) = (octave.Difference(layer - 1, y, x), octave.Difference(layer + 1, y, x));
            (_x, _y, _s) = ((right - left) / 2.0, (below - above) / 2.0, (coarser - finer) / 2.0);
            (_xx, _yy, _ss) = (right + left - 2 * _middle, below + above - 2 * _middle, coarser + finer - 2 * _middle);
            _xy = (octave.Difference(layer, y + 1, x + 1) - octave.Difference(layer, y + 1, x - 1)
                - octave.Difference(layer, y - 1, x + 1) + octave.Difference(layer, y - 1, x - 1)) / 4.0;
            _xs = (octave.Difference(layer + 1, y, x + 1) - octave.Difference(layer + 1, y, x - 1)
                - octave.Difference(layer - 1, y, x + 1) + octave.Difference(layer - 1, y, x - 1)) / 4.0;
            _ys = (octave.Difference(layer + 1, y + 1, x) - octave.Difference(layer + 1, y - 1, x)
                - octave.Difference(layer - 1, y + 1, x) + octave.Difference(layer - 1, y - 1, x)) / 4.0;
        }

        public double Height(double dx, double dy, double ds) => _middle + 0.5 * (_x * dx + _y * dy + _s * ds);

        public bool IsEdge(double ratio)
        {
            var (trace, determinant) = (_xx + _yy, _xx * _yy - _xy * _xy);
            return determinant <= 0 || trace * trace * ratio >= (ratio + 1) * (ratio + 1) * determinant;
        }

        // Cramer's rule for the place where all three slopes vanish.
        public bool TrySolve(out double dx, out double dy, out double ds)
        {
            var (a, b, c) = (_yy * _ss - _ys * _ys, _xs * _ys - _xy * _ss, _xy * _ys - _xs * _yy);
            var determinant = _xx * a + _xy * b + _xs * c;
            (dx, dy, ds) = (0, 0, 0);
            if (determinant == 0)
            {
                return false;
            }

            dx = -(a * _x + b * _y + c * _s) / determinant;
            dy = -(b * _x + (_xx * _ss - _xs * _xs) * _y + (_xs * _xy - _xx * _ys) * _s) / determinant;
            ds = -(c * _x + (_xs * _xy - _xx * _ys) * _y + (_xx * _yy - _xy * _xy) * _s) / determinant;
            return true;
        }
    }
}

/// <summary>An extremum in place and scale.</summary>
/// <param name="Layer">The lower of the two layers whose difference it is in.</param>
/// <param name="Y">Its row.</param>
/// <param name="X">Its column.</param>
/// <param name="Right">How far it lies to the right of the pixel's centre, up to half a pixel of the octave.</param>
/// <param name="Down">How far below.</param>
/// <param name="Coarser">How much coarser it is than its layer, up to half a layer.</param>
internal readonly record struct Extremum(int Layer, int Y, int X, double Right, double Down, double Coarser)
{
    /// <summary>Gets its scale in pixels of the octave.</summary>
    public double Blur => ScaleSteps.Blur(Layer + Coarser);

    /// <summary>Returns whether another is the same, found from another pixel.</summary>
    public bool IsSame(in Extremum other) =>
        Math.Abs(X + Right - other.X - other.Right) < 1 && Math.Abs(Y + Down - other.Y - other.Down) < 1
        && Math.Abs(Layer + Coarser - other.Layer - other.Coarser) < 0.5;
}
