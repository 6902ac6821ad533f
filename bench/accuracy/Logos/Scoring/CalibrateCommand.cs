using VideoIndex.Accuracy.Fitting;

namespace VideoIndex.Accuracy.Logos.Scoring;

/// <summary>Fits the chance that a sighting is right to its score on one set, and compares it with another set.</summary>
internal static class CalibrateCommand
{
    private static readonly double[] Bounds = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0000001];

    public static int Run(string dev, string test, string finder)
    {
        var fitted = LogisticRegression.Fit([.. Verdicts(dev, finder).Select(verdict => ((double[])[verdict.Score], verdict.Target is not null))]);
        Console.WriteLine(FormattableString.Invariant($"chance = 1 / (1 + exp(-({fitted[0]:0.000} + {fitted[1]:0.0000} x score)))"));
        Console.WriteLine();
        Console.WriteLine("| chance said | sightings | mean chance | right |");
        Console.WriteLine("|---|---|---|---|");
        var judged = Verdicts(test, finder).Select(verdict => (Chance: 1 / (1 + Math.Exp(-(fitted[0] + (fitted[1] * verdict.Score)))), Right: verdict.Target is not null)).ToList();
        foreach (var (low, high) in Bounds.Zip(Bounds.Skip(1)))
        {
            var within = judged.Where(one => one.Chance >= low && one.Chance < high).ToList();
            if (within.Count > 0)
            {
                Console.WriteLine(FormattableString.Invariant(
                    $"| {low:0.0} to {high:0.0} | {within.Count} | {within.Average(one => one.Chance):0.00} | {within.Average(one => one.Right ? 1 : 0.0):0.00} |"));
            }
        }

        return 0;
    }

    private static IReadOnlyList<Verdict> Verdicts(string set, string finder)
    {
        var truth = SetTruth.Read(set, null);
        return FrameJudge.Judge(truth, truth.Found(finder)).Verdicts;
    }
}
