namespace VideoIndex.Accuracy.Scenes;

/// <summary>Water, leaves, a crowd: everything moves a little, everywhere, all the time.</summary>
internal sealed class Water(World over, World under, Camera camera, double speed) : IScene
{
    private readonly Picture _other = new();

    public static Water Any(Random random, Family family) => new(
        World.Nature(random, family.RoughnessTo), World.Nature(random, family.RoughnessTo), Camera.Any(random, 0.3),
        20 + random.NextDouble() * 80);

    public void Draw(Picture to, double seconds)
    {
        var (x, y, scale, turn) = camera.At(seconds);
        under.Draw(to, x + seconds * speed, y, scale, turn);
        over.Draw(_other, x - seconds * speed * 0.7, y + seconds * speed * 0.4, scale * 1.2, -turn);
        to.Mix(_other, 0.5);
    }

    public IScene Reframed(Random random) =>
        new Water(over, under, camera with { X = camera.X + 300, Scale = camera.Scale * 0.6 }, speed);
}

/// <summary>A pitch or a court seen from above, the camera after the play, players running.</summary>
internal sealed class Pitch(int grass, double left, double scale, IReadOnlyList<Thing> players, double phase) : IScene
{
    public static Pitch Any(Random random) => new(
        random.Next(60, 150), random.Next(0, 600), 0.7 + random.NextDouble(),
        [.. Enumerable.Range(0, random.Next(6, 18)).Select(_ => Thing.Any(random) with { Radius = random.Next(4, 9), Tall = 1.8 })],
        random.NextDouble() * 6);

    public void Draw(Picture to, double seconds)
    {
        var pan = left + 220 * Math.Sin(seconds * 0.8 + phase);
        to.Box(0, 0, Picture.Width, Picture.Height, grass);
        for (var stripe = -4; stripe < 40; stripe += 2)
        {
            to.Box(stripe * 60 * scale - pan, 60, 60 * scale, Picture.Height, grass + 12);
        }

        to.Box(0, 0, Picture.Width, 50, 40);
        for (var seat = 0; seat < 160; seat++)
        {
            to.Box((seat * 37 - pan * 0.8) % 1600, 4 + seat * 13 % 44, 5, 4, 60 + seat * 53 % 160);
        }

        to.Box(400 * scale - pan, 60, 3, Picture.Height, 230);
        to.Box(0, 62, Picture.Width, 3, 230);
        to.Box(700 * scale - pan, 120, 90 * scale, 3, 230);
        foreach (var player in players)
        {
            player.Draw(to, seconds, -pan);
        }
    }

    public IScene Reframed(Random random) => new Pitch(grass, left + 150, scale * 1.8, [.. players.Select(
        player => player with { Radius = player.Radius * 2.2, X = player.X + random.Next(-100, 100) })], phase);
}

/// <summary>A slide whose lines appear one after the other. A new line is not a cut.</summary>
internal sealed class Slides(int paper, int ink, int lines, double pace, int seed) : IScene
{
    public static Slides Any(Random random)
    {
        var light = random.Next(2) == 0;
        return new(light ? random.Next(190, 250) : random.Next(10, 60), light ? random.Next(0, 60) : random.Next(180, 250),
            random.Next(4, 7), 0.3 + random.NextDouble(), random.Next());
    }

    public void Draw(Picture to, double seconds)
    {
        to.Box(0, 0, Picture.Width, Picture.Height, paper);
        var random = new Random(seed);
        var shown = Math.Min(lines, 1 + (int)(seconds / pace));
        to.Box(30, 20, random.Next(150, 400), 18, ink);
        for (var line = 0; line < shown; line++)
        {
            var (x, end) = (50, random.Next(200, 440));
            while (x < end)
            {
                var word = random.Next(10, 50);
                to.Box(x, 62 + line * 32, word, 10, ink);
                x += word + 7;
            }
        }
    }

    // On the same paper it would be no cut: the words of a slide have changed.
    public IScene Reframed(Random random) => new Slides(ink, paper, lines, pace, random.Next());
}

/// <summary>Someone running or driving, the camera keeping up: the background flies past, smeared, from first to last.</summary>
internal sealed class Chase(World world, double speed, double fall, double scale, IReadOnlyList<Thing> runners) : IScene
{
    private readonly Picture _smear = new();

    public static Chase Any(Random random, Family family) => new(
        random.Next(2) == 0 ? World.Built(random, family.RoughnessTo) : World.Nature(random, family.RoughnessTo),
        random.Next(600, 2400) * (random.Next(2) * 2 - 1), random.Next(-300, 300), 0.6 + random.NextDouble() * 0.8,
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Thing.Any(random) with { SpeedX = random.Next(-20, 20), Radius = random.Next(30, 60) })]);

    public void Draw(Picture to, double seconds)
    {
        var pace = seconds + 0.3 * Math.Sin(seconds * 3);
        world.Draw(to, pace * speed, pace * fall, scale, 0);
        for (var part = 1; part < 4; part++)
        {
            world.Draw(_smear, pace * speed + part * speed * 0.005, pace * fall + part * fall * 0.005, scale, 0);
            to.Mix(_smear, 1.0 / (part + 1));
        }

        foreach (var runner in runners)
        {
            runner.Draw(to, seconds, 0);
        }
    }

    public IScene Reframed(Random random) => new Chase(world, speed * 0.6, fall, scale * 0.6, [.. runners.Select(
        runner => runner with { Radius = runner.Radius * 1.4, X = runner.X + 90 })]);
}
