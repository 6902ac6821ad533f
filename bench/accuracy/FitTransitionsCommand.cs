using VideoIndex.Accuracy.Footage;
using VideoIndex.Accuracy.Scoring;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;

namespace VideoIndex.Accuracy;

/// <summary>Chooses the weights of <see cref="PassageStrength"/> on generated clips.</summary>
internal static class FitTransitionsCommand
{
    private const int Sums = 12, Rounds = 20, Shown = 3;

    private sealed record Stretch(Passage Passage, int[] Terms, bool? True);

    public static void Run(TransitionSet set, string? file)
    {
        var clips = set.All.Select(sample => (sample.Truth, Stretches: Stretches(sample))).ToList();
        var judges = new string[Enum.GetValues<Way>().Length];
        Parallel.ForEach(Enum.GetValues<Way>(), new ParallelOptions { MaxDegreeOfParallelism = 2 }, way =>
        {
            var halves = Enumerable.Range(0, 2).Select(half => Fit(way, clips.Where((_, at) => at / 3 % 2 != half))).ToList();
            var unseen = Enumerable.Range(0, 2).Select(half => Best(way, new Judge(halves[half].Sums, halves[half].Points), clips.Where((_, at) => at / 3 % 2 == half))).ToList();
            var all = Fit(way, clips);
            var (threshold, seen) = Best(way, new Judge(all.Sums, all.Points), clips);
            // The threshold of clips not learned from: what was learned by heart is surer than it should be.
            all.Points[0] += (50 - (unseen[0].Threshold + unseen[1].Threshold) / 2) * CutStrength.Fine;
            judges[(int)way] = $"        // {way}\n        {JudgeTraining.Text(all)}";
            Console.WriteLine($"{way}: {clips.Sum(clip => clip.Stretches.Count(one => one.Passage.Way == way))} stretches; seen {threshold} {seen} {seen.F1:0.000}; unseen " +
                string.Join("; ", unseen.Select(half => $"{half.Threshold} {half.Marking} {half.Marking.F1:0.000}")));
        });
        if (file is not null)
        {
            File.WriteAllText(file, string.Join("\n", judges) + "\n");
            File.WriteAllText(file + ".cuts", FitContext.Run(set) + "\n");
        }
    }

    private static List<Stretch> Stretches(Sample sample)
    {
        var terms = new PassageTerms(sample.Evidence, HardCuts.Strengths(sample.Evidence));
        return [.. Passages.Find(sample.Evidence.Sketches).Select(passage =>
        {
            var values = new int[PassageTerms.Count];
            terms.Of(passage.From, passage.To, values);
            return new Stretch(passage, values, IsTrue(passage, sample.Truth));
        })];
    }

    private static (int[][] Sums, int[] Points) Fit(Way way, IEnumerable<(Truth Truth, List<Stretch> Stretches)> clips) => new JudgeTraining(
        // Of what is none every third will do: there is a hundred times as much of it.
        [.. clips.SelectMany(clip => clip.Stretches.Where((one, at) => one.True == true || at % Shown == 0)).Where(one => one.Passage.Way == way && one.True is not null)
            .Select(one => (one.Terms.Select(term => term / 256.0).ToArray(), one.True!.Value))], Sums, Rounds).Whole();

    /// <summary>Returns the threshold where F1 is highest, one way by itself.</summary>
    private static (int Threshold, Marking Marking) Best(Way way, Judge judge, IEnumerable<(Truth Truth, List<Stretch> Stretches)> clips)
    {
        var judged = clips.Select(clip => (clip.Truth, Stretches: clip.Stretches.Where(one => one.Passage.Way == way)
            .Select(one => (one.Passage, one.True, Strength: judge.FineOf(one.Terms))).OrderByDescending(one => one.Strength).ToList())).ToList();
        return Enumerable.Range(30, 41).Select(threshold =>
        {
            var sum = default(Marking);
            foreach (var (truth, stretches) in judged)
            {
                var kept = new List<(Passage Passage, bool? True)>();
                foreach (var (passage, yes, _) in stretches.TakeWhile(one => one.Strength >= threshold * CutStrength.Fine))
                {
                    if (!kept.Any(other => passage.From < other.Passage.To && other.Passage.From < passage.To))
                    {
                        kept.Add((passage, yes));
                    }
                }

                var planted = truth.Graduals.Sum(gradual => Halves(gradual).Count(half => half.Way == way));
                var right = Math.Min(planted, kept.Count(one => one.True == true));
                sum += new Marking(right, kept.Count(one => one.True == false), planted - right);
            }

            return (threshold, sum);
        }).MaxBy(one => one.sum.F1);
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
