namespace VideoIndex.Accuracy.Scoring;

/// <summary>How many cuts were found, wrongly found and missed.</summary>
internal readonly record struct Marking(int Right, int Wrong, int Missed)
{
    public double Precision => Right + Wrong == 0 ? 1 : (double)Right / (Right + Wrong);

    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);

    public double F1 => 2 * Right + Wrong + Missed == 0 ? 1 : 2.0 * Right / (2 * Right + Wrong + Missed);

    public static Marking operator +(Marking a, Marking b) => new(a.Right + b.Right, a.Wrong + b.Wrong, a.Missed + b.Missed);

    /// <summary>
    /// Matches one to one, nearest first, as TRECVID's shot boundary task did: a cut found twice is right once and
    /// wrong once.
    /// </summary>
    public static Marking Of(IReadOnlyList<int> truth, IReadOnlyList<int> found, int tolerance, List<int>? wrong = null, List<int>? missed = null)
    {
        var pairs =
            from cut in truth
            from guess in found
            where Math.Abs(cut - guess) <= tolerance
            orderby Math.Abs(cut - guess), cut, guess
            select (cut, guess);
        var (cuts, guesses) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (cut, guess) in pairs)
        {
            if (!cuts.Contains(cut) && !guesses.Contains(guess))
            {
                cuts.Add(cut);
                guesses.Add(guess);
            }
        }

        wrong?.AddRange(found.Where(guess => !guesses.Contains(guess)));
        missed?.AddRange(truth.Where(cut => !cuts.Contains(cut)));
        return new Marking(cuts.Count, found.Count - guesses.Count, truth.Count - cuts.Count);
    }

    /// <summary>Returns the middle 95 % of F1 when clips are drawn again with replacement, 2000 times.</summary>
    public static (double Low, double High) Interval(IReadOnlyList<Marking> clips)
    {
        var random = new Random(1);
        var scores = new double[2000];
        for (var i = 0; i < scores.Length; i++)
        {
            var sum = default(Marking);
            for (var draw = 0; draw < clips.Count; draw++)
            {
                sum += clips[random.Next(clips.Count)];
            }

            scores[i] = sum.F1;
        }

        Array.Sort(scores);
        return (scores[50], scores[1949]);
    }
}
