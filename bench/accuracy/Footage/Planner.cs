using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy.Footage;

/// <summary>Draws up a clip from a seed: its shots, how they join, and what goes wrong inside them.</summary>
internal sealed class Planner(Family family, int seed)
{
    private readonly Random _random = new(family.FirstSeed + seed);

    public Clip Plan()
    {
        var (rate, repeats, look) = Conditions.Any(_random);
        var pace = rate.Nominal / (repeats == 2 ? 2 : 1);
        var shots = new List<PlannedShot>();
        for (var left = 14 * pace; left > 0; left -= shots[^1].Frames)
        {
            if (_random.Next(7) == 0)
            {
                AddMontage(shots);
            }

            shots.Add(Shot(shots, _random.Next(pace, 4 * pace), shortest: repeats == 2));
        }

        return new Clip($"{family.Name}-{seed:000}", rate, look, repeats, Conditions.Encoding(_random, family), shots);
    }

    /// <summary>Returns anything that may be filmed.</summary>
    public static IScene Any(Random random, Family family) => random.Next(22) switch
    {
        < 9 => PlaceScene.Any(random, family),
        < 13 => TalkingHead.Any(random),
        < 15 => Pitch.Any(random),
        < 17 => Water.Any(random, family),
        < 19 => Slides.Any(random),
        < 21 => Chase.Any(random, family),
        _ => new SourceScene(family.Sources[random.Next(family.Sources.Count)], random.Next(1, 4)),
    };

    private void AddMontage(List<PlannedShot> shots)
    {
        for (var count = _random.Next(4, 10); count > 0; count--)
        {
            var scene = shots.Count > 1 && _random.Next(4) == 0 && shots[^2].Scene is not SourceScene ? shots[^2].Scene : Scene();
            shots.Add(Bare(scene, _random.Next(4, 9), "montage"));
        }
    }

    private PlannedShot Bare(IScene scene, int frames, string kind) =>
        new(scene, frames, Joint.Cut, 0, kind, [], (byte)_random.Next(112, 144), (byte)_random.Next(112, 144));

    private PlannedShot Shot(List<PlannedShot> before, int frames, bool shortest)
    {
        var (scene, kind) = (Scene(), "plain");
        if (before.Count > 0 && _random.Next(4) == 0)
        {
            (scene, kind) = (before[^1].Scene.Reframed(_random), "similar");
        }

        var joint = before.Count == 0 ? Joint.Cut : _random.Next(100) switch
        {
            < 72 => Joint.Cut,
            < 78 => Joint.BlendedCut,
            < 87 => Joint.Dissolve,
            < 92 => Joint.FadeThroughBlack,
            < 94 => Joint.FadeThroughWhite,
            _ => Joint.Wipe,
        };
        var length = joint switch
        {
            Joint.Cut => 0,
            Joint.BlendedCut => 1,
            _ => _random.Next(family.DissolveFrames.Least, family.DissolveFrames.Most),
        };
        if (before.Count > 0 && length > before[^1].Frames - before[^1].JointFrames - 3)
        {
            (joint, length) = (Joint.Cut, 0); // the shot before is too short to be seen going
        }

        if (length > 1 && _random.Next(4) == 0)
        {
            frames = _random.Next(4, 13); // the picture is hardly there when it is cut away again
        }

        var happenings = AtTheEnds(length + frames).Where(end => scene is PlaceScene || end.Trouble == Trouble.Passer).ToList();
        for (var at = length + 7 + _random.Next(30); at < frames - 30 && _random.Next(5) < 3; at += 30 + _random.Next(40))
        {
            var trouble = Enum.GetValues<Trouble>()[_random.Next(9)]; // the first nine
            happenings.Add(new Happening(trouble, shortest ? at - at % 3 : at, LengthOf(trouble, shortest), StrengthOf(trouble)));
        }

        if (scene is PlaceScene place)
        {
            scene = place.Whipped(happenings, _random);
        }

        var shot = Bare(scene, frames + length, kind);
        return (kind == "similar" ? shot with { TintU = before[^1].TintU, TintV = before[^1].TintV } : shot) with { Joint = joint, JointFrames = length, Happenings = happenings };
    }

    // A camera may be in the middle of a throw when the cut comes, or be thrown round right after it; and someone may just be passing.
    private IEnumerable<Happening> AtTheEnds(int frames)
    {
        foreach (var last in (bool[])[false, true])
        {
            var (chance, length) = (_random.Next(10), _random.Next(6, 15));
            if (chance < 3)
            {
                var at = last ? frames - _random.Next(2, length + 4) : _random.Next(-length / 2, 7);
                yield return new Happening(chance < 2 ? Trouble.Whip : Trouble.Passer, at, length, _random.Next(10, 120));
            }
        }
    }

    // A flash is one to three frames of the video, so where each drawn frame is shown twice it is one.
    private int LengthOf(Trouble trouble, bool shortest) => trouble switch
    {
        Trouble.Flash or Trouble.HalfFlash when shortest => 1,
        Trouble.Flash or Trouble.HalfFlash => _random.Next(1, 4),
        Trouble.Strobe => _random.Next(8, 20),
        Trouble.Explosion => _random.Next(8, 22),
        Trouble.Whip => _random.Next(5, 14),
        Trouble.Exposure => _random.Next(4, 12),
        _ => _random.Next(12, 26),
    };

    private double StrengthOf(Trouble trouble) => trouble switch
    {
        Trouble.Exposure => 0.6 + _random.NextDouble(),
        _ => _random.Next(family.FlashStrength.Least, family.FlashStrength.Most),
    };

    private IScene Scene() => Any(_random, family);
}
