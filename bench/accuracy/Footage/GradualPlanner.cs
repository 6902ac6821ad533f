using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy.Footage;

/// <summary>Draws up a clip in which shots mostly give way to one another by degrees.</summary>
internal sealed class GradualPlanner(Family family, int seed)
{
    private readonly Random _random = new(family.FirstSeed * 3 + seed);

    public Clip Plan()
    {
        var (rate, repeats, look) = Conditions.Any(_random);
        var pace = rate.Nominal / (repeats == 2 ? 2 : 1);
        var shots = new List<PlannedShot>();
        for (var left = 16 * pace; left > 0; left -= shots[^1].Frames)
        {
            shots.Add(Shot(shots, _random.Next(pace, 3 * pace), pace));
        }

        if (_random.Next(2) == 0)
        {
            shots[^1] = Ending(shots[^1], pace);
        }

        return new Clip($"{family.Name}-gradual-{seed:000}", rate, look, repeats, Conditions.Encoding(_random, family), shots);
    }

    private PlannedShot Shot(List<PlannedShot> before, int frames, int pace)
    {
        var (scene, kind) = (Planner.Any(_random, family), "plain");
        if (before.Count > 0 && _random.Next(7) == 0)
        {
            (scene, kind) = (before[^1].Scene.Reframed(_random), "similar");
        }

        var joint = before.Count == 0 ? First() : before[^1].FadeOut > 0 ? Joint.Cut : Later();
        var length = joint == Joint.Cut ? 0 : Length(joint);
        if (before.Count > 0 && length > before[^1].Frames - before[^1].JointFrames - 6)
        {
            (joint, length) = (Joint.Cut, 0);
        }

        var shot = new PlannedShot(
            scene, frames + length, joint, length, kind, Happenings(frames, length), (byte)_random.Next(112, 144), (byte)_random.Next(112, 144))
        {
            Style = Style(joint),
            Black = joint == Joint.FadeIn ? _random.Next(2) * _random.Next(2, pace) : 0,
        };
        if (shot.Joint == Joint.FadeIn)
        {
            return shot with { Frames = shot.Frames + shot.Black };
        }

        return _random.Next(25) == 0 ? Ending(shot, pace) : shot;
    }

    private Joint First() => _random.Next(2) == 0 ? Joint.FadeIn : Joint.Cut;

    private Joint Later() => _random.Next(20) switch
    {
        < 4 => Joint.Cut,
        < 10 => Joint.Dissolve,
        < 13 => Joint.FadeThroughBlack,
        < 14 => Joint.FadeThroughWhite,
        < 18 => Joint.Wipe,
        _ => Joint.Push,
    };

    private int Length(Joint joint) => joint switch
    {
        Joint.Push => _random.Next(6, 24),
        Joint.Wipe => _random.Next(6, 45),
        Joint.Dissolve => _random.Next(6, 61),
        _ => _random.Next(8, 61),
    };

    private JointStyle Style(Joint joint) => new(
        joint == Joint.Push ? (WipeShape)_random.Next(4) : family.WipeShapes[_random.Next(family.WipeShapes.Count)],
        Soft: _random.Next(2) * _random.NextDouble() * 0.35,
        Held: _random.Next(2) * _random.NextDouble() * 0.6,
        Black: _random.Next(2) * 16,
        Eased: _random.Next(3) == 0);

    // A shot that goes black, stays so, and is cut away from or is the last.
    private PlannedShot Ending(PlannedShot shot, int pace)
    {
        var (fade, black) = (_random.Next(8, 50), _random.Next(3, pace));
        return shot.Happenings.Count > 0 ? shot : shot with { Frames = shot.Frames + fade + black, FadeOut = fade, Black = black };
    }

    private List<Happening> Happenings(int frames, int joint)
    {
        if (frames < 40 || _random.Next(3) > 0)
        {
            return [];
        }

        Trouble[] some = [Trouble.Flash, Trouble.HalfFlash, Trouble.Strobe, Trouble.Freeze, Trouble.Exposure, Trouble.Graphic, Trouble.Passer];
        var trouble = some[_random.Next(some.Length)];
        var length = trouble is Trouble.Flash or Trouble.HalfFlash ? _random.Next(1, 4) : _random.Next(5, 22);
        return [new Happening(trouble, joint + 10, length, trouble == Trouble.Exposure ? 0.6 + _random.NextDouble() : _random.Next(40, 200))];
    }
}
