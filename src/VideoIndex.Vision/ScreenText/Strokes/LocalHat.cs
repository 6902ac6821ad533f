namespace VideoIndex.Vision.ScreenText.Strokes;

/// <summary>The top-hat of a part of a picture: what is thin and stands out, whatever is behind it.</summary>
internal sealed class LocalHat
{
    private const int Margin = StrokeMap.Side;

    private readonly byte[] _hats;
    private readonly int _left, _top, _width, _height;

    /// <summary>Takes it of a rectangle, as far as it lies in the picture, eight pixels beside some runs, four above and below, and nowhere else.</summary>
    public LocalHat(Plane plane, (int Left, int Top, int Right, int Bottom) place, bool light, IReadOnlyList<Run> runs, Kernels kernels)
    {
        (_left, _top) = (Math.Max(0, place.Left) - Margin, Math.Max(0, place.Top) - Margin);
        (_width, _height) = (Math.Min(plane.Width, place.Right) + Margin - _left, Math.Min(plane.Height, place.Bottom) + Margin - _top);
        _hats = new byte[Math.Max(0, _width * _height)];
        for (var at = 0; at < _hats.Length; at++)
        {
            _hats[at] = plane.At(_left + at % _width, _top + at / _width);
        }

        var source = (byte[])_hats.Clone();
        foreach (var greater in (ReadOnlySpan<bool>)[!light, light])
        {
            for (var step = 1; step < StrokeMap.Side; step *= 2)
            {
                kernels.Slide(_hats, step, greater);
                kernels.Slide(_hats, step * _width, greater);
            }
        }

        var (back, about, near) = ((StrokeMap.Side - 1) * (_width + 1), StrokeMap.Side / 2 * (_width + 2), About(runs, kernels));
        for (var at = _hats.Length - 1; at >= back; at--)
        {
            _hats[at] = near[at - about] == 0 ? (byte)0 : (byte)Math.Abs(source[at] - _hats[at - back]);
        }
    }

    private byte[] About(IReadOnlyList<Run> runs, Kernels kernels)
    {
        var near = new byte[_hats.Length];
        foreach (var run in runs)
        {
            near.AsSpan((run.Row - _top) * _width + run.Start - _left, run.End - run.Start).Fill(1);
        }

        for (var step = 1; step < StrokeMap.Side; step *= 2)
        {
            kernels.Slide(near, step, greater: true);
            kernels.Slide(near, step * _width, greater: true);
        }

        kernels.Slide(near, StrokeMap.Side, greater: true); // a colon stands farther from the digits beside it than a dot above its letter
        return near;
    }

    /// <summary>Returns the greatest top-hat of the nine pixels about a point.</summary>
    public int Near(double x, double y)
    {
        var (column, row, greatest) = ((int)Math.Round(x) - _left, (int)Math.Round(y) - _top, 0);
        for (var at = 0; at < 9; at++)
        {
            var (dx, dy) = (column - 1 + at % 3, row - 1 + at / 3);
            if (dx >= Margin && dy >= Margin && dx < _width - Margin && dy < _height - Margin)
            {
                greatest = Math.Max(greatest, _hats[dy * _width + dx]);
            }
        }

        return greatest;
    }
}
