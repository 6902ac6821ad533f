using System.Globalization;

namespace VideoIndex.Performance.Measuring;

/// <summary>Runs several commands in turn, round after round, and prints them beside each other.</summary>
internal sealed class Table(IReadOnlyList<Row> rows)
{
    /// <summary>Runs A, B, C, then A, B, C again: what disturbs the machine disturbs all of them alike.</summary>
    public static Table Measure(int rounds, params (string Name, Func<Run> Work)[] sides)
    {
        var runs = sides.Select(_ => new List<Run>()).ToList();
        for (var round = 0; round < rounds; round++)
        {
            for (var side = 0; side < sides.Length; side++)
            {
                Console.Error.Write($"\rround {round + 1} of {rounds}: {sides[side].Name}            ");
                runs[side].Add(sides[side].Work());
            }
        }

        Console.Error.WriteLine();
        return new Table([.. sides.Select((side, at) => new Row(side.Name, runs[at]))]);
    }

    /// <summary>Prints the table; ratios are to its first row, of the smallest times.</summary>
    public void Print()
    {
        Console.WriteLine("| | wall s, min | median | ratio | CPU s, min | median | ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var row in rows)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.Least(run => run.Wall) / 1000:0.00} | {row.Middle(run => run.Wall) / 1000:0.00} | {Ratio(row, run => run.Wall):0.00} "
                + $"| {row.Least(run => run.Cpu) / 1000:0.00} | {row.Middle(run => run.Cpu) / 1000:0.00} | {Ratio(row, run => run.Cpu):0.00} |"));
        }
    }

    /// <summary>Gets a row.</summary>
    public Row this[int at] => rows[at];

    private double Ratio(Row row, Func<Run, double> of) => row.Least(of) / rows[0].Least(of);
}

/// <summary>All runs of one command.</summary>
internal sealed record Row(string Name, IReadOnlyList<Run> Runs)
{
    public double Least(Func<Run, double> of) => Runs.Min(of);

    public double Middle(Func<Run, double> of) => Runs.Select(of).Order().ElementAt(Runs.Count / 2);
}
