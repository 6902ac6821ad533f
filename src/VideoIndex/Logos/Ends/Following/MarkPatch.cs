using VideoIndex.Logos.Geometry;
using VideoIndex.Looks;

namespace VideoIndex.Logos.Ends.Following;

/// <summary>What a mark looks like in one frame: cells of 8 x 8 samples of what lies under its quad.</summary>
/// <remarks>
/// Cells are compared one by one, by their correlation, so that something before a part of the mark spoils that part alone, and neither
/// light nor a dissolve moves it. Cells without any drawing tell nothing and are left out.
/// </remarks>
internal sealed class MarkPatch
{
    private const int Side = 8, Samples = Side * Side, MostCells = 16, LeastCells = 4;
    private const double LeastDeviation = 2.5, LeastShare = 0.3, LeastInside = 0.25;

    private readonly int _columns, _rows;
    private readonly float[] _samples;
    private readonly List<(int Column, int Row, double Deviation)> _cells = [];

    private MarkPatch(int columns, int rows)
    {
        (_columns, _rows) = (columns, rows);
        _samples = new float[columns * rows * Samples];
    }

    /// <summary>Takes a mark's patch; null where too little is drawn in it to know it again by, or it lies outside of the picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="mark">Where the mark lies in it, in its pixels.</param>
    public static MarkPatch? Of(GrayPicture picture, Quad mark)
    {
        var wide = (mark.TopLeft.To(mark.TopRight) + mark.BottomLeft.To(mark.BottomRight)) / 2;
        var high = (mark.TopLeft.To(mark.BottomLeft) + mark.TopRight.To(mark.BottomRight)) / 2;
        var patch = new MarkPatch(CellsAlong(wide), CellsAlong(high));
        var deviations = new Dictionary<(int Column, int Row), double>();
        for (var row = 0; row < patch._rows; row++)
        {
            for (var column = 0; column < patch._columns; column++)
            {
                var cell = patch.CellOf(column, row);
                if (Read(picture, patch.Corner(mark, column, row), patch.Corner(mark, column + 1, row), patch.Corner(mark, column, row + 1), cell) is { } deviation)
                {
                    deviations.Add((column, row), deviation);
                }
            }
        }

        var least = deviations.Count == 0 ? 0 : LeastShare * Math.Sqrt(deviations.Values.Average(deviation => deviation * deviation));
        patch._cells.AddRange(deviations.Where(cell => cell.Value >= Math.Max(LeastDeviation, least)).Select(cell => (cell.Key.Column, cell.Key.Row, cell.Value)));
        return patch._cells.Count < LeastCells ? null : patch;
    }

    /// <summary>Says how much of the mark is seen in a place.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="place">The place, in its pixels.</param>
    /// <param name="leastAlike">The correlation from which a cell counts as visible.</param>
    public PatchView At(GrayPicture picture, Quad place, double leastAlike)
    {
        Span<float> seen = stackalloc float[Samples];
        var strengths = new List<double>(_cells.Count);
        var (sum, inside) = (0.0, 0);
        foreach (var (column, row, deviation) in _cells)
        {
            if (Read(picture, Corner(place, column, row), Corner(place, column + 1, row), Corner(place, column, row + 1), seen) is not { } spread)
            {
                continue;
            }

            var covariance = Covariance(CellOf(column, row), seen);
            var alike = Math.Max(0, covariance / (deviation * Math.Max(1, spread)));
            (sum, inside) = (sum + alike, inside + 1);
            if (alike >= leastAlike)
            {
                strengths.Add(covariance / (deviation * deviation));
            }
        }

        strengths.Sort();
        return inside < LeastInside * _cells.Count
            ? default
            : new PatchView(sum / inside, (double)strengths.Count / inside, strengths.Count == 0 ? 0 : strengths[strengths.Count / 2]);
    }

    private static int CellsAlong(double length) => Math.Clamp((int)Math.Round(length / Side), 2, MostCells);

    private Span<float> CellOf(int column, int row) => _samples.AsSpan(((row * _columns) + column) * Samples, Samples);

    // Where a corner of the cells lies, on straight lines between the quad's corners.
    private Point Corner(Quad place, int column, int row)
    {
        var (u, v) = ((double)column / _columns, (double)row / _rows);
        var (a, b, c, d) = ((1 - u) * (1 - v), u * (1 - v), u * v, (1 - u) * v);
        return new Point(
            (a * place.TopLeft.X) + (b * place.TopRight.X) + (c * place.BottomRight.X) + (d * place.BottomLeft.X),
            (a * place.TopLeft.Y) + (b * place.TopRight.Y) + (c * place.BottomRight.Y) + (d * place.BottomLeft.Y));
    }

    // Samples less their mean, and their standard deviation; null where the cell is not wholly in the picture.
    private static double? Read(GrayPicture picture, Point corner, Point right, Point below, Span<float> to)
    {
        var (xu, yu, xv, yv) = ((right.X - corner.X) / Side, (right.Y - corner.Y) / Side, (below.X - corner.X) / Side, (below.Y - corner.Y) / Side);
        var sum = 0f;
        for (var at = 0; at < Samples; at++)
        {
            var (u, v) = ((at % Side) + 0.5, (at / Side) + 0.5);
            var (x, y) = (corner.X + (u * xu) + (v * xv), corner.Y + (u * yu) + (v * yv));
            if (!(x > -0.5 && y > -0.5 && x < picture.Width - 0.5 && y < picture.Height - 0.5))
            {
                return null;
            }

            sum += to[at] = Between(picture, (float)x, (float)y);
        }

        var (mean, squares) = (sum / Samples, 0f);
        foreach (ref var sample in to)
        {
            sample -= mean;
            squares += sample * sample;
        }

        return Math.Sqrt(squares / Samples);
    }

    private static float Between(GrayPicture picture, float x, float y)
    {
        var (left, top) = (Math.Clamp((int)x, 0, picture.Width - 1), Math.Clamp((int)y, 0, picture.Height - 1));
        var (right, below) = (Math.Min(left + 1, picture.Width - 1), Math.Min(top + 1, picture.Height - 1));
        var (u, v) = (Math.Clamp(x - left, 0, 1), Math.Clamp(y - top, 0, 1));
        var (first, second, pixels) = (top * picture.Width, below * picture.Width, picture.Pixels);
        var above = pixels[first + left] + (u * (pixels[first + right] - pixels[first + left]));
        var under = pixels[second + left] + (u * (pixels[second + right] - pixels[second + left]));
        return above + (v * (under - above));
    }

    private static double Covariance(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var sum = 0f;
        for (var at = 0; at < Samples; at++)
        {
            sum += one[at] * other[at];
        }

        return sum / Samples;
    }
}
