using VideoIndex.Accuracy.Footage;
using VideoIndex.Accuracy.Scenes;
using VideoIndex.Accuracy.Scoring;

namespace VideoIndex.Accuracy;

/// <summary>The footage transitions are measured on: clips full of cuts, clips of gradual transitions, and clips in which there is none, of which those with titles and counters came later.</summary>
internal sealed record TransitionSet(IReadOnlyList<Sample> Cuts, IReadOnlyList<Sample> Gradual, IReadOnlyList<Sample> Negative, IReadOnlyList<Sample> Captions)
{
    /// <summary>How many clips are drawn for each seed.</summary>
    public const int Kinds = 4;

    public IEnumerable<Sample> All => Cuts.Concat(Gradual).Concat(Negative).Concat(Captions);

    /// <summary>Draws as many clips of each kind, two at a time; clips that are in the folder are read only.</summary>
    public static TransitionSet Make(Family family, int first, int clips, string folder, bool peers)
    {
        var made = new Sample[Kinds * clips];
        Parallel.For(0, made.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, at =>
        {
            var seed = first + at / Kinds;
            made[at] = (at % Kinds) switch
            {
                0 => Of($"{family.Name}-{seed:000}", () => new Planner(family, seed).Plan(), seed, folder, peers),
                1 => Of($"{family.Name}-gradual-{seed:000}", () => new GradualPlanner(family, seed).Plan(), seed, folder, peers),
                3 => Of($"{family.Name}-caption-{seed:000}", () => new CaptionPlanner(family, seed).Plan(), seed, folder, peers),
                _ => Of($"{family.Name}-negative-{seed:000}", () => new NegativePlanner(family, seed).Plan(), seed, folder, peers),
            };
        });
        IReadOnlyList<Sample> Kind(int kind) => [.. made.Where((_, at) => at % Kinds == kind)];
        return new TransitionSet(Kind(0), Kind(1), Kind(2), Kind(3));
    }

    /// <summary>Draws single shots full of strobes, flashes and explosions alone, as <see cref="Make"/> does: of each kind one in sixteen seeds.</summary>
    public static IReadOnlyList<Sample> MakeLights(Family family, int first, int seeds, string folder)
    {
        var lights = Enumerable.Range(first, seeds).Where(seed => NegativePlanner.KindOf(seed) is "strobe" or "flash" or "explosion").ToList();
        var made = new Sample[lights.Count];
        Parallel.For(0, made.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, at =>
            made[at] = Of($"{family.Name}-negative-{lights[at]:000}", () => new NegativePlanner(family, lights[at]).Plan(), lights[at], folder, peers: false));
        return made;
    }

    private static Sample Of(string name, Func<Clip> plan, int seed, string folder, bool peers) =>
        Sample.Read(name, folder, peers) ?? Sample.Make(plan(), seed, folder, peers);
}
