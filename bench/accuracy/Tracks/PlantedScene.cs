using VideoIndex.Looks;
using VideoIndex.Objects;

namespace VideoIndex.Accuracy.Tracks;

/// <summary>Boxes that move through a shot, known by who they are, and what a detector with misses and false boxes makes of them: the same for the same seed.</summary>
internal sealed class PlantedScene
{
    private const int LookCount = 60;
    private readonly Random _random;

    private readonly bool _ofTwoNames;

    /// <summary>Plants a scene.</summary>
    /// <param name="seed">Of equal seeds the scenes are equal.</param>
    /// <param name="ofTwoNames">Whether the detector calls a thing by the other of two names at one look in four, and by both at another.</param>
    public PlantedScene(int seed, bool ofTwoNames = false)
    {
        (_random, _ofTwoNames) = (new Random(seed), ofTwoNames);
        var truth = Enumerable.Range(0, LookCount).Select(_ => new List<(int Who, PictureBox Box)>()).ToList();
        var count = _random.Next(3, 13);
        for (var who = 0; who < count; who++)
        {
            Plant(who, truth);
        }

        Truth = [.. truth];
        Looks = [.. Truth.Select(Detected)];
    }

    /// <summary>Gets who is where at each look.</summary>
    public IReadOnlyList<IReadOnlyList<(int Who, PictureBox Box)>> Truth { get; }

    /// <summary>Gets what the detector says of each look.</summary>
    public IReadOnlyList<IReadOnlyList<SeenObject>?> Looks { get; }

    // Half of them slow, half fast: up to one and a half times their own width from look to look, with some unsteadiness.
    private void Plant(int who, List<List<(int Who, PictureBox Box)>> truth)
    {
        var (width, height) = (_random.Next(300, 1500), _random.Next(500, 3000));
        var (x, y) = (_random.NextDouble() * PictureBox.Whole, _random.NextDouble() * PictureBox.Whole);
        var speed = width * (who % 2 == 0 ? .2 : 1.5) * _random.NextDouble();
        var angle = _random.NextDouble() * 2 * Math.PI;
        for (var look = _random.Next(LookCount); look < LookCount && x is > 0 and < PictureBox.Whole && y is > 0 and < PictureBox.Whole; look++)
        {
            var (left, top) = (Math.Max(0, (int)x - (width / 2)), Math.Max(0, (int)y - (height / 2)));
            truth[look].Add((who, new PictureBox(left, top, Math.Min(width, PictureBox.Whole - left), Math.Min(height, PictureBox.Whole - top))));
            angle += (_random.NextDouble() - .5) * .4;
            (x, y) = (x + (speed * Math.Cos(angle)), y + (speed * Math.Sin(angle)));
        }
    }

    // One of ten is missed, two of three of those that another covers by half; there are one and a half false boxes a look, mostly unsure.
    private List<SeenObject> Detected(IReadOnlyList<(int Who, PictureBox Box)> there)
    {
        var seen = new List<SeenObject>();
        foreach (var (who, box) in there)
        {
            var isCovered = there.Any(other => other.Who > who && TrackScores.Common(other.Box, box) > .5);
            if (_random.NextDouble() < (isCovered ? .33 : .9))
            {
                var one = new SeenObject(0, Score((isCovered ? .45 : .72) + (.14 * Bell())), Jittered(box));
                seen.AddRange(_ofTwoNames ? Named(one, who % 2) : [one]);
            }
        }

        while (_random.NextDouble() < .6)
        {
            var box = new PictureBox(_random.Next(8000), _random.Next(7000), _random.Next(300, 1500), _random.Next(500, 3000));
            seen.Add(new SeenObject(0, Score(.05 - (.15 * Math.Log(1 - _random.NextDouble()))), box));
        }

        return [.. seen.OrderByDescending(one => one.Score)];
    }

    private IEnumerable<SeenObject> Named(SeenObject one, int name) => _random.Next(4) switch
    {
        0 => [one with { Label = 1 - name }],
        1 => [one with { Label = name }, one with { Label = 1 - name, Score = one.Score * 9 / 10, Box = Jittered(one.Box) }],
        _ => [one with { Label = name }],
    };

    private PictureBox Jittered(PictureBox box) => new(
        Math.Max(0, box.Left + (int)(.05 * box.Width * Bell())),
        Math.Max(0, box.Top + (int)(.05 * box.Height * Bell())),
        Math.Max(1, (int)(box.Width * (1 + (.05 * Bell())))),
        Math.Max(1, (int)(box.Height * (1 + (.05 * Bell())))));

    private double Bell() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private static int Score(double score) => (int)(Math.Clamp(score, 0, 1) * SeenObject.Certain);
}
