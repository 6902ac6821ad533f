using VideoIndex.Accuracy.Scoring;

namespace VideoIndex.Accuracy.Facts.Settings;

/// <summary>How well the scenes of one clip were found, counted in shots.</summary>
/// <param name="Boundaries">Of the shots that begin a scene, the first left out.</param>
/// <param name="Shots">How many shots there are.</param>
/// <param name="Covered">How many of them lie in the found scene that covers most of their true one.</param>
/// <param name="Overflown">Of each true scene the share of its neighbours' shots that found scenes take with it, at most one, times its shots.</param>
/// <remarks>Coverage and overflow are those of Vendrig and Worring (2002).</remarks>
internal sealed record SceneScore(Marking Boundaries, int Shots, int Covered, double Overflown)
{
    /// <summary>Compares the first shots of true and found scenes.</summary>
    public static SceneScore Of(IReadOnlyList<int> truth, IReadOnlyList<int> found, int shots)
    {
        var (trueScenes, foundScenes) = (Scenes(truth, shots), Scenes(found, shots));
        var (covered, overflown) = (0, 0.0);
        for (var at = 0; at < trueScenes.Count; at++)
        {
            var scene = trueScenes[at];
            var touching = foundScenes.Where(other => other.First < scene.Until && scene.First < other.Until).ToList();
            covered += touching.Max(other => Common(scene, other));
            var beyond = touching.Sum(other => other.Until - other.First - Common(scene, other));
            var beside = (at > 0 ? Length(trueScenes[at - 1]) : 0) + (at + 1 < trueScenes.Count ? Length(trueScenes[at + 1]) : 0);
            overflown += Length(scene) * (beside == 0 ? 0 : Math.Min(1.0, (double)beyond / beside));
        }

        return new SceneScore(Marking.Of([.. truth.Skip(1)], [.. found.Skip(1)], 0), shots, covered, overflown);
    }

    private static List<(int First, int Until)> Scenes(IReadOnlyList<int> starts, int shots) =>
        [.. starts.Select((start, at) => (start, at + 1 < starts.Count ? starts[at + 1] : shots))];

    private static int Common((int First, int Until) one, (int First, int Until) other) =>
        Math.Max(0, Math.Min(one.Until, other.Until) - Math.Max(one.First, other.First));

    private static int Length((int First, int Until) scene) => scene.Until - scene.First;
}
