using VideoIndex.Vision.ScreenText.Lines;

namespace VideoIndex.Vision.ScreenText.Strokes;

/// <summary>Which pixels about a line are its letters', and which are of what lies behind it, however much alike the two are.</summary>
/// <remarks>
/// A flood (S. Beucher and C. Lantuéjoul 1979) from the letters' own pixels and from what lies around the line, over the most like
/// letters first: a pixel is on the side from which it is reached over the higher saddle. So what an outline parts, however thin and blurred it is, stays apart.
/// What neither reaches above half the contrast is an island: the dot of an i, if it is as light as letters are; what
/// shows in the eye of an o is none.
/// </remarks>
internal sealed class LetterMask
{
    private const byte Unknown = 0, Letter = 1, Behind = 2;

    // How far from a letter, in pixels, a picture is still cut out: beside it, above and below.
    private const int Beside = 12, Above = 5, Edge = 2;

    private readonly byte[] _like, _labels;
    private readonly int _left, _top, _width, _height, _ink, _contrast;

    /// <summary>Finds them.</summary>
    /// <param name="plane">The level the line was seen at.</param>
    /// <param name="line">The line.</param>
    public LetterMask(Plane plane, TextLine line)
    {
        var (left, top, right, bottom) = Around(line.Runs);
        (_left, _top) = (Math.Max(0, left - Beside - 1), Math.Max(0, top - Above - 1));
        (_width, _height) = (Math.Min(plane.Width, right + Beside + 1) - _left, Math.Min(plane.Height, bottom + Above + 1) - _top);
        (_like, _labels) = (new byte[_width * _height], new byte[_width * _height]);
        for (var row = 0; row < _height; row++)
        {
            for (var x = 0; x < _width; x++)
            {
                var luma = plane.Pixels[(_top + row) * plane.Width + _left + x];
                _like[row * _width + x] = line.Light ? luma : (byte)(255 - luma);
            }
        }

        (_ink, _contrast) = (Ink(line.Runs), line.Contrast);
        Seed(line.Runs);
        Flood();
        Rim();
    }

    /// <summary>Returns whether a point is a letter's.</summary>
    public bool Has(double x, double y)
    {
        var (column, row) = ((int)Math.Round(x) - _left, (int)Math.Round(y) - _top);
        return column >= 0 && row >= 0 && column < _width && row < _height && _labels[row * _width + column] == Letter;
    }

    private static (int Left, int Top, int Right, int Bottom) Around(IReadOnlyList<Run> runs)
    {
        var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, 0, 0);
        foreach (var run in runs)
        {
            (left, top) = (Math.Min(left, run.Start), Math.Min(top, run.Row));
            (right, bottom) = (Math.Max(right, run.End), Math.Max(bottom, run.Row + 1));
        }

