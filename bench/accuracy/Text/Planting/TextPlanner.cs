namespace VideoIndex.Accuracy.Text.Planting;

/// <summary>Plans a clip: what words, where, how, when. The same part and seed plan the same clip.</summary>
internal sealed class TextPlanner(TextPart part, int seed)
{
    private const int Width = TextClip.Width, Height = TextClip.Height, Frames = TextClip.Frames;
    private static readonly int[] Heights = [12, 16, 20, 24, 32, 48, 64];
    private static readonly double[] Tilts = [0, 0, 0, 5, 10, 20];
    private static readonly string[] Fonts = ["DejaVuSans", "DejaVuSans-Bold", "DejaVuSerif", "DejaVuSansCondensed", "DejaVuSansMono"];

    private readonly Random _random = new(part.FirstSeed + seed);
    private readonly string _backdrop = part.Backdrops[seed % part.Backdrops.Count];
    private readonly List<Planted> _lines = [];
    private readonly List<Plate> _plates = [];
    private readonly List<(double Left, double Top, double Right, double Bottom)> _taken = [];

    /// <summary>Plans the clip. Every fourth has no words.</summary>
    public TextClip Plan()
    {
        var backdrop = _backdrop;
        switch (seed % 4 == 3 ? -1 : _random.Next(8))
        {
            case -1:
                break;
            case 0:
                backdrop = "paper";
                Slide();
                break;
            case 1:
                backdrop = "dark";
                Credits();
                break;
            case 2:
                Scoreboard();
                Loose(4);
                break;
            case 3 or 4:
                LowerThird();
                Loose(4);
                break;
            case 5:
                Sign();
                Loose(3);
                break;
            default:
                Loose(8);
                break;
        }

        return new TextClip($"{part.Name}-{seed:000}", backdrop, _random.Next(3) == 0 ? _random.Next(1, 6) : 0, _random.Next(18, 29),
            _random.Next(3) == 0 ? _random.Next(2, 7) : 0, _lines, _plates);
    }

    // Lines by themselves, each anywhere that is free.
    private void Loose(int count)
    {
        for (var tried = 0; tried < 40 * count && count > 0; tried++)
        {
            var (height, tilt) = (Heights[_random.Next(Heights.Length)], Tilts[_random.Next(Tilts.Length)] * (_random.Next(2) * 2 - 1));
            var pace = _random.Next(5);
            var speed = pace switch { 0 => _random.NextDouble() * 0.8 + 0.2, 1 => _random.Next(3, 9), _ => 0.0 };
            var way = _random.Next(2) == 0 ? (speed, 0.0) : (-speed, speed / 3);
            var line = Style(Words.Line(_random), height, "loose") with { Tilt = tilt, Speed = way };
            var (wide, high) = Around(line);
            if (wide > Width - 100)
            {
                continue;
            }

            var middle = (X: _random.Next((int)wide / 2 + 30, Width - (int)wide / 2 - 29), Y: _random.Next((int)high / 2 + 30, Height - (int)high / 2 - 29));
            var timed = Timed(line with { Middle = middle });
            if (Free(timed))
            {
                _lines.Add(Backed(timed, wide, high));
                count--;
            }
        }
    }

    private void Slide()
    {
        var (size, y) = (Heights[_random.Next(2, 6)], 140.0);
        for (var line = 0; line < _random.Next(5, 9) && y < Height - 100; line++, y += size * 2.4)
        {
            var planted = Style(Words.Line(_random), line == 0 ? size * 3 / 2 : size, "slide") with { Ink = Ink.Dark, Luma = 30, Contrast = 200 };
            var (wide, _) = Around(planted);
            _lines.Add(planted with { Middle = (150 + wide / 2, y), From = line == 0 ? 0 : Math.Min(60, 8 * line + _random.Next(6)), To = Frames });
        }
    }

    private void Credits()
    {
        var (size, speed) = (Heights[_random.Next(1, 5)], -_random.Next(2, 5));
        for (var y = 100.0; y < Height + 300; y += size * 2.6)
        {
            _lines.Add(Style(Words.Name(_random), size, "credits") with
            {
                Ink = Ink.Light,
                Luma = 225,
                Contrast = 200,
                Middle = (Width / 2.0, y),
                Speed = (0, speed),
                From = 0,
                To = Frames,
            });
        }
    }

    private void Scoreboard()
    {
        var (size, from) = (Heights[_random.Next(2, 5)], _random.Next(0, 12));
        var teams = $"{Words.Word(_random)} {_random.Next(10)}-{_random.Next(10)} {Words.Word(_random)}".ToUpperInvariant();
        var line = Style(teams, size, "scoreboard") with { Ink = Ink.Light, Luma = 235, Contrast = 190, From = from, To = Frames, Font = "DejaVuSans-Bold" };
        var (wide, _) = Around(line);
        var clock = wide + size * 3;
        Add(new Plate(60, 50, clock + size * 6, size * 2.2, 35, 1, default, from, Frames));
        _lines.Add(line with { Middle = (60 + size + wide / 2, 50 + size * 1.1) });
        var (second, tick) = (_random.Next(59 * 60), from + _random.Next(1, 25));
        for (var start = from; start < Frames; start = tick, tick += 25, second++)
        {
            _lines.Add(line with
            {
                Words = $"{second / 60:00}:{second % 60:00}",
                Kind = "clock",
                Middle = (60 + clock + size * 2, 50 + size * 1.1),
                From = start,
                To = Math.Min(tick, Frames),
            });
        }
    }

