using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy.Footage;

/// <summary>Draws up a clip that is one shot, full of what is taken for a transition and is none.</summary>
internal sealed class NegativePlanner(Family family, int seed)
{
    private readonly Random _random = new(family.FirstSeed * 5 + seed);

    /// <summary>The kinds, one after the other by seed.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "whip", "shake", "strobe", "flash", "explosion", "combed", "grain", "slides", "grid", "slow pan", "slow zoom",
        "lower third", "exposure", "passer", "graphics", "busy",
    ];

    /// <summary>Returns the kind a seed gives.</summary>
    public static string KindOf(int seed) => Kinds[seed % Kinds.Count];

    public Clip Plan()
    {
        var kind = KindOf(seed);
        var (rate, repeats, look) = Conditions.Any(_random);
        var pace = rate.Nominal / (repeats == 2 ? 2 : 1);
        var frames = 14 * pace;
        var happenings = TroublesOf(kind) is { Length: > 0 } troubles ? Happenings(troubles, frames, pace, repeats == 2) : [];
        var scene = SceneOf(kind);
        scene = scene is PlaceScene place ? place.Whipped(happenings, _random) : scene;
        look = look with
        {
            Combed = kind == "combed" || look.Combed,
            Grain = kind == "grain" ? 8 + _random.NextDouble() * 16 : look.Grain,
        };
        var shot = new PlannedShot(scene, frames, Joint.Cut, 0, kind, happenings, (byte)_random.Next(112, 144), (byte)_random.Next(112, 144));
        return new Clip($"{family.Name}-negative-{seed:000}", rate, look, kind == "combed" ? 1 : repeats, Conditions.Encoding(_random, family), [shot]);
    }

    private static Trouble[] TroublesOf(string kind) => kind switch
    {
        "whip" => [Trouble.Whip],
        "strobe" => [Trouble.Strobe],
        "flash" => [Trouble.Flash, Trouble.HalfFlash],
        "explosion" => [Trouble.Explosion],
        "lower third" => [Trouble.LowerThird, Trouble.Graphic],
        "exposure" => [Trouble.Exposure, Trouble.Gloom],
        "passer" => [Trouble.Passer],
        "busy" => [Trouble.Flash, Trouble.Passer, Trouble.Exposure, Trouble.Graphic, Trouble.Freeze],
        _ => [],
    };

    private List<Happening> Happenings(Trouble[] troubles, int frames, int pace, bool doubled)
    {
        var happenings = new List<Happening>();
        for (var at = 12 + _random.Next(pace); at < frames - pace; at += _random.Next(pace, 2 * pace))
        {
            var trouble = troubles[_random.Next(troubles.Length)];
            happenings.Add(new Happening(trouble, at, Length(trouble, pace, doubled), trouble switch
            {
                Trouble.Exposure => 0.5 + _random.NextDouble() * 1.2,
                Trouble.Gloom => 0.2 + _random.NextDouble() * 0.5,
                _ => _random.Next(family.FlashStrength.Least, family.FlashStrength.Most),
            }));
        }

        return happenings;
    }

    // A flash is one to three frames of the video, so where each drawn frame is shown twice it is one.
    private int Length(Trouble trouble, int pace, bool doubled) => trouble switch
    {
        Trouble.Flash or Trouble.HalfFlash => doubled ? 1 : _random.Next(1, 4),
        Trouble.Explosion => _random.Next(10, 30),
        Trouble.Strobe => _random.Next(8, 30),
        Trouble.Whip => _random.Next(5, 18),
        _ => _random.Next(8, pace),
    };

    private IScene SceneOf(string kind) => kind switch
    {
        "slides" => Slides.Any(_random),
        "grid" => HeadsGrid.Any(_random),
        "graphics" => Chart.Any(_random),
        "slow pan" or "slow zoom" or "shake" or "whip" or "explosion" or "combed" or "passer" => Steady(kind),
        "busy" => _random.Next(4) switch
        {
            0 => Pitch.Any(_random),
            1 => Water.Any(_random, family),
            2 => Chase.Any(_random, family),
            _ => new SourceScene(family.Sources[_random.Next(family.Sources.Count)], _random.Next(1, 4)),
        },
        _ => _random.Next(3) == 0 ? TalkingHead.Any(_random) : PlaceScene.Any(_random, family),
    };

    private PlaceScene Steady(string kind)
    {
        var side = _random.Next(2) * 2 - 1;
        var camera = Camera.Any(_random, family.Liveliness * 0.5);
        return PlaceScene.By(_random, family, kind switch
        {
            "slow pan" when _random.Next(2) == 0 => camera with { SpeedX = side * _random.Next(10, 160), SpeedY = 0 },
            "slow pan" => camera with { SpeedY = side * _random.Next(10, 90), SpeedX = 0 },
            "slow zoom" => camera with { Zoom = side * (0.03 + _random.NextDouble() * 0.25) },
            "shake" => camera with { Shake = 4 + _random.NextDouble() * 10 },
            "combed" => camera with { SpeedX = side * _random.Next(100, 500) },
            _ => camera,
        });
    }
}
