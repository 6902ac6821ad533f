using System.Globalization;

namespace VideoIndex.Accuracy.Similar;

/// <summary>Scores a measure of likeness over the takes of one part.</summary>
/// <param name="takes">The takes.</param>
/// <param name="alike">How alike a take, by its place, is to another; more is more.</param>
internal sealed class SimilarScore(IReadOnlyList<SeenTake> takes, Func<int, int, double> alike)
{
    private const int Draws = 1000;

    /// <summary>Asks for what is like each take but those of a second camera, and looks where the others of its scene stand among all.</summary>
    /// <returns>For each question: its scene, precision at 1, 5 and 10, and average precision.</returns>
    public List<(string Group, double[] Marks)> Questions()
    {
        var promised = Enumerable.Range(0, takes.Count).Where(at => takes[at].Take.Kind != TakeKind.SecondCamera).ToList();
        return [.. promised.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(asked => (takes[asked].Take.Group, Marks(asked, promised)))];
    }

    /// <summary>Asks for what is like each scene as it is, and looks where its take of one kind stands among those of other scenes.</summary>
    /// <returns>The shares of first places and of the first five, and the mean of one by its place.</returns>
    public (int Asked, double First, double Five, double Reciprocal) OfKind(string kind)
    {
        var places = new List<int>();
        for (var asked = 0; asked < takes.Count; asked++)
        {
            var wanted = takes[asked].Take.Kind == TakeKind.Original ? Place(asked, kind) : null;
            if (wanted is { } place)
            {
                places.Add(place);
            }
        }

        return (places.Count, places.Average(place => place == 1 ? 1 : 0), places.Average(place => place <= 5 ? 1 : 0), places.Average(place => 1.0 / place));
    }

    /// <summary>Returns the mean of marks and the interval 95 of 100 draws of scenes lie in (B. Efron, 1979).</summary>
    public static string Interval(List<(string Group, double[] Marks)> questions, int mark)
    {
        var groups = questions.GroupBy(question => question.Group).Select(group => (Sum: group.Sum(question => question.Marks[mark]), Count: group.Count())).ToList();
        var random = new Random(1);
        var means = Enumerable.Range(0, Draws).Select(_ =>
        {
            var (sum, count) = (0.0, 0);
            for (var draw = 0; draw < groups.Count; draw++)
            {
                var group = groups[random.Next(groups.Count)];
                (sum, count) = (sum + group.Sum, count + group.Count);
            }

            return sum / count;
        }).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{questions.Average(question => question.Marks[mark]):0.000} ({means[Draws / 40]:0.00}-{means[^(Draws / 40)]:0.00})");
    }

    private double[] Marks(int asked, List<int> promised)
    {
        var ranked = promised.Where(other => other != asked).OrderByDescending(other => alike(asked, other)).ThenBy(other => other).Select(other => takes[other].Take.Group == takes[asked].Take.Group).ToList();
        var (found, sum, all) = (0, 0.0, ranked.Count(isAlike => isAlike));
        for (var place = 0; place < ranked.Count; place++)
        {
            found += ranked[place] ? 1 : 0;
            sum += ranked[place] ? (double)found / (place + 1) : 0;
        }

        return [At(1), At(5), At(10), sum / Math.Max(1, all)];

        double At(int places) => ranked.Take(places).Count(isAlike => isAlike) / (double)Math.Min(places, Math.Max(1, all));
    }

    private int? Place(int asked, string kind)
    {
        var group = takes[asked].Take.Group;
        for (var other = 0; other < takes.Count; other++)
        {
            if (takes[other].Take.Group == group && takes[other].Take.Kind == kind)
            {
                var wanted = alike(asked, other);
                return 1 + Enumerable.Range(0, takes.Count).Count(rival => takes[rival].Take.Group != group && takes[rival].Take.Kind != TakeKind.SecondCamera && alike(asked, rival) >= wanted);
            }
        }

        return null;
    }
}
