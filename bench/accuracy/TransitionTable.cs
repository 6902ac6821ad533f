using System.Globalization;
using VideoIndex.Accuracy.Footage;
using VideoIndex.Accuracy.Scoring;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;

namespace VideoIndex.Accuracy;

/// <summary>Prints what was found of each kind of transition, by us and by others.</summary>
internal static class TransitionTable
{
    public static void Print(TransitionSet set, CutOptions options, bool mistakes)
    {
        var minutes = set.Negative.Concat(set.Captions).Sum(sample => sample.Evidence.End.Seconds.ToDouble()) / 60;
        Console.WriteLine($"frames {set.All.Sum(sample => sample.Truth.Frames)}, cuts {set.All.Sum(sample => sample.Truth.Cuts.Count)}, " +
            $"gradual {set.All.Sum(sample => sample.Truth.Graduals.Count)}, negatives {minutes.ToString("0.0", CultureInfo.InvariantCulture)} minutes");
        var ours = Of(set, sample => Outcome.Of(sample.Truth, TransitionFinder.Find(sample.Evidence, options)));
        var columns = new List<(string Name, Results Results)> { ("VideoIndex", ours) };
        columns.Add(Best(set, "scdet", Enumerable.Range(1, 80).Select(step => step * 0.5), sample => sample.Peers.Scdet));
        columns.Add(Best(set, "select", Enumerable.Range(1, 60).Select(step => step * 0.01), sample => sample.Peers.Select));
        foreach (var (name, results) in columns)
        {
            PrintWhole(name, results, minutes);
        }

        PrintKinds(columns);
        PrintEnds(ours.All);
        if (mistakes)
        {
            PrintMistakes(set, ours);
        }
    }

    private sealed record Results(IReadOnlyList<Outcome> Cuts, IReadOnlyList<Outcome> Gradual, IReadOnlyList<Outcome> Negative, IReadOnlyList<Outcome> Captions)
    {
        public IReadOnlyList<Outcome> All { get; } = [.. Cuts, .. Gradual, .. Negative, .. Captions];
    }

    private static Results Of(TransitionSet set, Func<Sample, Outcome> outcome) =>
        new([.. set.Cuts.Select(outcome)], [.. set.Gradual.Select(outcome)], [.. set.Negative.Select(outcome)], [.. set.Captions.Select(outcome)]);

    private static (string Name, Results Results) Best(TransitionSet set, string name, IEnumerable<double> thresholds, Func<Sample, IReadOnlyList<double>> scores)
    {
        var (best, most, at) = (default(Results), -1.0, 0.0);
        foreach (var threshold in thresholds)
        {
            var results = Of(set, sample => Outcome.OfCuts(sample.Truth, Peers.Found(scores(sample), threshold)));
            var f1 = results.All.Select(outcome => outcome.All).Aggregate((a, b) => a + b).F1;
            (best, most, at) = f1 > most ? (results, f1, threshold) : (best, most, at);
        }

        return (string.Create(CultureInfo.InvariantCulture, $"ffmpeg {name} {at:0.##}"), best!);
    }

    private static void PrintWhole(string name, Results results, double minutes)
    {
        void Line(string what, Func<Outcome, Marking> marking)
        {
            var markings = results.All.Select(marking).ToList();
            var all = markings.Aggregate((a, b) => a + b);
            var (low, high) = Marking.Interval(markings);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {what} | {all.Precision:0.000} | {all.Recall:0.000} | {all.F1:0.000} | {low:0.000}-{high:0.000} | {all.Right} | {all.Wrong} | {all.Missed} |"));
        }

        Line("cuts, to the frame", outcome => outcome.CutsExact);
        Line("cuts, within 1", outcome => outcome.Cuts);
        Line("gradual, sharing a frame", outcome => outcome.Graduals);
        if (results.All.Any(outcome => outcome.Strict != default))
        {
            Line("gradual, sharing half", outcome => outcome.Strict); // cuts are no stretches
        }

        var (alarms, captions) = (results.Negative.Sum(outcome => outcome.All.Wrong), results.Captions.Sum(outcome => outcome.All.Wrong));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | false alarms in 10 minutes of negatives | {(alarms + captions) / minutes * 10:0.00} | ({alarms}, and {captions} where titles fade and numbers count) |"));
    }

    private static void PrintKinds(List<(string Name, Results Results)> columns)
    {
        Console.WriteLine("\n| kind | planted | " + string.Join(" | ", columns.Select(column => column.Name)) + " |");
        var planted = columns[0].Results.All.SelectMany(outcome => outcome.Pairs).GroupBy(pair => pair.Planted.Style).OrderBy(group => group.Key);
        foreach (var style in planted)
        {
            var found = columns.Select(column => column.Results.All.SelectMany(outcome => outcome.Pairs)
                .Count(pair => pair.Planted.Style == style.Key && pair.Found is not null));
            Console.WriteLine($"| {style.Key} | {style.Count()} | {string.Join(" | ", found)} |");
        }

        foreach (var kind in columns.SelectMany(column => column.Results.All.SelectMany(outcome => outcome.MissedCuts)).Distinct().Order())
        {
            Console.WriteLine($"| cuts missed: {kind} | | " + string.Join(" | ", columns.Select(column => column.Results.All.Sum(outcome => outcome.MissedCuts.Count(missed => missed == kind)))) + " |");
        }
    }

    private static void PrintEnds(IReadOnlyList<Outcome> outcomes)
    {
        var found = outcomes.SelectMany(outcome => outcome.Pairs).Where(pair => pair.Found is not null).ToList();
        var starts = found.Select(pair => Math.Abs(pair.Found!.Value.Start - pair.Planted.Start)).Order().ToList();
        var ends = found.Select(pair => Math.Abs(pair.Found!.Value.End - pair.Planted.End)).Order().ToList();
        var shared = found.Sum(pair => Math.Max(0, Math.Min(pair.Planted.End, pair.Found!.Value.End) - Math.Max(pair.Planted.Start, pair.Found.Value.Start)));
        var kinds = found.Count(pair => pair.Found!.Value.Kind == pair.Planted.Kind);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\nstart off by {Part(starts, 0.5)} (median), {Part(starts, 0.9)} (90 %) frames; end {Part(ends, 0.5)}, {Part(ends, 0.9)}; frame recall " +
            $"{(double)shared / found.Sum(pair => pair.Planted.End - pair.Planted.Start):0.000}, frame precision {(double)shared / found.Sum(pair => pair.Found!.Value.End - pair.Found.Value.Start):0.000}; kind right {kinds} of {found.Count}"));
    }

    private static int Part(List<int> sorted, double part) => sorted.Count == 0 ? 0 : sorted[(int)(part * (sorted.Count - 1))];

    private static void PrintMistakes(TransitionSet set, Results results)
    {
        foreach (var (sample, outcome) in set.All.Zip(results.All))
        {
            var missed = outcome.Pairs.Where(pair => pair.Found is null).Select(pair => $"{pair.Planted.Style} {pair.Planted.Start}-{pair.Planted.End}").ToList();
            if (missed.Count + outcome.Wrong.Count > 0)
            {
                var kind = sample.Clip.Name.Contains("negative", StringComparison.Ordinal) ? NegativePlanner.KindOf(int.Parse(sample.Clip.Name[^3..], CultureInfo.InvariantCulture)) : "";
                Console.WriteLine($"{sample.Clip.Name} {kind} {sample.Clip.Look} x{sample.Clip.Repeats}: wrong {string.Join(", ", outcome.Wrong.Select(one => $"{one.Frame} {one.Kind}"))}; missed {string.Join(", ", missed)}");
            }
        }
    }
}
