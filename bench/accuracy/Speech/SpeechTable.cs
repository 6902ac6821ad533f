using System.Globalization;

namespace VideoIndex.Accuracy.Speech;

/// <summary>Prints how well speech was heard, by condition.</summary>
internal static class SpeechTable
{
    private const int Draws = 2000;

    public static void Print(IReadOnlyList<SpeechOutcome> outcomes)
    {
        Console.WriteLine("| condition | clips | words | word error rate | 95 % interval | start, median | start, 90 % | end, median | end, 90 % | language right |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        var spoken = outcomes.Where(x => x.Clip.Language is not null).ToArray();
        foreach (var group in spoken.GroupBy(x => x.Clip.Condition).Append(All(spoken)).Concat(spoken.GroupBy(x => "in " + x.Clip.Language)))
        {
            Print(group.Key, [.. group]);
        }

        Console.WriteLine();
        Console.WriteLine("| nobody speaks | clips | minutes | words made up | words dropped |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var group in outcomes.Where(x => x.Clip.Language is null).GroupBy(x => x.Clip.Condition))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {group.Key} | {group.Count()} | {group.Sum(x => x.Clip.Seconds) / 60:0.0} | {group.Sum(x => x.Heard)} | {group.Sum(x => x.Dropped)} |"));
        }
    }

    private static IGrouping<string, SpeechOutcome> All(IEnumerable<SpeechOutcome> outcomes) => outcomes.GroupBy(_ => "all").First();

    private static void Print(string name, SpeechOutcome[] group)
    {
        var (least, most) = Interval(group);
        double[] starts = [.. group.SelectMany(x => x.Starts).Order()], ends = [.. group.SelectMany(x => x.Ends).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {group.Length} | {group.Sum(x => x.Clip.Words.Count)} | {Rate(group):0.000} | {least:0.000}-{most:0.000} | {At(starts, .5):0.000} s | {At(starts, .9):0.000} s | {At(ends, .5):0.000} s | {At(ends, .9):0.000} s | {group.Count(x => x.Language)} of {group.Length} |"));
    }

    /// <summary>The middle 95 % of the rate when clips are drawn again with replacement.</summary>
    private static (double Least, double Most) Interval(SpeechOutcome[] group)
    {
        var draw = new Random(1);
        double[] rates = [.. Enumerable.Range(0, Draws).Select(_ => Rate([.. group.Select(_ => group[draw.Next(group.Length)])])).Order()];
        return (At(rates, .025), At(rates, .975));
    }

    private static double Rate(SpeechOutcome[] group) => (double)group.Sum(x => x.Matches.Errors) / group.Sum(x => x.Clip.Words.Count);

    private static double At(double[] sorted, double part) => sorted.Length == 0 ? double.NaN : sorted[(int)(part * (sorted.Length - 1))];
}
