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

    /// <summary>Returns where the camera is: centre, scale, turn.</summary>
    public (double X, double Y, double Scale, double Turn) At(double seconds)
    {
        var sway = Shake * (Math.Sin(seconds * 9.1 + X) + 0.6 * Math.Sin(seconds * 23.7 + Y) + 0.4 * Math.Sin(seconds * 51.3));
        var nod = Shake * (Math.Sin(seconds * 8.3 + Y) + 0.6 * Math.Sin(seconds * 27.1 + X) + 0.4 * Math.Sin(seconds * 47.9));
        return (X + SpeedX * seconds + sway, Y + SpeedY * seconds + nod, Scale * Math.Exp(Zoom * seconds), Turn * seconds);
    }

    private static double Spread(Random random, double most) => (random.NextDouble() * 2 - 1) * (random.NextDouble() * most);
}
