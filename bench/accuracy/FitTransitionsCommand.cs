using System.Globalization;
using VideoIndex.Accuracy.Fitting;
using VideoIndex.Accuracy.Scoring;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;
using VideoIndex.Shots.Transitions.Stretches;

namespace VideoIndex.Accuracy;

/// <summary>Chooses the weights of <see cref="PassageStrength"/> on generated clips.</summary>
internal static class FitTransitionsCommand
{
    private static readonly string[] Judges = ["Between", "Away", "Up", "Wipe"];

    public static void Run(TransitionSet set, IReadOnlyList<Sample> lights, string? file, int sums, int rounds)
    {
        var samples = set.All.ToList();
        var clips = new List<Stretch>[samples.Count];
        Parallel.For(0, clips.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, at => clips[at] = Stretch.Of(samples[at]));
        bool In(int at, int half) => half == 2 || at % set.Cuts.Count % 2 != half;
        var fits = new JudgeFit[9 + 3]; // half by half and all, each of four judges
        Parallel.For(0, fits.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, at =>
            fits[at] = JudgeFit.Of(Judges[at % 4], [.. clips.Where((_, clip) => In(clip, at / 4))], sums, rounds));
        PassageStrength Made(int half, int[] shift) => new(
            fits[half * 4].Made(shift[0]), fits[half * 4 + 1].Made(shift[1]), fits[half * 4 + 2].Made(shift[2]), fits[half * 4 + 3].Made(0));

        // Where F1 is highest on clips a judge was not learned from: what was learned by heart is surer than it should be.
        var shift = Enumerable.Range(0, 3).Select(judge => Enumerable.Range(0, 2).Sum(half =>
        {
            var best = fits[half * 4 + judge].Best([.. samples.Zip(clips).Where((_, clip) => !In(clip, half))]);
            Console.WriteLine($"{Judges[judge]}: unseen {best.Threshold} {best.Marking} {best.Marking.F1:0.000}");
            return 50 - best.Threshold;
        }) / 2).ToArray();
        foreach (var threshold in (int[])[44, 46, 48, 50, 52, 54])
        {
            var outcomes = new Outcome[samples.Count];
            Parallel.For(0, samples.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, at =>
            {
                var half = In(at, 0) ? 1 : 0;
                outcomes[at] = Outcome.Of(samples[at].Truth, TransitionFinder.Find(samples[at].Evidence, new CutOptions { Threshold = threshold }, Made(half, shift)));
            });
            Print(set, samples, outcomes, threshold);
        }

        if (file is not null)
        {
            File.WriteAllText(file, string.Join("\n", Enumerable.Range(0, 4).Select(judge =>
                $"    /// {Judges[judge]}\n    public static Judge {Judges[judge]} {{ get; }} = {fits[8 + judge].Text(judge < 3 ? shift[judge] - JudgeFit.Stricter : 0)[..^1]};\n")));
            File.WriteAllText(file + ".cuts", FitContext.Run(set, lights) + "\n");
        }
    }

    private static void Print(TransitionSet set, List<Sample> samples, Outcome[] outcomes, int threshold)
    {
        var (cuts, gradual) = (outcomes.Select(one => one.Cuts).Aggregate((a, b) => a + b), outcomes.Select(one => one.Graduals).Aggregate((a, b) => a + b));
        int Alarms(IReadOnlyList<Sample> clips, Func<Outcome, int> wrong) => outcomes.Where((_, at) => clips.Contains(samples[at])).Sum(wrong);
        var found = outcomes.SelectMany(one => one.Pairs).Where(pair => pair.Found is not null).ToList();
        var styles = outcomes.SelectMany(one => one.Pairs).GroupBy(pair => pair.Planted.Style.Split(' ')[0]).Select(group => $"{group.Key} {group.Count(pair => pair.Found is null)}/{group.Count()}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"threshold {threshold}, all unseen: gradual {gradual} {gradual.F1:0.000}, strict {outcomes.Select(one => one.Strict).Aggregate((a, b) => a + b).F1:0.000}, in negatives {Alarms(set.Negative, one => one.Graduals.Wrong)} and {Alarms(set.Negative, one => one.Cuts.Wrong)} cuts, in captions {Alarms(set.Captions, one => one.Graduals.Wrong)} and {Alarms(set.Captions, one => one.Cuts.Wrong)}; cuts {cuts.F1:0.000}; ") +
            $"kind right {found.Count(pair => pair.Found!.Value.Kind == pair.Planted.Kind)} of {found.Count}; missed {string.Join(", ", styles)}");
    }
}
