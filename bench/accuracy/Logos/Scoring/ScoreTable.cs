namespace VideoIndex.Accuracy.Logos.Scoring;

/// <summary>The thresholds of a finder, chosen on the development part: for precision, for F1, and for appearances.</summary>
internal sealed record Thresholds(double Precise, double Balanced, double Appearing);

/// <summary>A finder's results, ready to be printed.</summary>
internal sealed record Scored(string Finder, FrameResult Frames, Thresholds Thresholds, Func<string, double, AppearanceJudge> Judge);

/// <summary>Prints the tables that compare finders.</summary>
internal sealed class ScoreTable(SetTruth set, IReadOnlyList<Scored> scored)
{
    private const double Precision = 0.95;
    private const int Draws = 400;

    private static readonly double[] Heights = [12, 16, 24, 32, 48, 64, 96, 144, 200];

    public void Print()
    {
        PrintFrames();
        PrintRecall("short side in pixels", target => $"{Bin(target.Height):000}");
        PrintRecall("grade", target => set.Logos[target.Logo].Grade);
        PrintRecall("surface", target => target.Surface);
        PrintAppearances();
        PrintFalse();
    }

    /// <summary>Returns the height of the table nearest to a height, by their ratio.</summary>
    public static double Bin(double height) => Heights.MinBy(bin => Math.Abs(Math.Log(bin / height)));

