using VideoIndex.Accuracy.Footage;
using VideoIndex.Accuracy.Scenes;
using VideoIndex.Accuracy.Scoring;

namespace VideoIndex.Accuracy;

/// <summary>The footage transitions are measured on: clips full of cuts, clips of gradual transitions, and clips in which there is none.</summary>
internal sealed record TransitionSet(IReadOnlyList<Sample> Cuts, IReadOnlyList<Sample> Gradual, IReadOnlyList<Sample> Negative)
{
    public IEnumerable<Sample> All => Cuts.Concat(Gradual).Concat(Negative);

    /// <summary>Draws as many clips of each kind, two at a time; clips that are in the folder are read only.</summary>
    public static TransitionSet Make(Family family, int first, int clips, string folder)
    {
        var made = new Sample[3 * clips];
        Parallel.For(0, made.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, at =>
        {
            var seed = first + at / 3;
            made[at] = (at % 3) switch
            {
                0 => Of($"{family.Name}-{seed:000}", () => new Planner(family, seed).Plan(), seed, folder),
                1 => Of($"{family.Name}-gradual-{seed:000}", () => new GradualPlanner(family, seed).Plan(), seed, folder),
                _ => Of($"{family.Name}-negative-{seed:000}", () => new NegativePlanner(family, seed).Plan(), seed, folder),
            };
        });
        IReadOnlyList<Sample> Kind(int kind) => [.. made.Where((_, at) => at % 3 == kind)];
        return new TransitionSet(Kind(0), Kind(1), Kind(2));
    }

    private static Sample Of(string name, Func<Clip> plan, int seed, string folder) =>
        Sample.Read(name, folder, peers: true) ?? Sample.Make(plan(), seed, folder, peers: true);
}
