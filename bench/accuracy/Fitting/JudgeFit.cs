using VideoIndex.Accuracy.Scoring;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions.Stretches;

namespace VideoIndex.Accuracy.Fitting;

/// <summary>A judge learned on some clips.</summary>
internal sealed class JudgeFit(Way way, (int[][] Sums, int[] Points) weights)
{
    /// <summary>By how many points a judge of gradual transitions is made less sure than where F1 is highest: on "tune" it falls by less than a hundredth, and false alarms by a quarter.</summary>
    public const int Stricter = 2;

    private const int Voices = 3, Shown = 2;

    /// <summary>Learns the judge of a name: what leads from one picture to another, what leads away, what leads up, and what tells a wipe from a dissolve.</summary>
    public static JudgeFit Of(string name, IReadOnlyList<List<Stretch>> clips, int sums, int rounds)
    {
        var way = name switch { "Away" => Way.Away, "Up" => Way.Up, _ => Way.Dissolve };
        var own = clips.Select(clip => clip.Where(one => Stretch.IsOne(one.Passage.Way, way)).ToList()).ToList();
        if (name == "Wipe")
        {
            return new JudgeFit(way, new JudgeTraining([.. own.SelectMany(clip => clip.Where(one => one.True == true).Select(one => (Row(one), one.IsWipe)))], sums / 2, rounds, 1).Whole());
        }

        // Of what is none every second will do, another half for each voice: there is forty times as much of it.
        return new JudgeFit(way, Together([.. Enumerable.Range(0, Voices).Select(voice => new JudgeTraining(
            [.. own.SelectMany(clip => clip.Where((one, at) => one.True == true || (one.True == false && at % Shown == voice % Shown)).Select(one => (Row(one), one.True!.Value)))],
            sums, rounds, voice + 1).Whole())]));
    }

    /// <summary>Returns the mean of several, one judge with as many sums as they have together: those that began elsewhere, or saw other rows, are wrong in other places.</summary>
    public static (int[][] Sums, int[] Points) Together(IReadOnlyList<(int[][] Sums, int[] Points)> voices) => (
        [.. voices.SelectMany(voice => voice.Sums)],
        [voices.Sum(voice => voice.Points[0]) / voices.Count, .. voices.SelectMany(voice => voice.Points.Skip(1).Select(point => point / voices.Count))]);

    /// <summary>Returns the judge, surer by some points.</summary>
    public Judge Made(int surer) => new(weights.Sums, Points(surer));

    /// <summary>Returns it as it is written in the source.</summary>
    public string Text(int surer) => JudgeTraining.Text((weights.Sums, Points(surer)));

    /// <summary>Returns the threshold where F1 is highest, this judge by itself.</summary>
    public (int Threshold, Marking Marking) Best(IReadOnlyList<(Sample Sample, List<Stretch> Stretches)> clips)
    {
        var judge = Made(0);
        var judged = clips.Select(clip => (clip.Sample.Truth, Stretches: clip.Stretches.Where(one => Stretch.IsOne(one.Passage.Way, way))
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

                var planted = truth.Graduals.Sum(gradual => Stretch.Halves(gradual).Count(half => Stretch.IsOne(half.Way, way)));
                var right = Math.Min(planted, kept.Count(one => one.True == true));
                sum += new Marking(right, kept.Count(one => one.True == false), planted - right);
            }

            return (threshold, sum);
        }).MaxBy(one => one.sum.F1);
    }

    private static double[] Row(Stretch stretch) => [.. stretch.Terms.Select(term => term / 256.0)];

    private int[] Points(int surer) => [weights.Points[0] + surer * CutStrength.Fine, .. weights.Points[1..]];
}
