using System.Globalization;
using VideoIndex.Accuracy.Scoring;
using VideoIndex.Shots;

namespace VideoIndex.Accuracy.Fitting;

/// <summary>Chooses the weights of <see cref="CutStrength"/> on generated clips and says how well they do, as the whole numbers they become.</summary>
internal static class FitCommand
{
    // Five points of the threshold for each e of odds; a term is a logarithm to base 2 in 1/256, and its weight is over 16.
    private const double PointsPerOdds = 5, WeightsPerOdds = PointsPerOdds * 16;

    public static void Run(IReadOnlyList<Sample> samples)
    {
        var terms = samples.Select(Terms).ToList();
        var rows = samples.Zip(terms).SelectMany(pair => Rows(pair.First, pair.Second)).ToList();
        var fitted = LogisticRegression.Fit(rows);
        var constant = (int)Math.Round(fitted[0] * PointsPerOdds * CutStrength.Fine);
        var weights = fitted.Skip(1).Select(weight => (int)Math.Round(weight * WeightsPerOdds)).ToArray();
        Console.WriteLine($"{rows.Count} frames, {rows.Count(row => row.Yes)} of them cuts; those within two of a cut left out, the rest alike");
        Console.WriteLine($"weights {string.Join(", ", weights)}");
        var scores = new Dictionary<int, double>();
        for (var threshold = 40; threshold <= 60; threshold++)
        {
            var all = samples.Zip(terms, (sample, of) => Marking.Of(
                [.. sample.Truth.Cuts.Select(cut => cut.Frame)],
                HardCuts.Peaks([.. of.Select((frame, at) => at == 0 ? 0 : CutStrength.Weigh(frame, weights, constant))], threshold),
                tolerance: 1)).Aggregate((a, b) => a + b);
            scores[threshold] = all.F1;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"threshold {threshold} precision {all.Precision:0.000} recall {all.Recall:0.000} F1 {all.F1:0.0000}"));
        }

        var best = scores.MaxBy(score => score.Value).Key;
        Console.WriteLine($"constant {constant + (50 - best) * CutStrength.Fine}, which makes {best}, where F1 is highest, the 50");
    }

    private static int[][] Terms(Sample sample) => [.. Enumerable.Range(0, sample.Evidence.Count).Select(frame =>
    {
        var terms = new int[CutTerms.Count];
        if (frame > 0)
        {
            CutTerms.Of(sample.Evidence.Scores, frame, terms);
        }

        return terms;
    })];

    // Only one of three frames in a row is found, so the neighbours of a cut need not be told from it.
    private static IEnumerable<(double[] Columns, bool Yes)> Rows(Sample sample, int[][] terms)
    {
        var cuts = sample.Truth.Cuts.Select(cut => cut.Frame).ToHashSet();
        return from frame in Enumerable.Range(1, terms.Length - 1)
               where cuts.Contains(frame) || !Enumerable.Range(frame - 2, 5).Any(cuts.Contains)
               select (terms[frame].Select(term => term / 256.0).ToArray(), cuts.Contains(frame));
    }
}
