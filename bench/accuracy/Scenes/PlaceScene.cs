using VideoIndex.Accuracy.Footage;

namespace VideoIndex.Accuracy.Scenes;

/// <summary>A place filmed by a camera, with people or things moving in it.</summary>
internal sealed class PlaceScene(World world, Camera camera, IReadOnlyList<Thing> things) : IScene
{
    private readonly Picture _smear = new();
    private IReadOnlyList<(Happening Whip, double X, double Y)> _whips = [];

    /// <summary>Gets or sets how many frames a second the whips are counted in.</summary>
    public double FramesPerSecond { get; set; } = 25;

    /// <summary>Returns the same scene with the camera thrown round where the plan says so.</summary>
    public PlaceScene Whipped(IEnumerable<Happening> happenings, Random random) => new(world, camera, things)
    {
        _whips = [.. happenings.Where(happening => happening.Trouble == Trouble.Whip).Select(whip => (
            whip, random.Next(300, 1500) * (random.Next(2) * 2.0 - 1), random.Next(-100, 100) * 1.0))],
    };

    public static PlaceScene Any(Random random, Family family) => By(random, family, null);

    /// <summary>Returns any place, before a given camera.</summary>
    public static PlaceScene By(Random random, Family family, Camera? given)
    {
        var roughness = family.RoughnessFrom + random.NextDouble() * (family.RoughnessTo - family.RoughnessFrom);
        var world = random.Next(5) switch
        {
            0 or 1 => World.Nature(random, roughness),
            2 => World.Room(random),
            _ => World.Built(random, roughness),
        };
        var things = Enumerable.Range(0, random.Next(2) == 0 ? 0 : random.Next(1, family.MostThings))
            .Select(_ => Thing.Any(random)).ToList();
        var camera = given ?? (random.Next(5) < 2 ? Camera.Lively(random, family) : Camera.Any(random, family.Liveliness));
        return new PlaceScene(world, camera, things);
    }

    public void Draw(Picture to, double seconds)
    {
        DrawMoment(to, seconds);
        for (var part = 1; part < (camera.Smears ? 4 : 1); part++)
        {
            DrawMoment(_smear, seconds + part * 0.15 / FramesPerSecond);
            to.Mix(_smear, 1.0 / (part + 1));
        }
    }

    public IScene Reframed(Random random) => new PlaceScene(
        world,
        camera with
        {
            X = camera.X + random.Next(60, 260) * (random.Next(2) * 2 - 1),
            Y = camera.Y + random.Next(-80, 80),
            Scale = camera.Scale * (0.55 + random.NextDouble() * 0.9),
            Shake = random.NextDouble() * 2,
        },
        [.. things.Select(thing => thing with { X = thing.X + random.Next(-200, 200), Radius = thing.Radius * 1.3 })]);

    private void DrawMoment(Picture to, double seconds)
    {
        var (x, y, scale, turn) = camera.At(seconds);
        var (awayX, awayY) = (0.0, 0.0);
        foreach (var (whip, whipX, whipY) in _whips)
        {
            var part = Math.Clamp((seconds * FramesPerSecond - whip.At) / whip.Length, 0, 1);
            part = part * part * (3 - 2 * part);
            (awayX, awayY) = (awayX + whipX * part, awayY + whipY * part);
        }

        world.Draw(to, x + awayX, y + awayY, scale, turn);
        foreach (var thing in things)
        {
            thing.Draw(to, seconds, (-camera.SpeedX * camera.Moved(seconds) - awayX) / camera.Scale);
        }
    }
}

/// <summary>A person, a ball, a car: something textured that moves through the picture.</summary>
internal sealed record Thing(double X, double Y, double SpeedX, double SpeedY, double Radius, double Tall, int Luma, double Texture)
{
    public static Thing Any(Random random) => new(
        random.Next(Picture.Width), random.Next(60, Picture.Height), random.Next(-140, 140), random.Next(-12, 12),
        random.Next(6, 50), 0.8 + random.NextDouble() * 1.6, random.Next(20, 235), random.Next(0, 50));

    public void Draw(Picture to, double seconds, double drift)
    {
        const double Round = Picture.Width + 200;
        var x = X + SpeedX * seconds + drift;
        x -= Math.Floor((x + 100) / Round) * Round;
        var y = Y + SpeedY * seconds + Math.Sin(seconds * 7 + X) * Radius * 0.08;
        to.Ellipse(x, y, Radius, Radius * Tall, Luma, Texture);
        to.Ellipse(x, y - Radius * (Tall + 0.4), Radius * 0.5, Radius * 0.6, 255 - Luma, Texture / 2);
    }
}

/// <summary>A person speaking to the camera.</summary>
internal sealed class TalkingHead(World world, Camera camera, int skin, int clothes, double size, double across) : IScene
{
    public static TalkingHead Any(Random random) => new(
        random.Next(2) == 0 ? World.Room(random) : World.Built(random, 0.4), Camera.Any(random, 0.05),
        random.Next(70, 210), random.Next(15, 230), 0.7 + random.NextDouble() * 0.9, 0.3 + random.NextDouble() * 0.4);

    public void Draw(Picture to, double seconds)
    {
        var (x, y, scale, turn) = camera.At(seconds);
        world.Draw(to, x, y, scale, turn);
        var (headX, headY) = (across * Picture.Width + 5 * Math.Sin(seconds * 2.1) * size, 100 + 3 * Math.Sin(seconds * 3.3));
        to.Ellipse(headX, 290, 110 * size, 120 * size, clothes, 20);
        to.Ellipse(headX, headY, 46 * size, 60 * size, skin, 8);
        to.Ellipse(headX, headY - 44 * size, 48 * size, 24 * size, 255 - skin, 25);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            to.Ellipse(headX + side * 18 * size, headY - 8 * size, 7 * size, Math.Sin(seconds * 1.7) > 0.97 ? 1 : 4 * size, 25);
        }

        to.Ellipse(headX, headY + 32 * size, 15 * size, (2 + 6 * Math.Abs(Math.Sin(seconds * 11) * Math.Sin(seconds * 2.9))) * size, 50);
    }

    public IScene Reframed(Random random) => new TalkingHead(
        world, camera with { X = camera.X + random.Next(-40, 40), Scale = camera.Scale * 0.75 }, skin, clothes,
        size * (1.25 + random.NextDouble() * 0.4), across + random.NextDouble() * 0.2 - 0.1);
}
