using System.Globalization;
using VideoIndex.Durability.Faults;
using VideoIndex.Durability.Work;

namespace VideoIndex.Durability.Proof;

/// <summary>Runs trials for a person and prints a table.</summary>
internal static class Trials
{
    private const string Usage = "durability [--seeds 20] [--first 1] [--kills 500] [--pauses 125] [--jobs 5000] [--workers 4] [--minutes 20]";

    /// <summary>Runs one trial a seed. The exit code is 0 when nothing was lost, doubled or wrong.</summary>
    public static async Task<int> RunAsync(string[] words, TextWriter output)
    {
        if (Read(words) is not { } options)
        {
            await output.WriteLineAsync(Usage).ConfigureAwait(false);
            return 2;
        }

        await output.WriteLineAsync("| seed | jobs | kills | at points | crashes | pauses | stops | stale refused | dead | swept | lost | doubled | wrong | seconds |").ConfigureAwait(false);
        await output.WriteLineAsync("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|").ConfigureAwait(false);
        var outcomes = new List<Outcome>();
        for (var seed = options["--first"]; seed < options["--first"] + options["--seeds"]; seed++)
        {
            var trial = new Trial(Path.Combine(Path.GetTempPath(), $"videoindex-durability-{Environment.ProcessId}-{seed}"), seed, options["--jobs"]);
            var storm = new Storm(options["--kills"], options["--pauses"], options["--workers"], TimeSpan.FromMinutes(options["--minutes"]));
            var outcome = await Outcome.OfAsync(trial, storm).ConfigureAwait(false);
            outcomes.Add(outcome);
            await output.WriteLineAsync(Row(Invariant($"{seed}"), [outcome])).ConfigureAwait(false);
            if (outcome.Verdict.IsClean)
            {
                Directory.Delete(trial.Folder, recursive: true);
            }
            else
            {
                await output.WriteLineAsync($"{outcome.Verdict}\nSee {trial.Folder}").ConfigureAwait(false);
            }
        }

        await output.WriteLineAsync(Row("all", outcomes)).ConfigureAwait(false);
        await output.WriteLineAsync($"\nPoints a process ended at: {Points(outcomes)}").ConfigureAwait(false);
        return outcomes.TrueForAll(outcome => outcome.Verdict.IsClean) ? 0 : 1;
    }

    private static string Row(string name, List<Outcome> of) => "| " + string.Join(" | ",
    [
        name,
        Sum(of, one => one.Trial.Forest.Sum(tree => tree.Jobs)),
        Sum(of, one => one.Tally.Kills),
        Sum(of, one => one.Verdict.Points.Values.Sum()),
        Sum(of, one => one.Tally.Crashes),
        Sum(of, one => one.Tally.Pauses),
        Sum(of, one => one.Tally.Stops),
        Sum(of, one => one.Verdict.Stale),
        Sum(of, one => one.Verdict.Dead),
        Sum(of, one => one.Verdict.Swept),
        Sum(of, one => one.Verdict.Lost.Count),
        Sum(of, one => one.Verdict.Doubled.Count),
        Sum(of, one => one.Verdict.Wrong.Count),
        Sum(of, one => (int)one.Tally.Took.TotalSeconds),
    ]) + " |";

    private static string Points(List<Outcome> outcomes)
    {
        var all = FaultPoints.OfWorker.Concat(FaultPoints.OfSubmitter).ToList();
        var hit = all.Select(point => (Point: point, Times: outcomes.Sum(one => one.Verdict.Points.GetValueOrDefault(point)))).ToList();
        return Invariant($"{hit.Count(point => point.Times > 0)} of {all.Count}. ") + string.Join(", ", hit.Select(point => Invariant($"{point.Point} {point.Times}")));
    }

    private static string Sum(List<Outcome> of, Func<Outcome, int> number) => Invariant($"{of.Sum(number):N0}");

    private static Dictionary<string, int>? Read(string[] words)
    {
        var options = new Dictionary<string, int>
        {
            ["--seeds"] = 20,
            ["--first"] = 1,
            ["--kills"] = 500,
            ["--pauses"] = 125,
            ["--jobs"] = 5000,
            ["--workers"] = 4,
            ["--minutes"] = 20,
        };
        foreach (var pair in words.Chunk(2))
        {
            if (pair is not [var option, var value] || !options.ContainsKey(option) || !int.TryParse(value, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            options[option] = number;
        }

        return options;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
