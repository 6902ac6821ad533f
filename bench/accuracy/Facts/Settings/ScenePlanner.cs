using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy.Facts.Settings;

/// <summary>Draws up the scenes of a clip from a seed.</summary>
internal sealed class ScenePlanner(Family family, int seed)
{
    /// <summary>Few, for scenes are told by pictures that are seconds apart.</summary>
    public const int FramesPerSecond = 10;

    private readonly Random _random = new(family.FirstSeed * 7 + seed);

    public IReadOnlyList<PlannedScene> Plan()
    {
        var (scenes, settings) = (new List<PlannedScene>(), new List<Setting>());
        for (var count = _random.Next(6, 10); count > 0; count--)
        {
            // One place in five is come back to later on: that is another scene.
            var again = settings.Count > 2 && _random.Next(5) == 0;
            var setting = again ? settings[_random.Next(settings.Count - 1)] : Setting.Any(_random, family);
            settings.Add(setting);
            scenes.Add(_random.Next(10) switch
            {
                < 3 => Talk(setting),
                < 6 => Place(setting),
                < 8 => Inserts(setting),
                8 => Single(setting),
                _ when scenes is [.., { Kind: "montage" }] => Place(setting), // two in a row would be one
                _ => Montage(),
            });
        }

        return scenes;
    }

    // Two cameras in turn, and now and then both people.
    private PlannedScene Talk(Setting setting)
    {
        var (one, other) = (Person.Any(_random) with { Across = 0.35, Size = 1.1 }, Person.Any(_random) with { Across = 0.65, Size = 1.1 });
        var (left, right) = (Framing.Any(_random, setting, [one]), Framing.Any(_random, setting, [other]));
        var both = Framing.Any(_random, setting, [one with { Size = 0.6 }, other with { Size = 0.6 }]);
        return new PlannedScene("talk", [.. Enumerable.Range(0, _random.Next(4, 10)).Select(
            shot => (shot > 0 && _random.Next(6) == 0 ? both : shot % 2 == 0 ? left : right, Frames(2, 5)))]);
    }

    private PlannedScene Place(Setting setting)
    {
        var people = Enumerable.Range(0, _random.Next(0, 4)).Select(_ => Person.Any(_random)).ToList();
        return new PlannedScene("place", [.. Enumerable.Range(0, _random.Next(3, 8)).Select(_ => (
            Framing.Any(_random, setting, [.. people.Where(_ => _random.Next(2) == 0)]), Frames(2, 5)))]);
    }

    // Someone tells something, and what is told of is shown between.
    private PlannedScene Inserts(Setting setting)
    {
        var teller = Framing.Any(_random, setting, [Person.Any(_random)]);
        return new PlannedScene("inserts", [.. Enumerable.Range(0, 2 * _random.Next(2, 4) + 1).Select(shot => (
            shot % 2 == 0 ? teller : Framing.Any(_random, Setting.Any(_random, family), []), Frames(2, 4)))]);
    }

    private PlannedScene Single(Setting setting) => new("single shot", [(Framing.Any(_random, setting, [Person.Any(_random)]), Frames(8, 15))]);

    private PlannedScene Montage() => new("montage", [.. Enumerable.Range(0, _random.Next(6, 13)).Select(_ => (
        Framing.Any(_random, Setting.Any(_random, family), []), _random.Next(5, 16)))]);

    private int Frames(int leastSeconds, int mostSeconds) => _random.Next(leastSeconds * FramesPerSecond, mostSeconds * FramesPerSecond);
}
