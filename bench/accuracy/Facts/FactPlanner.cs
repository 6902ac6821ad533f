using VideoIndex.Accuracy.Scenes;
using VideoIndex.Looks;

namespace VideoIndex.Accuracy.Facts;

/// <summary>Draws up a clip from a seed.</summary>
internal sealed class FactPlanner(Family family, int seed)
{
    private static readonly string[] Kinds =
    [
        "static", "static", "pan left", "pan right", "tilt up", "tilt down", "zoom in", "zoom out", "handheld", "handheld",
        "colour", "colour", "colour", "black", "black", "still", "credits", "colour bars",
    ];

    private static readonly string[] Encodings =
    [
        "-c:v libx264 -preset veryfast -crf 20", "-c:v libx264 -preset superfast -crf 28 -g 48", "-c:v libx264 -preset veryfast -crf 34",
        "-c:v mpeg2video -q:v 4", "-c:v mpeg4 -q:v 8",
    ];

    // What most people call by these names, middle values of a public survey.
    private static readonly (BasicColour Colour, int Rgb)[] Paints =
    [
        (BasicColour.Red, 0xE50000), (BasicColour.Green, 0x15B01A), (BasicColour.Blue, 0x0343DF), (BasicColour.Yellow, 0xFFFF14), (BasicColour.Orange, 0xF97306),
        (BasicColour.Purple, 0x7E1E9C), (BasicColour.Pink, 0xFF81C0), (BasicColour.Brown, 0x653700),
    ];

    private readonly Random _random = new(family.FirstSeed * 3 + seed);

    public FactClip Plan()
    {
        var rate = (int[])[24, 25, 25, 30, 50];
        var perSecond = rate[_random.Next(rate.Length)];
        var shots = Enumerable.Range(0, 9).Select(_ => Shot(Kinds[_random.Next(Kinds.Length)], perSecond)).ToList();
        var bars = _random.Next(3);
        return new FactClip(
            $"facts-{family.Name}-{seed:000}", perSecond, Encodings[_random.Next(Encodings.Length)].Split(' '), shots,
            Grain: 1 + (_random.Next(3) == 0 ? 2 + _random.NextDouble() * 8 : 0), Gain: _random.Next(4) == 0 ? 0.55 + _random.NextDouble() * 0.3 : 1)
        {
            Bars = bars == 1 ? (2 * _random.Next(8, 21), 0) : bars == 2 ? (0, 2 * _random.Next(15, 34)) : default,
            Subtitles = _random.Next(2) == 0 && shots.All(shot => shot.Kind is not ("still" or "black") && shot.Freeze.Length == 0), // words that come and go are a change
        };
    }

    private FactShot Shot(string kind, int perSecond)
    {
        var frames = kind == "black" ? _random.Next(perSecond / 5, 3 * perSecond) : _random.Next(3 * perSecond, 6 * perSecond);
        var world = kind is "black" or "colour bars" or "credits" ? World.Room(new Random(1))
            : _random.Next(2) == 0 ? World.Nature(_random, family.RoughnessTo) : World.Built(_random, family.RoughnessTo);
        var (least, most) = kind == "still" ? (0, 1) : kind is "static" or "colour" ? (3, 6) : (0, 4); // without anyone in it, a static shot is a still
        var things = Enumerable.Range(0, _random.Next(least, most)).Select(_ => Thing.Any(_random) with
        {
            Radius = _random.Next(9, 36),
            SpeedX = (_random.Next(2) * 2 - 1) * _random.Next(30, 140),
        }).ToList();
        var frozen = kind.Contains("pan", StringComparison.Ordinal) || kind is "handheld" ? _random.Next(3) == 0 : false;
        var length = _random.Next(perSecond * 5 / 4, 2 * perSecond);
        return new FactShot(kind, frames + (frozen ? length : 0), Speed(kind), world, things)
        {
            From = (_random.Next(World.Size), _random.Next(World.Size), 0.6 + _random.NextDouble() * 0.8),
            Paint = kind == "colour" ? Paint() : null,
            Freeze = frozen ? (_random.Next(perSecond, frames - perSecond), length) : default,
            Seed = _random.Next(),
        };
    }

    private double Speed(string kind) => kind switch
    {
        "handheld" => 0.002 + _random.NextDouble() * 0.012,
        "zoom in" or "zoom out" => 0.04 + _random.NextDouble() * 0.25,
        "credits" => 0.04 + _random.NextDouble() * 0.16,
        _ => 0.04 + _random.NextDouble() * _random.NextDouble() * 0.6,
    };

    private (BasicColour, double, int, int, int) Paint()
    {
        var (colour, rgb) = Paints[_random.Next(Paints.Length)];
        var light = 0.88 + _random.NextDouble() * 0.17;
        int Part(int shift) => Math.Clamp((int)((rgb >> shift & 255) * light) + _random.Next(-10, 11), 0, 255);
        return (colour, 0.16 + _random.NextDouble() * 0.5, Part(16), Part(8), Part(0));
    }
}
