using VideoIndex.Vision.ScreenText.Lines;

namespace VideoIndex.Vision.ScreenText.Strokes;

/// <summary>Which pixels about a line are its letters', and which are of what lies behind it, however much alike the two are.</summary>
/// <remarks>
/// A flood (S. Beucher and C. Lantuéjoul 1979) from the letters' own pixels and from what lies around the line, over the most like
/// letters first: a pixel is on the side from which it is reached over the higher saddle. So what an outline parts, however thin
/// and blurred it is, stays apart. What neither reaches above half the contrast is an <see cref="Island"/>: the dot of an i is a
/// letter's, what shows in the eye of an o is not.
/// </remarks>
internal sealed class LetterMask
{
    private const byte Unknown = 0, Letter = 1, Behind = 2;

    // How far from a letter, in pixels, a picture is still cut out: beside it, above and below. And how wide a letter's edge is.
    private const int Beside = 12, Above = 5, Edge = 2;

    private readonly byte[] _like, _labels, _own, _near;
    private readonly int[] _place;
    private readonly int _left, _top, _width, _height, _ink, _contrast, _half, _capital;

    /// <summary>Finds them.</summary>
    /// <param name="plane">The level the line was seen at.</param>
    /// <param name="line">The line.</param>
    public LetterMask(Plane plane, TextLine line)
    {
        var (left, top, right, bottom) = Run.Around(line.Runs);
        (_left, _top) = (Math.Max(0, left - Beside - 1), Math.Max(0, top - Above - 1));
        (_width, _height) = (Math.Min(plane.Width, right + Beside + 1) - _left, Math.Min(plane.Height, bottom + Above + 1) - _top);
        var size = _width * _height;
        (_like, _labels, _own, _near, _place) = (new byte[size], new byte[size], new byte[size], new byte[size], new int[size]);
        Take(plane, line.Light);
        (_ink, _contrast, _capital) = (Ink(line.Runs), line.Contrast, (int)(line.Capital / line.Scale));
        _half = _ink - _contrast / 2;
        Mark(line.Runs);
        Seed();
        Flood();
        Trim();
    }

    /// <summary>Returns whether a point, in pixels of the level, is a letter's.</summary>
    public bool Has(double x, double y)
    {
        var (column, row) = ((int)Math.Round(x) - _left, (int)Math.Round(y) - _top);
        return column >= 0 && row >= 0 && column < _width && row < _height && _labels[row * _width + column] == Letter;
    }

    private void Take(Plane plane, bool light)
    {
        for (var at = 0; at < _like.Length; at++)
        {
            var luma = plane.Pixels[(_top + at / _width) * plane.Width + _left + at % _width];
            _like[at] = light ? luma : (byte)(255 - luma);
        }
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

    private void Mark(IReadOnlyList<Run> runs)
    {
        foreach (var run in runs)
        {
            Of(_own, run).Fill(1);
            Fill(_near, (run.Start - _left, run.End - _left, run.Row - _top), (Beside, Above));
        }
    }

    private void Fill(byte[] pixels, (int From, int To, int Row) run, (int Beside, int Above) more)
    {
        var (from, to) = (Math.Max(0, run.From - more.Beside), Math.Min(_width, run.To + more.Beside));
        for (var row = Math.Max(0, run.Row - more.Above); row <= Math.Min(_height - 1, run.Row + more.Above); row++)
        {
            pixels.AsSpan(row * _width + from, to - from).Fill(1);
        }
    }

    private void Seed()
    {
        var (islands, core) = (new List<Island> { new([]) { Letters = true } }, _ink - _contrast / 5); // 0 is none
        for (var at = 0; at < _like.Length; at++)
        {
            if (_place[at] == 0 && _like[at] >= _half)
            {
                var island = new Island(Gather(at, islands.Count));
                islands.Add(island);
                foreach (var pixel in island.Pixels)
                {
                    island.Mine |= _own[pixel] != 0;
                    island.Letters |= _own[pixel] != 0 && _like[pixel] >= core;
                    island.Behind |= _near[pixel] == 0;
                    island.Most = Math.Max(island.Most, _like[pixel]);
                }
            }
        }

        foreach (var island in islands)
        {
            var pure = island.Letters != island.Behind ? island.Letters : IsLetter(island, islands);
            foreach (var pixel in island.Pixels)
            {
                _labels[pixel] = !(island.Letters && island.Behind) ? pure ? Letter : Behind
                    : _near[pixel] == 0 ? Behind
                    : _own[pixel] != 0 && _like[pixel] >= core ? Letter : Unknown;
            }
        }

        for (var at = 0; at < _like.Length; at++)
        {
            _labels[at] = _near[at] == 0 ? Behind : _labels[at];
        }
    }

    private bool IsLetter(Island island, List<Island> islands) => island.Mine
        ? island.Most <= _ink + _contrast * 3 / 10
        : Math.Abs(island.Most - _ink) <= _contrast * 3 / 10 && !InAnEye(island, islands);

    // Three of four ways, the first there is, is one and the same letter.
    private bool InAnEye(Island island, List<Island> islands)
    {
        var middle = island.Pixels[island.Pixels.Count / 2];
        var (x, y, own) = (middle % _width, middle / _width, _place[middle]);
        var hits = new int[4];
        for (var way = 0; way < 4; way++)
        {
            var (dx, dy) = way switch { 0 => (1, 0), 1 => (-1, 0), 2 => (0, 1), _ => (0, -1) };
            for (var far = 1; far <= _capital; far++)
            {
                var (column, row) = (x + far * dx, y + far * dy);
                if (column < 0 || row < 0 || column >= _width || row >= _height)
                {
                    break;
                }

                var place = _place[row * _width + column];
                if (place != own && place != 0 && islands[place].Letters)
                {
                    hits[way] = place;
                    break;
                }
            }
        }

        return hits.Where(hit => hit != 0).GroupBy(hit => hit).Any(hit => hit.Count() >= 3);
    }

    private List<int> Gather(int from, int place)
    {
        var pixels = new List<int> { from };
        _place[from] = place;
        for (var at = 0; at < pixels.Count; at++)
        {
            for (var way = 0; way < 4; way++)
            {
                var next = Next(pixels[at], way);
                if (next >= 0 && _place[next] == 0 && _like[next] >= _half)
                {
                    _place[next] = place;
                    pixels.Add(next);
                }
            }
        }

        return pixels;
    }

    // -1 where the picture ends.
    private int Next(int at, int way) => way switch
    {
        0 => at % _width > 0 ? at - 1 : -1,
        1 => at % _width < _width - 1 ? at + 1 : -1,
        2 => at - _width,
        _ => at + _width < _like.Length ? at + _width : -1,
    };

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
                for (var way = 0; way < 4; way++)
                {
                    var next = Next(at, way);
                    if (next >= 0 && _labels[next] == Unknown)
                    {
                        _labels[next] = _labels[at];
                        open[Math.Min(level, _like[next])].Push(next);
                    }
                }
            }
        }
    }

    // Of what slopes away from a letter, only its edge: on flat ground the floods meet anywhere.
    private void Trim()
    {
        Array.Clear(_near);
        for (var at = 0; at < _like.Length; at++)
        {
            if (_labels[at] == Letter && _like[at] >= _half)
            {
                Fill(_near, (at % _width, at % _width + 1, at / _width), (Edge, Edge));
            }
        }

        for (var at = 0; at < _like.Length; at++)
        {
            _labels[at] = _near[at] == 0 ? Behind : _labels[at];
        }
    }
}
