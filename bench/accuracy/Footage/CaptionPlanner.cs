using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy.Footage;

/// <summary>Draws up a clip that is one shot over which large titles fade in and out, or in which a number counts.</summary>
/// <remarks>They came later than the other negatives and are drawn beside them, so that those stay what they were.</remarks>
internal sealed class CaptionPlanner(Family family, int seed)
{
    private readonly Random _random = new(family.FirstSeed * 7 + seed);

    /// <summary>Returns the kind a seed gives.</summary>
    public static string KindOf(int seed) => seed % 3 == 0 ? "counter" : "title";

    public Clip Plan()
    {
        var kind = KindOf(seed);
        var (rate, repeats, look) = Conditions.Any(_random);
        var pace = rate.Nominal / (repeats == 2 ? 2 : 1);
        var frames = 10 * pace;
        IScene scene = kind == "counter" ? Counter.Any(_random)
            : _random.Next(4) == 0 ? TalkingHead.Any(_random) : PlaceScene.By(_random, family, Camera.Any(_random, _random.Next(3) * 0.15));
        var shot = new PlannedShot(
            scene, frames, Joint.Cut, 0, kind, kind == "title" ? Titles(frames, pace) : [], (byte)_random.Next(112, 144), (byte)_random.Next(112, 144));
        return new Clip($"{family.Name}-caption-{seed:000}", rate, look, repeats, Conditions.Encoding(_random, family), [shot]);
    }

    // Some stay to the end of the clip: what came then never goes.
    private List<Happening> Titles(int frames, int pace)
    {
        var titles = new List<Happening>();
        for (var at = 10 + _random.Next(pace); at < frames - pace; at += titles[^1].Length + _random.Next(pace / 2, 2 * pace))
        {
            titles.Add(new Happening(Trouble.Title, at, _random.Next(5) == 0 ? 2 * (frames - at) : _random.Next(2 * pace, 5 * pace), _random.Next(256)));
        }

        return titles;
    }
}