        return (left, top, right, bottom);
    }

    private Span<byte> Of(byte[] pixels, in Run run) => pixels.AsSpan((run.Row - _top) * _width + run.Start - _left, run.End - run.Start);

    // What three quarters of the letters' pixels are less like a letter than.
    private int Ink(IReadOnlyList<Run> runs)
    {
        var (counts, all) = (new int[256], 0);
        foreach (var run in runs)
        {
            foreach (var value in Of(_like, run))
            {
                counts[value]++;
                all++;
            }
        }

        var (ink, above) = (255, counts[255]);
        while (4 * above < all)
        {
            above += counts[--ink];
        }

        return ink;
    }

    private void Seed(IReadOnlyList<Run> runs)
    {
        var near = new byte[_like.Length];
        var own = new byte[_like.Length];
        foreach (var run in runs)
        {
            Of(own, run).Fill(1);
            var (from, to) = (Math.Max(0, run.Start - _left - Beside), Math.Min(_width, run.End - _left + Beside));
            for (var row = Math.Max(0, run.Row - _top - Above); row <= Math.Min(_height - 1, run.Row - _top + Above); row++)
            {
                near.AsSpan(row * _width + from, to - from).Fill(1);
            }
        }

        var (seen, islands) = (new byte[_like.Length], new List<Island>());
        var (half, core) = (_ink - _contrast / 2, _ink - _contrast / 5);
        var pixels = new List<int>();
        for (var at = 0; at < _like.Length; at++)
        {
            if (seen[at] != 0 || _like[at] < half)
            {
                continue;
            }

            Gather(at, half, seen, pixels);
            var (letters, behind, mine, most) = (false, false, false, 0);
            var (l, t, r, b) = (int.MaxValue, int.MaxValue, 0, 0);
            foreach (var pixel in pixels)
            {
                mine |= own[pixel] != 0;
                letters |= own[pixel] != 0 && _like[pixel] >= core;
                behind |= near[pixel] == 0;
                most = Math.Max(most, _like[pixel]);
                (l, t, r, b) = (Math.Min(l, pixel % _width), Math.Min(t, pixel / _width), Math.Max(r, pixel % _width), Math.Max(b, pixel / _width));
            }

            if (!letters && !behind)
            {
                islands.Add(new Island([.. pixels], mine, most, (l, t, r, b)));
                continue;
            }

            foreach (var pixel in pixels)
            {
                _labels[pixel] = letters && behind
                    ? near[pixel] == 0 ? Behind : own[pixel] != 0 && _like[pixel] >= core ? Letter : Unknown
                    : letters ? Letter : Behind;
            }

            if (letters && !behind)
            {
                islands.Add(new Island([], true, 255, (l, t, r, b)));
            }
        }

        for (var at = 0; at < _like.Length; at++)
        {
            if (near[at] == 0 && _labels[at] == Unknown)
            {
                _labels[at] = Behind;
            }
        }

        Judge(islands);
    }

    private void Judge(List<Island> islands)
    {
        foreach (var island in islands.Where(island => island.Pixels.Length > 0))
        {
            var like = island.Mine
                ? island.Most >= _ink - _contrast / 2
                : Math.Abs(island.Most - _ink) <= _contrast * 3 / 10
                    && !islands.Exists(other => other.Pixels.Length == 0 && other.Box.Left < island.Box.Left && other.Box.Top < island.Box.Top
                        && other.Box.Right > island.Box.Right && other.Box.Bottom > island.Box.Bottom);
            foreach (var pixel in island.Pixels)
            {
                _labels[pixel] = like ? Letter : Behind;
            }
        }
    }

    private sealed record Island(int[] Pixels, bool Mine, int Most, (int Left, int Top, int Right, int Bottom) Box);

    private void Gather(int from, int half, byte[] seen, List<int> pixels)
    {
        pixels.Clear();
        pixels.Add(from);
        seen[from] = 1;
        for (var at = 0; at < pixels.Count; at++)
        {
            var pixel = pixels[at];
            foreach (var next in Beside4(pixel))
            {
                if (next >= 0 && seen[next] == 0 && _like[next] >= half)
                {
                    seen[next] = 1;
                    pixels.Add(next);
                }
            }
        }
    }

    private (int, int, int, int) Four(int at) => (at % _width > 0 ? at - 1 : -1, at % _width < _width - 1 ? at + 1 : -1, at - _width, at + _width < _like.Length ? at + _width : -1);

    private int[] Beside4(int at)
    {
        var (a, b, c, d) = Four(at);
        return [a, b, c, d];
    }

    // Of what slopes away from a letter, only its edge: on flat ground the floods meet anywhere.
    private void Rim()
    {
        var half = _ink - _contrast / 2;
        var near = new byte[_like.Length];
        for (var at = 0; at < _like.Length; at++)
        {
            if (_labels[at] == Letter && _like[at] >= half)
            {
                var (x, y) = (at % _width, at / _width);
                for (var row = Math.Max(0, y - Edge); row <= Math.Min(_height - 1, y + Edge); row++)
                {
                    near.AsSpan(row * _width + Math.Max(0, x - Edge), Math.Min(_width, x + Edge + 1) - Math.Max(0, x - Edge)).Fill(1);
                }
            }
        }

        for (var at = 0; at < _like.Length; at++)
        {
            if (near[at] == 0)
            {
                _labels[at] = Behind;
            }
        }
    }

    private void Flood()
    {
        var open = new Stack<int>[256];
        for (var level = 0; level < 256; level++)
        {
            open[level] = new Stack<int>();
        }

        for (var at = 0; at < _labels.Length; at++)
        {
            if (_labels[at] != Unknown)
            {
                open[_like[at]].Push(at);
            }
        }

        for (var level = 255; level >= 0; level--)
        {
            while (open[level].TryPop(out var at))
            {
                foreach (var next in Beside4(at))
                {
                    if (next >= 0 && _labels[next] == Unknown)
                    {
                        _labels[next] = _labels[at];
                        open[Math.Min(level, _like[next])].Push(next);
                    }
                }
            }
        }
    }
}
