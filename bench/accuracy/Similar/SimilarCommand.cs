using System.Globalization;
using VideoIndex.Similar.Evidence;

namespace VideoIndex.Accuracy.Similar;

/// <summary>Measures how well more of the same scene is found from what is kept of frames: one part plants it, another looks for it.</summary>
internal static class SimilarCommand
{
    public static int Run(string[] args)
    {
        switch (args)
        {
            case [_, "make", var folder, ..]:
                new TakeMaker(Directory.CreateDirectory(folder).FullName).Make(Array.IndexOf(args, "--scenes") is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 50, Array.IndexOf(args, "--behind") is >= 0 and var real ? args[real + 1] : null);
                return 0;
            case [_, "score", var folder]:
                Score(SeenTake.Read(folder));
                return 0;
            case [_, "fit", var folder]:
                Fit([.. SeenTake.Read(folder).Where(take => take.Take.Part == "tune")]);
                return 0;
            default:
                Console.Error.WriteLine("usage: similar make FOLDER [--scenes N] [--behind FOLDER]\n       similar score FOLDER\n       similar fit FOLDER");
                return 2;
        }
    }

    private static void Score(List<SeenTake> all)
    {
        foreach (var part in all.GroupBy(take => take.Take.Part))
        {
            var takes = part.ToList();
            var parts = Pairs(takes);
            Console.WriteLine($"\n{part.Key}: {takes.Count} takes of {takes.DistinctBy(take => take.Take.Group).Count()} scenes, {takes.Where(take => take.Take.IsReal).DistinctBy(take => take.Take.Group).Count()} of them real\n");
            Console.WriteLine("| measure | precision at 1 | at 5 | at 10 | mean average precision | drawn | real |");
            Console.WriteLine("|---|---|---|---|---|---|---|");
            var weights = ShotDescriptor.Parts.Select(one => one.Weight).ToArray();
            Row("the descriptor", (one, other) => Weighted(parts[one, other], weights));
            foreach (var (at, one) in ShotDescriptor.Parts.Index())
            {
                Row($"its {one.Name} alone ({at + 1})", (here, there) => Weighted(parts[here, there], [.. weights.Select((_, place) => place == at ? 1.0 : 0)]));
            }

            Row("the print copies are found by", (one, other) => takes[one].PrintLike(takes[other]));
            Row("shares of named colours", (one, other) => takes[one].NamesLike(takes[other]));
            Row("the mean colour", (one, other) => takes[one].ColourLike(takes[other]));
            Row("chance", (one, other) => new Random((one * takes.Count) + other).NextDouble());
            Console.WriteLine("\n| take | asked | first | in the first five | mean of one by its place |");
            Console.WriteLine("|---|---|---|---|---|");
            var score = new SimilarScore(takes, (one, other) => Weighted(parts[one, other], weights));
            foreach (var kind in takes.Select(take => take.Take.Kind).Distinct().Where(kind => kind != TakeKind.Original))
            {
                var (asked, first, five, reciprocal) = score.OfKind(kind);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind} | {asked} | {first:0.00} | {five:0.00} | {reciprocal:0.000} |"));
            }

            void Row(string name, Func<int, int, double> alike)
            {
                var questions = new SimilarScore(takes, alike).Questions();
                var real = takes.Where(take => take.Take.IsReal).Select(take => take.Take.Group).ToHashSet();
                string Mean(bool isReal) => questions.Where(question => real.Contains(question.Group) == isReal).Select(question => question.Marks[3]).DefaultIfEmpty().Average().ToString("0.000", CultureInfo.InvariantCulture);
                Console.WriteLine($"| {name} | {string.Join(" | ", Enumerable.Range(0, 4).Select(mark => SimilarScore.Interval(questions, mark)))} | {Mean(false)} | {Mean(true)} |");
            }
        }
    }

    /// <summary>Seeks the weights of the parts, step by step, each by itself.</summary>
    private static void Fit(List<SeenTake> takes)
    {
        var parts = Pairs(takes);
        var weights = ShotDescriptor.Parts.Select(part => part.Weight).ToArray();
        var best = Mean(weights);
        for (var step = 0.1; step > 0.01; step /= 2)
        {
            for (var better = true; better;)
            {
                better = false;
                for (var at = 0; at < weights.Length; at++)
                {
                    foreach (var by in (double[])[-step, step])
                    {
                        var tried = weights.Select((weight, place) => place == at ? Math.Max(0, weight + by) : weight).ToArray();
                        tried = [.. tried.Select(weight => weight / tried.Sum())];
                        if (Mean(tried) is var mean && mean > best + 0.0002)
                        {
                            (weights, best, better) = (tried, mean, true);
                            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{best:0.0000}: {string.Join(' ', weights.Select(weight => weight.ToString("0.000", CultureInfo.InvariantCulture)))}"));
                        }
                    }
                }
            }
        }

        // Drawn and real scenes count alike, however many there are of each.
        double Mean(double[] tried)
        {
            var real = takes.Where(take => take.Take.IsReal).Select(take => take.Take.Group).ToHashSet();
            return new SimilarScore(takes, (one, other) => Weighted(parts[one, other], tried)).Questions()
                .GroupBy(question => real.Contains(question.Group)).Average(kind => kind.Average(question => question.Marks[3]));
        }
    }

    private static double Weighted(IReadOnlyList<double> parts, double[] weights)
    {
        var (plain, mirrored) = (0.0, 0.0);
        for (var part = 0; part < weights.Length; part++)
        {
            (plain, mirrored) = (plain + (weights[part] * parts[part]), mirrored + (weights[part] * parts[weights.Length + part]));
        }

        return Math.Max(plain, mirrored);
    }

    private static IReadOnlyList<double>[,] Pairs(List<SeenTake> takes)
    {
        var pairs = new IReadOnlyList<double>[takes.Count, takes.Count];
        for (var one = 0; one < takes.Count; one++)
        {
            for (var other = 0; other < takes.Count; other++)
            {
                pairs[one, other] = takes[one].PartsLike(takes[other]);
            }
        }

        return pairs;
    }
}
