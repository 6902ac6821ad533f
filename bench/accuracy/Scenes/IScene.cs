namespace VideoIndex.Accuracy.Scenes;

/// <summary>Something a camera films. Drawn for rising times, in seconds since the shot began.</summary>
internal interface IScene
{
    void Draw(Picture to, double seconds);

    /// <summary>Returns another framing of the same place, as a second camera would give it.</summary>
    IScene Reframed(Random random);
}

/// <summary>How a camera moves: drift, zoom, turn and the shake of a hand.</summary>
internal sealed record Camera
{
    public double X { get; init; }

    public double Y { get; init; }

    public double SpeedX { get; init; }

    public double SpeedY { get; init; }

    public double Scale { get; init; } = 1;

    public double Zoom { get; init; }

    public double Turn { get; init; }

    public double Shake { get; init; }

    /// <summary>Gets when the camera sets off and when it rests, in seconds: a pan need not last as long as its shot.</summary>
    public (double Off, double Still) Moving { get; init; } = (0, double.MaxValue);

    /// <summary>Gets whether the shutter is open long enough to smear what moves.</summary>
    public bool Smears { get; init; }

    public static Camera Any(Random random, double liveliness) => new()
    {
        X = random.Next(World.Size),
        Y = random.Next(World.Size),
        SpeedX = Spread(random, 160 * liveliness),
        SpeedY = Spread(random, 50 * liveliness),
        Scale = 0.45 + random.NextDouble() * 1.1,
        Zoom = random.Next(3) == 0 ? Spread(random, 0.35 * liveliness) : 0,
        Turn = random.Next(6) == 0 ? Spread(random, 0.2 * liveliness) : 0,
        Shake = random.Next(2) == 0 ? random.NextDouble() * 3 * liveliness : 0,
    };

    /// <summary>Returns a camera that pans fast, is carried by someone who walks, or zooms: from the first frame, to the last, or between.</summary>
    public static Camera Lively(Random random, Family family)
    {
        var camera = Any(random, family.Liveliness) with { Smears = random.Next(2) == 0 };
        var (side, part) = (random.Next(2) * 2 - 1, random.NextDouble());
        var pan = side * Picture.Width * camera.Scale * 25 * (family.PanPerFrame.Least + part * (family.PanPerFrame.Most - family.PanPerFrame.Least));
        camera = random.Next(5) switch
        {
            0 or 1 => camera with { SpeedX = pan, SpeedY = camera.SpeedY * 3 },
            2 => camera with { SpeedX = pan / 5, SpeedY = pan / 3 },
            3 => camera with { Shake = 4 + part * 9 * family.Liveliness, SpeedX = pan / 4 },
            _ => camera with { Zoom = side * (0.4 + part * family.Liveliness) },
        };
        return camera with
        {
            Moving = random.Next(3) switch
            {
                0 => (0, 0.1 + random.NextDouble() * 1.2),
                1 => (random.NextDouble(), double.MaxValue),
                _ => (0, double.MaxValue),
            },
        };
    }

    /// <summary>Returns how long the camera has moved on its way, in seconds.</summary>
    public double Moved(double seconds) => Math.Clamp(seconds, Moving.Off, Moving.Still) - Moving.Off;

    /// <summary>Returns where the camera is: centre, scale, turn.</summary>
    public (double X, double Y, double Scale, double Turn) At(double seconds)
    {
        var sway = Shake * (Math.Sin(seconds * 9.1 + X) + 0.6 * Math.Sin(seconds * 23.7 + Y) + 0.4 * Math.Sin(seconds * 51.3));
        var nod = Shake * (Math.Sin(seconds * 8.3 + Y) + 0.6 * Math.Sin(seconds * 27.1 + X) + 0.4 * Math.Sin(seconds * 47.9));
        var moved = Moved(seconds);
        return (X + SpeedX * moved + sway, Y + SpeedY * moved + nod, Scale * Math.Exp(Math.Clamp(Zoom * moved, -1.2, 1.2)), Turn * seconds);
    }

    private static double Spread(Random random, double most) => (random.NextDouble() * 2 - 1) * (random.NextDouble() * most);
}
