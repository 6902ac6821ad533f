using VideoIndex.Accuracy.Footage;
using VideoIndex.Accuracy.Scenes;
using VideoIndex.Accuracy.Scoring;

namespace VideoIndex.Accuracy;

/// <summary>The footage transitions are measured on: clips full of cuts, clips of gradual transitions, and clips in which there is none.</summary>
internal sealed record TransitionSet(IReadOnlyList<Sample> Cuts, IReadOnlyList<Sample> Gradual, IReadOnlyList<Sample> Negative)
{
    public IEnumerable<Sample> All => Cuts.Concat(Gradual).Concat(Negative);

    /// <summary>Draws as many clips of each kind, two at a time; clips that are in the folder are read only.</summary>
    public static TransitionSet Make(Family family, int first, int clips, string folder, bool peers)
    {
        var made = new Sample[3 * clips];
        Parallel.For(0, made.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, at =>
        {
            var seed = first + at / 3;
            var clip = (at % 3) switch
            {
                0 => new Planner(family, seed).Plan(),
                1 => new GradualPlanner(family, seed).Plan(),
                _ => new NegativePlanner(family, seed).Plan(),
            };
            made[at] = Sample.Make(clip, seed, folder, peers);
        });
        IReadOnlyList<Sample> Of(int kind) => [.. made.Where((_, at) => at % 3 == kind)];
        return new TransitionSet(Of(0), Of(1), Of(2));
    }
}
