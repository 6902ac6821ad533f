using VideoIndex.Accuracy.Footage;
using VideoIndex.Accuracy.Scoring;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;

namespace VideoIndex.Accuracy;

/// <summary>Chooses the weights of <see cref="PassageStrength"/> on generated clips.</summary>
internal static class FitTransitionsCommand
{
    private const double PointsPerOdds = 5, WeightsPerOdds = PointsPerOdds * 16;

    public static void Run(TransitionSet set)
    {
        var rows = Enum.GetValues<Way>().ToDictionary(way => way, _ => new List<(double[] Columns, bool Yes)>());
        foreach (var sample in set.All)
        {
            var terms = new PassageTerms(sample.Evidence, HardCuts.Strengths(sample.Evidence));
            var values = new int[PassageTerms.Count];
            foreach (var passage in Passages.Find(sample.Evidence.Sketches))
            {
                if (IsTrue(passage, sample.Truth) is { } yes)
                {
                    terms.Of(passage.From, passage.To, values);
                    rows[passage.Way].Add(([.. values.Select(value => value / 256.0)], yes));
                }
            }
        }

        foreach (var (way, of) in rows)
        {
            var fitted = LogisticRegression.Fit(of);
            var constant = (int)Math.Round(fitted[0] * PointsPerOdds * CutStrength.Fine);
            Console.WriteLine($"{way}: {of.Count} stretches, {of.Count(row => row.Yes)} of them true\n{way} {constant} [{string.Join(", ", fitted.Skip(1).Select(weight => (int)Math.Round(weight * WeightsPerOdds)))}]");
        }
    }

    /// <summary>Returns whether a stretch is a planted one; null where it is in doubt, for it is partly.</summary>
    private static bool? IsTrue(Passage passage, Truth truth)
    {
        var best = truth.Graduals.Select(gradual => (gradual, Planted: Halves(gradual).Where(half => half.Way == passage.Way)
            .Select(half => Overlap(passage, half.From, half.To)).DefaultIfEmpty().Max())).ToList();
        var most = best.Select(one => one.Planted).DefaultIfEmpty().Max();
        var touched = truth.Graduals.Select(gradual => Overlap(passage, gradual.Start - 1, gradual.End)).DefaultIfEmpty().Max();
        return most >= 0.6 ? true : most >= 0.3 || touched > 0.3 ? null : false;
    }

    private static IEnumerable<(Way Way, int From, int To)> Halves(Gradual gradual)
    {
        var dark = (int)((gradual.End - gradual.Start) * (1 - gradual.Held) / 2);
        return gradual.Kind switch
        {
            TransitionKind.Dissolve => [(Way.Dissolve, gradual.Start - 1, gradual.End)],
            TransitionKind.Wipe => [(gradual.Style == "push" ? Way.Push : Way.Wipe, gradual.Start - 1, gradual.End)],
            TransitionKind.FadeOut => [(Way.Away, gradual.Start - 1, gradual.End)],
            TransitionKind.FadeIn => [(Way.Up, gradual.Start - 1, gradual.End)],
            _ => [(Way.Away, gradual.Start - 1, gradual.Start + dark), (Way.Up, gradual.End - 1 - dark, gradual.End)],
        };
    }

    private static double Overlap(Passage passage, int from, int to)
    {
        var shared = Math.Min(passage.To, to) - Math.Max(passage.From, from);
        return Math.Max(0, (double)shared / (Math.Max(passage.To, to) - Math.Min(passage.From, from)));
    }
}
