namespace VideoIndex.Accuracy.Objects;

/// <summary>How precise what is found is, the further down one goes in the scores: of one class, over all pictures.</summary>
internal sealed class PrecisionCurve
{
    private readonly (float Score, bool Right, int Picture)[] _judged;
    private readonly int[] _things;

    public PrecisionCurve(IReadOnlyList<JudgedPicture> pictures, string label, Matching matching)
    {
        _things = [.. pictures.Select(picture => matching.Things(picture, label))];
        _judged =
        [
            .. pictures.SelectMany((picture, at) => matching.Judge(picture, label).Select(one => (one.Score, one.Right, Picture: at)))
                .OrderByDescending(one => one.Score),
        ];
    }

    /// <summary>Gets how many things there are.</summary>
    public int Things => _things.Sum();

    /// <summary>Returns precision and recall of all that is at least as sure as a score.</summary>
    public (double Precision, double Recall) At(float score)
    {
        var told = _judged.TakeWhile(one => one.Score >= score).ToList();
        var right = told.Count(one => one.Right);
        return (told.Count == 0 ? 1 : (double)right / told.Count, Things == 0 ? 0 : (double)right / Things);
    }

    /// <summary>Returns the average precision; NaN where there is nothing to be found.</summary>
    /// <param name="points">101 as COCO has it, 11 as VOC had it until 2009, 0 for the whole area under the curve, as VOC has it since.</param>
    /// <param name="times">How often each picture counts; null for once.</param>
    public double Average(int points, int[]? times = null)
    {
        var things = _things.Select((count, at) => count * (times?[at] ?? 1)).Sum();
        if (things == 0)
        {
            return double.NaN;
        }

        var (recall, precision) = Curve(things, times);
        return points == 0 ? Area(recall, precision)
            : Enumerable.Range(0, points).Average(point => After(recall, precision, (double)point / (points - 1)));
    }

    private (List<double> Recall, List<double> Precision) Curve(int things, int[]? times)
    {
        var (recall, precision, right, wrong) = (new List<double>(), new List<double>(), 0, 0);
        foreach (var one in _judged)
        {
            var count = times?[one.Picture] ?? 1;
            (right, wrong) = one.Right ? (right + count, wrong) : (right, wrong + count);
            if (count > 0)
            {
                recall.Add((double)right / things);
                precision.Add((double)right / (right + wrong));
            }
        }

        for (var at = precision.Count - 2; at >= 0; at--)
        {
            precision[at] = Math.Max(precision[at], precision[at + 1]);
        }

        return (recall, precision);
    }

    // The best precision at this recall or more; 0 where it is never reached.
    private static double After(List<double> recall, List<double> precision, double least)
    {
        var at = recall.BinarySearch(least - 1e-12);
        at = at < 0 ? ~at : at;
        while (at > 0 && recall[at - 1] >= least - 1e-12)
        {
            at--;
        }

        return at < precision.Count ? precision[at] : 0;
    }

    private static double Area(List<double> recall, List<double> precision)
    {
        var (area, before) = (0.0, 0.0);
        for (var at = 0; at < recall.Count; at++)
        {
            area += (recall[at] - before) * precision[at];
            before = recall[at];
        }

        return area;
    }
}
