using System.Globalization;

namespace VideoIndex.Accuracy.Logos.Scoring;

/// <summary>Scores finders on a set. Thresholds come from the development set, or are given.</summary>
internal static class ScoreCommand
{
    public static int Run(string dev, string test, IReadOnlyList<string> finders, double? threshold, string? grades)
    {
        var (chosen, reported) = (SetTruth.Read(dev, grades), SetTruth.Read(test, grades));
        if (finders.Count == 0)
        {
            finders = reported.Finders;
        }

        if (finders.Count == 0)
        {
            Console.Error.WriteLine($"{Path.Combine(test, "found")} is empty: put findings there, or run the baseline.");
            return 1;
        }

        var scored = finders.Select(finder => Score(finder, chosen, reported, threshold)).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"clips {reported.Clips.Count}, {reported.Hours * 60:0.0} minutes, frames judged {reported.Clips.Sum(clip => clip.Header.Judged.Count)}, marks to find in them {scored[0].Frames.Targets.Count}; "
            + $"thresholds {(threshold is null ? $"from {chosen.Clips.Count} clips of {dev}" : "given")}; in brackets the middle 95 % when marks are drawn again"));
        Console.WriteLine();
        new ScoreTable(reported, scored).Print();
        return 0;
    }

    private static Scored Score(string finder, SetTruth chosen, SetTruth reported, double? threshold)
    {
        var found = reported.Found(finder);
        return new Scored(
            finder, FrameJudge.Judge(reported, found), threshold is { } given ? new Thresholds(given, given, given) : Choose(chosen, finder),
            (grades, height) => new AppearanceJudge(reported, found, grades, height));
    }

    private static Thresholds Choose(SetTruth set, string finder)
    {
        var found = set.Found(finder);
        var curve = new Curve(FrameJudge.Judge(set, found));
        return new Thresholds(curve.AtPrecision(0.95).Threshold, curve.Best(), new AppearanceJudge(set, found).Best());
    }
}
