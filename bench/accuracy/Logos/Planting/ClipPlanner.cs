using VideoIndex.Accuracy.Logos.Drawing;
using VideoIndex.Accuracy.Logos.Sets;

namespace VideoIndex.Accuracy.Logos.Planting;

/// <summary>Plans the clips of a set, one after the other: marks are dealt from one deck.</summary>
internal sealed class ClipPlanner(LogoSet set, IReadOnlyList<string> backdrops, double seconds, Func<int, RealFootage?> footage)
{
    private static readonly Pace[] Paces = [new(25, 1), new(25, 1), new(25, 1), new(30_000, 1001), new(30_000, 1001), new(50, 1)];
    private static readonly int[] Qualities = [20, 23, 26, 30, 34];

    private readonly LogoDeck _deck = new(set, new Random(set.Seed * 31 + (int)set.Part));
    private int _clips;

    /// <summary>Plans the next clip.</summary>
    public LogoClip Plan()
    {
        var number = ++_clips;
        var seed = LogoParts.SeedOf($"{set.Part} {set.Seed} {number}");
        var random = new Random(seed);
        var (width, height) = number % 3 == 0 ? (1280, 720) : (1920, 1080);
        var real = footage(number);
        var pace = real is null ? Paces[random.Next(Paces.Length)] : new Pace(25, 1);
        var frames = (int)(seconds * pace.PerSecond);
        var shots = new List<LogoShot>();
        foreach (var (length, joint) in Lengths(random, frames, pace, real is not null))
        {
            var view = new ViewPlanner(backdrops, random, pace).Plan(width, height, length, real);
            shots.Add(new ShotPlanner(_deck, random, view, (width, height), pace).Plan(length, joint));
        }

        var name = $"{set.Part.ToString().ToLowerInvariant()}-{set.Seed}-{number:00}{(real is null ? "" : "-real")}";
        var quality = Qualities[random.Next(Qualities.Length)];
        var grain = random.Next(3) == 0 ? 0 : 1 + (random.NextDouble() * 5);
        return new LogoClip(name, seed, width, height, pace, quality, grain, shots, random.Next(5) < 3 ? Bug(random, width, height, frames, pace) : null);
    }

    // Two to four shots that together have so many frames; a third of them come in by a dissolve.
    private static List<(int Frames, int Joint)> Lengths(Random random, int frames, Pace pace, bool single)
    {
        var count = single ? 1 : Math.Clamp((int)(frames / pace.PerSecond / 3), 1, 4);
        var lengths = new List<(int, int)>();
        for (var (shot, left) = (0, frames); shot < count; shot++)
        {
            var own = shot == count - 1 ? left : (int)(left / (double)(count - shot) * (0.75 + (random.NextDouble() * 0.5)));
            left -= own;
            var joint = shot > 0 && random.Next(3) == 0 ? random.Next(4, 15) * 2 : 0;
            lengths.Add((own + joint, joint));
        }

        return lengths;
    }

    private Plate Bug(Random random, int width, int height, int frames, Pace pace)
    {
        var high = height * (0.035 + (random.NextDouble() * 0.05));
        var (right, low) = (random.Next(2) == 0, random.Next(4) == 0);
        var (from, change) = (random.Next(2) * random.Next(frames / 3), random.Next(2) == 0 ? frames : frames / 2 + random.Next(frames / 4));
        var (first, second) = (Content.Alone(_deck.DealPlaced()), Content.Alone(_deck.Deal()));
        var wide = Math.Min(high * first.Texture.Width / first.Texture.Height, width * 0.2);
        high = wide * first.Texture.Height / first.Texture.Width;
        var place = Matrix.Move(right ? width * 0.95 - wide : width * 0.05, low ? height * 0.93 - high : height * 0.06);
        var shows = new List<Show> { new(first, from, change, random.Next(2) == 0 && from > 0 ? Entry.Dissolve : Entry.AtOnce, 12) };
        if (change < frames && Math.Abs(((double)second.Texture.Width / second.Texture.Height / wide * high) - 1) < 0.6)
        {
            shows.Add(new Show(second, change, frames, Entry.AtOnce, 1));
        }

        return new Plate(Surface.Bug, wide, high, [.. Enumerable.Repeat(place, frames)], shows, Finish.Plain with { Opacity = random.Next(2) == 0 ? 0.9 : 0.45 })
        {
            FramesPerSecond = pace.PerSecond,
        };
    }
}