    private void LowerThird()
    {
        var (size, from) = (Heights[_random.Next(2, 5)], _random.Next(5, 30));
        var (to, fade) = (Math.Min(Frames, from + _random.Next(30, 70)), _random.Next(2) == 0 ? 1 : _random.Next(4, 13));
        var share = _random.Next(2) == 0 ? 1 : 0.75;
        var upper = Style(Words.Name(_random), size, "lower third") with { Ink = Ink.Light, Luma = 230, Contrast = 180, From = from, To = to, Fade = fade };
        var lower = upper with { Words = Words.Line(_random), Height = Math.Max(12, size * 2 / 3) };
        var (wide, more) = (Around(upper).Wide, Around(lower).Wide);
        Add(new Plate(120, 800, Math.Max(wide, more) + 80, size * 4, 30, share, default, from, to, fade));
        _lines.Add(upper with { Middle = (160 + wide / 2, 800 + size * 1.2) });
        _lines.Add(lower with { Middle = (160 + more / 2, 800 + size * 2.9) });
    }

    private void Sign()
    {
        var (size, speed) = (Heights[_random.Next(2, 7)], (X: (_random.Next(2) * 2 - 1) * _random.Next(1, 8), Y: 0));
        var light = _random.Next(2) == 0;
        var line = Style(Words.Word(_random) + " " + Words.Word(_random), size, "sign") with
        {
            Ink = light ? Ink.Light : Ink.Dark,
            Luma = light ? 220 : 30,
            Contrast = 170,
            From = 0,
            To = Frames,
            Speed = speed,
        };
        var (wide, x) = (Around(line).Wide, speed.X > 0 ? 100.0 : Width - 100.0 - Around(line).Wide - size);
        Add(new Plate(x, 420, wide + size * 2, size * 2.4, light ? 40 : 210, 1, speed, 0, Frames));
        _lines.Add(line with { Middle = (x + size + wide / 2, 420 + size * 1.2) });
    }

    private Planted Style(string words, int height, string kind)
    {
        var low = _random.Next(3) == 0;
        return new Planted(words, Fonts[_random.Next(Fonts.Length)], height, (Ink)_random.Next(3), low ? 45 : _random.Next(110, 190)) { Kind = kind };
    }

    // Where the picture behind is busy, words have a plate, an outline, or as much contrast as there is.
    private Planted Backed(Planted line, double wide, double high)
    {
        if (_backdrop == "smooth" || line.Ink == Ink.Outlined)
        {
            return line;
        }

        if (line.Tilt != 0 || line.Fade > 1 || _random.Next(4) == 0)
        {
            return line with { Ink = Ink.Outlined };
        }

        var light = line.Ink == Ink.Light;
        var plate = light ? _random.Next(10, 240 - line.Contrast) : _random.Next(line.Contrast + 10, 245);
        _plates.Add(new Plate(
            line.Middle.X - wide / 2, line.Middle.Y - high / 2 - 6, wide, high + 12, plate, 1, line.Speed, line.From, line.To));
        return line with { Luma = light ? plate + line.Contrast : plate - line.Contrast };
    }

    private Planted Timed(Planted line)
    {
        var from = _random.Next(3) == 0 ? 0 : _random.Next(1, 45);
        var to = _random.Next(3) == 0 ? Frames : Math.Min(Frames, from + _random.Next(26, 60));
        return line with { From = from, To = to, Fade = from > 0 && _random.Next(3) == 0 ? _random.Next(4, 13) : 1 };
    }

    private void Add(Plate plate)
    {
        _plates.Add(plate);
        var run = plate.Speed.X * (plate.To - plate.From);
        _taken.Add((plate.X + Math.Min(0, run), plate.Y, plate.X + plate.Width + Math.Max(0, run), plate.Y + plate.Height));
    }

    // As wide as the letters of these fonts are at the most.
    private static (double Wide, double High) Around(Planted line)
    {
        var (wide, high) = (line.Words.Length * line.Height * 0.92, line.Height * 1.5);
        var (sine, cosine) = (Math.Abs(Math.Sin(line.Tilt * Math.PI / 180)), Math.Cos(line.Tilt * Math.PI / 180));
        return (wide * cosine + high * sine, wide * sine + high * cosine);
    }

    private bool Free(Planted line)
    {
        var (wide, high) = Around(line);
        var (start, end) = (line.At(line.From), line.At(line.To));
        var box = (Left: Math.Min(start.X, end.X) - wide / 2 - 20, Top: Math.Min(start.Y, end.Y) - high / 2 - 15,
            Right: Math.Max(start.X, end.X) + wide / 2 + 20, Bottom: Math.Max(start.Y, end.Y) + high / 2 + 15);
        if (box.Left < 0 || box.Top < 0 || box.Right > Width || box.Bottom > Height
            || _taken.Exists(other => other.Left < box.Right && box.Left < other.Right && other.Top < box.Bottom && box.Top < other.Bottom))
        {
            return false;
        }

        _taken.Add(box);
        return true;
    }
}
