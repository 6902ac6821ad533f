using VideoIndex.Accuracy.Scoring;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;
using VideoIndex.Shots.Transitions.Stretches;

namespace VideoIndex.Accuracy.Fitting;

/// <summary>Chooses the weights with which the seconds around a frame have a say in whether it is a cut.</summary>
internal static class FitContext
{
    private const int Sums = 6, Rounds = 100, Voices = 3;

    private sealed record Clip(IReadOnlyList<(int Frame, int[] Terms, bool Yes)> Peaks, int Planted);

    /// <summary>Returns the judge as it is written in the source.</summary>
    /// <param name="set">The clips.</param>
    /// <param name="lights">More single shots full of strobes, flashes and explosions: there are few such peaks in the others.</param>
    public static string Run(TransitionSet set, IReadOnlyList<Sample> lights)
    {
        var clips = set.All.Concat(lights).Select(Read).ToList();
        var halves = Enumerable.Range(0, 2).Select(half => Fit(clips.Where((_, at) => at / 3 % 2 != half))).ToList();
        var unseen = Enumerable.Range(0, 2).Select(half => Best(halves[half], clips.Where((_, at) => at / 3 % 2 == half))).ToList();
        var all = Fit(clips);
        var seen = Best(all, clips);
        all.Points[0] += (50 - (unseen[0].Threshold + unseen[1].Threshold) / 2) * CutStrength.Fine;
        Console.WriteLine($"Cuts: {clips.Sum(clip => clip.Peaks.Count)} peaks; seen {seen.Threshold} {seen.Marking.F1:0.000}; unseen " +
            string.Join("; ", unseen.Select(half => $"{half.Threshold} {half.Marking.F1:0.000}")));
        foreach (var threshold in (int[])[46, 48, 50, 52, 54, 56])
        {
            Marking Of(Func<int, bool> isOne) => clips.Select((clip, at) => (clip, at)).Where(one => isOne(one.at))
                .Select(one => Marked(new Judge(halves[one.at / 3 % 2].Sums, halves[one.at / 3 % 2].Points), one.clip, threshold)).Aggregate((a, b) => a + b);
            var first = set.All.Count();
            Console.WriteLine($"{threshold}, unseen: {Of(at => at < first).F1:0.000} {Of(at => at < first)}; lights {Of(at => at >= first).Wrong} wrong");
        }

        return JudgeTraining.Text(all);
    }

    private static Clip Read(Sample sample)
    {
        var strengths = HardCuts.Strengths(sample.Evidence);
        var context = new CutContext(sample.Evidence.Sketches);
        return new Clip([.. HardCuts.Peaks(strengths, CutOptions.LeastThreshold).Select(frame =>
        {
            var terms = new int[CutContext.Count];
            context.Of(frame, strengths[frame], terms);
            return (frame, terms, sample.Truth.Cuts.Any(cut => Math.Abs(cut.Frame - frame) <= 1));
        })], sample.Truth.Cuts.Count);
    }

    private static (int[][] Sums, int[] Points) Fit(IEnumerable<Clip> clips)
    {
        var rows = clips.SelectMany(clip => clip.Peaks).Select(peak => (peak.Terms.Select(term => term / 256.0).ToArray(), peak.Yes)).ToList();
        var voices = new (int[][] Sums, int[] Points)[Voices];
        Parallel.For(0, Voices, new ParallelOptions { MaxDegreeOfParallelism = 2 }, voice => voices[voice] = new JudgeTraining(rows, Sums, Rounds, voice + 1).Whole());
        return JudgeFit.Together(voices);
    }

    private static (int Threshold, Marking Marking) Best((int[][] Sums, int[] Points) weights, IEnumerable<Clip> clips)
    {
        var judge = new Judge(weights.Sums, weights.Points);
        return Enumerable.Range(35, 31).Select(threshold => (threshold, clips.Select(clip => Marked(judge, clip, threshold)).Aggregate((a, b) => a + b))).MaxBy(one => one.Item2.F1);
    }

    private static Marking Marked(Judge judge, Clip clip, int threshold)
    {
        var found = clip.Peaks.Where(peak => judge.FineOf(peak.Terms) >= threshold * CutStrength.Fine).ToList();
        var right = found.Count(peak => peak.Yes);
        return new Marking(right, found.Count - right, Math.Max(0, clip.Planted - right));
    }
}
