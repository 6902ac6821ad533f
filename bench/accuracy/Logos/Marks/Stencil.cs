namespace VideoIndex.Accuracy.Logos.Marks;

/// <summary>A shape, cut out sixteen times as fine as it is painted.</summary>
internal sealed class Stencil(int width, int height)
{
    private const int Fine = 4;

    private readonly bool[] _in = new bool[width * Fine * height * Fine];

    public int Width => width;

    public int Height => height;

    /// <summary>Adds what lies in an odd number of these outlines.</summary>
    public void Add(params (double X, double Y)[][] outlines) => Fill(outlines, (at, from, to) => _in.AsSpan(at + from, to - from).Fill(true));

    /// <summary>Takes away what lies in an odd number of these outlines.</summary>
    public void Cut(params (double X, double Y)[][] outlines) => Fill(outlines, (at, from, to) => _in.AsSpan(at + from, to - from).Clear());

    /// <summary>Leaves only what lies in the other too.</summary>
    public void Keep(Stencil other)
    {
        for (var at = 0; at < _in.Length; at++)
        {
            _in[at] &= other._in[at];
        }
    }

    /// <summary>Adds a line drawn with a pen whose outline is convex.</summary>
    public void Sweep(IReadOnlyList<(double X, double Y)> line, (double X, double Y)[] pen)
    {
        for (var at = 1; at < line.Count; at++)
        {
            var (from, to) = (line[at - 1], line[at]);
            Add(Hull([.. pen.Select(p => (p.X + from.X, p.Y + from.Y)), .. pen.Select(p => (p.X + to.X, p.Y + to.Y))]));
        }
    }

    /// <summary>Returns how much of each pixel is in it, 0 to 255.</summary>
    public byte[] Cover()
    {
        var cover = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var count = 0;
                for (var row = 0; row < Fine; row++)
                {
                    var at = (((y * Fine) + row) * width * Fine) + (x * Fine);
                    count += (_in[at] ? 1 : 0) + (_in[at + 1] ? 1 : 0) + (_in[at + 2] ? 1 : 0) + (_in[at + 3] ? 1 : 0);
                }

                cover[(y * width) + x] = (byte)(count * 255 / (Fine * Fine));
            }
        }

        return cover;
    }

    private void Fill((double X, double Y)[][] outlines, Action<int, int, int> span)
    {
        var crossings = new List<double>();
        var (top, bottom) = (outlines.Min(o => o.Min(p => p.Y)), outlines.Max(o => o.Max(p => p.Y)));
        for (var row = Math.Max(0, (int)(top * Fine)); row < Math.Min(height * Fine, (int)(bottom * Fine) + 1); row++)
        {
            var y = (row + 0.5) / Fine;
            crossings.Clear();
            foreach (var outline in outlines)
            {
                for (var at = 0; at < outline.Length; at++)
                {
                    var (from, to) = (outline[at], outline[(at + 1) % outline.Length]);
                    if (from.Y <= y != to.Y <= y)
                    {
                        crossings.Add(from.X + ((y - from.Y) * (to.X - from.X) / (to.Y - from.Y)));
                    }
                }
            }

            crossings.Sort();
            for (var at = 0; at + 1 < crossings.Count; at += 2)
            {
                var (left, right) = (Column(crossings[at]), Column(crossings[at + 1]));
                if (right > left)
                {
                    span(row * width * Fine, left, right);
                }
            }
        }
    }

    private int Column(double x) => (int)Math.Clamp(Math.Round(x * Fine), 0, width * Fine);

    // A. M. Andrew, "Another efficient algorithm for convex hulls in two dimensions" (1979).
    private static (double X, double Y)[] Hull((double X, double Y)[] points)
    {
        Array.Sort(points);
        var hull = new List<(double X, double Y)>();
        foreach (var way in (IEnumerable<(double X, double Y)>[])[points, points.Reverse()])
        {
            var start = hull.Count;
            foreach (var point in way)
            {
                while (hull.Count >= start + 2 && Turn(hull[^2], hull[^1], point) <= 0)
                {
                    hull.RemoveAt(hull.Count - 1);
                }

                hull.Add(point);
            }

            hull.RemoveAt(hull.Count - 1);
        }

        return [.. hull];
    }

    private static double Turn((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
