using VideoIndex.Features;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Tests.Logos.Recognition;

/// <summary>What poses are fitted by, as plainly as it can be said: what is fast must give the same, to the last bit.</summary>
internal static class PlainPoses
{
    public static List<int> Agreeing(IReadOnlyList<int> alive, ClaimedPose[] claims, int seed, double diagonal) =>
        [.. alive.Where(at => claims[seed].Agrees(claims[at], 0.2 * claims[seed].Scale * diagonal))];

    public static (int Seed, List<int> Members) Largest(IReadOnlyList<int> alive, FeatureMatch[] matches, ClaimedPose[] claims, double diagonal)
    {
        var (best, most) = (-1, -1.0);
        foreach (var seed in alive)
        {
            var support = Agreeing(alive, claims, seed, diagonal).Sum(at => 1.3 - matches[at].Doubt);
            (best, most) = support > most ? (seed, support) : (best, most);
        }

        return (best, best < 0 ? [] : Agreeing(alive, claims, best, diagonal));
    }

    public static IEnumerable<int[]> Samples(int count, int size)
    {
        int[][] all = size == 2
            ? [.. from a in Enumerable.Range(0, count) from b in Enumerable.Range(a + 1, count - a - 1) select new[] { a, b }]
            : [.. from a in Enumerable.Range(0, count)
                  from b in Enumerable.Range(a + 1, count - a - 1)
                  from c in Enumerable.Range(b + 1, count - b - 1)
                  select new[] { a, b, c }];
        if (all.Length <= 300)
        {
            return all;
        }

        var state = 0x9E3779B9u;
        return Enumerable.Range(0, 300).Select(_ =>
        {
            var places = new List<int>();
            while (places.Count < size)
            {
                state = unchecked((state * 1664525) + 1013904223);
                var drawn = (int)((state >> 8) % (uint)count);
                places.AddRange(places.Contains(drawn) ? [] : [drawn]);
            }

            return places.ToArray();
        }).ToArray();
    }

    /// <summary>Returns matches of which some obey a pose and the others none, and the claims they make.</summary>
    public static (FeatureMatch[] Matches, ClaimedPose[] Claims) Made(LogoSize size, int seed)
    {
        var random = new Random(seed);
        var pose = Affine.Similarity(0.3 + random.NextDouble(), random.NextDouble(), size.Middle, new Point(random.Next(1280), random.Next(720)));
        FeatureMatch[] matches = [.. Enumerable.Range(0, random.Next(1, 60)).Select(at => Made(random, size, at % 3 == 0 ? pose : null))];
        return (matches, Array.ConvertAll(matches, match => ClaimedPose.Of(match, size)));
    }

    private static FeatureMatch Made(Random random, LogoSize size, Affine? pose)
    {
        var known = new Keypoint((float)(random.NextDouble() * size.Width), (float)(random.NextDouble() * size.Height), 2 + (6 * random.NextSingle()), random.Next(360));
        var place = pose?.At(new Point(known.X, known.Y)) ?? new Point(random.Next(1280), random.Next(720));
        var seen = pose is { } map
            ? new Keypoint((float)place.X + random.NextSingle(), (float)place.Y, (float)(known.Scale * map.Scale), (float)(map.Turned(known.Angle * Math.PI / 180) * 180 / Math.PI))
            : new Keypoint((float)place.X, (float)place.Y, 1 + (4 * random.NextSingle()), random.Next(360));
        return new FeatureMatch(seen, known, random.NextDouble(), random.Next(40), false);
    }
}