    private void PrintFrames()
    {
        Console.WriteLine("| finder | AP | mAP | threshold for F1 | precision | recall | F1 | threshold for precision .95 | precision | recall | recall where its own curve has .95 |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var one in scored)
        {
            var curve = new Curve(one.Frames);
            var ((balanced, recall), (precise, kept)) = (curve.At(one.Thresholds.Balanced), curve.At(one.Thresholds.Precise));
            var intervals = Intervals(one, [c => c.AveragePrecision, c => c.At(one.Thresholds.Precise).Recall, c => c.AtPrecision(Precision).Recall]);
            var mean = one.Frames.Targets.Select(target => target.Logo).Distinct().Average(logo => new Curve(one.Frames, name => name == logo ? 1 : 0).AveragePrecision);
            Console.WriteLine(
                $"| {one.Finder} | {Text(curve.AveragePrecision)} ({intervals[0]}) | {Text(mean)} | {one.Thresholds.Balanced:g4} | {Text(balanced)} | {Text(recall)} | {Text(Curve.Harmonic(balanced, recall))} "
                + $"| {one.Thresholds.Precise:g4} | {Text(precise)} | {Text(kept)} ({intervals[1]}) | {Text(curve.AtPrecision(Precision).Recall)} ({intervals[2]}) |");
        }
    }

    private void PrintRecall(string what, Func<Target, string> by)
    {
        var keys = scored[0].Frames.Targets.GroupBy(by).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, Count: group.Count())).ToList();
        Console.WriteLine();
        Console.WriteLine($"| recall by {what}, at the threshold for precision .95 | {string.Join(" | ", keys.Select(key => $"{key.Key.TrimStart('0')} ({key.Count})"))} |");
        Console.WriteLine($"|---|{string.Concat(keys.Select(_ => "---|"))}");
        foreach (var one in scored)
        {
            Console.WriteLine($"| {one.Finder} | {string.Join(" | ", keys.Select(key => Cell(one, target => by(target) == key.Key)))} |");
        }
    }

    // Recall of a group, and the interval when marks are drawn again.
    private static string Cell(Scored one, Func<Target, bool> isIn)
    {
        var hit = one.Frames.Verdicts.Where(verdict => verdict.Target is not null && verdict.Score >= one.Thresholds.Precise).Select(verdict => verdict.Target!.Value).ToHashSet();
        var logos = one.Frames.Targets.Select((target, at) => (target, at)).Where(pair => isIn(pair.target)).GroupBy(pair => pair.target.Logo)
            .Select(group => (All: group.Count(), Hit: group.Count(pair => hit.Contains(pair.at)))).ToList();
        var (random, draws) = (new Random(5), new List<double>());
        for (var draw = 0; draw < Draws; draw++)
        {
            var drawn = Enumerable.Range(0, logos.Count).Select(_ => logos[random.Next(logos.Count)]).ToList();
            draws.Add((double)drawn.Sum(logo => logo.Hit) / drawn.Sum(logo => logo.All));
        }

        return $"{Text((double)logos.Sum(logo => logo.Hit) / logos.Sum(logo => logo.All), "0.00")} ({Middle(draws)})";
    }

    private List<string> Intervals(Scored one, IReadOnlyList<Func<Curve, double>> figures)
    {
        var (random, names, draws) = (new Random(3), set.Logos.Keys.Order(StringComparer.Ordinal).ToList(), figures.Select(_ => new List<double>()).ToList());
        for (var draw = 0; draw < Draws; draw++)
        {
            var weights = names.Select(_ => names[random.Next(names.Count)]).CountBy(name => name).ToDictionary();
            var curve = new Curve(one.Frames, name => weights.GetValueOrDefault(name));
            for (var at = 0; at < figures.Count; at++)
            {
                draws[at].Add(figures[at](curve));
            }
        }

        return [.. draws.Select(Middle)];
    }

    private static string Middle(List<double> draws)
    {
        draws.Sort();
        return $"{Text(draws[Draws / 40], "0.00")}-{Text(draws[Draws - 1 - (Draws / 40)], "0.00")}";
    }

    private void PrintAppearances()
    {
        Console.WriteLine();
        Console.WriteLine("| finder | appearances | threshold | true | found | F1 at time IoU .5 | at .8 | ends off by, frames: half below | nine in ten below | exposure, signed | exposure, absolute | false minutes per logo-hour, never placed |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var one in scored)
        {
            foreach (var (name, grades, height) in ((string, string, double)[])[("all", "ABC", 0), ("grade A, from 48 pixels", "A", 48)])
            {
                var result = one.Judge(grades, height).Judge(one.Thresholds.Appearing);
                var (ends, all) = (result.Ends.Select(Math.Abs).Order().ToList(), result.Seconds.Values.Sum(seconds => seconds.True));
                var (signed, off) = (result.Seconds.Values.Sum(s => s.Found - s.True) / all, result.Seconds.Values.Sum(s => Math.Abs(s.Found - s.True)) / all);
                Console.WriteLine(
                    $"| {one.Finder} | {name} | {one.Thresholds.Appearing:g4} | {result.True} | {result.Found} | {Text(result.F1Half)} | {Text(result.F1Most)} | {At(ends, 0.5)} | {At(ends, 0.9)} "
                    + $"| {Text(signed * 100, "+0;-0")} % | {Text(off * 100, "0")} % | {Text(result.FalseMinutes / (set.Logos.Values.Count(logo => !logo.IsPlaced && grades.Contains(logo.Grade, StringComparison.Ordinal)) * set.Hours), "0.00")} ({result.FalseCount}) |");
            }
        }

        static string At(List<int> ends, double share) => ends.Count == 0 ? "-" : $"{ends[(int)((ends.Count - 1) * share)]}";
    }

    private void PrintFalse()
    {
        var kinds = set.LookAlikes.Values.Distinct().Order(StringComparer.Ordinal).ToList();
        Console.WriteLine();
        Console.WriteLine($"| false in judged frames, at the threshold for precision .95 | all | never placed | {string.Join(" | ", kinds)} |");
        Console.WriteLine($"|---|---|---|{string.Concat(kinds.Select(_ => "---|"))}");
        foreach (var one in scored)
        {
            var wrong = one.Frames.Verdicts.Where(verdict => verdict.Target is null && verdict.Score >= one.Thresholds.Precise).ToList();
            var likes = kinds.Select(kind => wrong.Count(verdict => verdict.LookAlike is { } like && set.LookAlikes[like] == kind));
            Console.WriteLine($"| {one.Finder} | {wrong.Count} | {wrong.Count(verdict => !set.Logos[verdict.Logo].IsPlaced)} | {string.Join(" | ", likes)} |");
        }
    }

    private static string Text(double number, string format = "0.000") => SetTruth.Text(number, format);
}
