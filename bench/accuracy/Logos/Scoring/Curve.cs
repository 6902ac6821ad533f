namespace VideoIndex.Accuracy.Logos.Scoring;

/// <summary>Precision and recall at each threshold, the highest first. Marks may count several times or not at all: that is how they are drawn again for intervals.</summary>
internal sealed class Curve
{
    private readonly List<(double Threshold, double Precision, double Recall)> _points = [];

    public Curve(FrameResult result, Func<string, double>? weights = null)
    {
        weights ??= _ => 1;
        Targets = result.Targets.Sum(target => weights(target.Logo));
        var (right, all) = (0.0, 0.0);
        var sorted = result.Verdicts.OrderByDescending(verdict => verdict.Score).ToList();
        for (var at = 0; at < sorted.Count; at++)
        {
            var weight = weights(sorted[at].Logo);
            (right, all) = (right + (sorted[at].Target is null ? 0 : weight), all + weight);
            if (all > 0 && (at + 1 == sorted.Count || sorted[at + 1].Score < sorted[at].Score))
            {
                _points.Add((sorted[at].Score, right / all, Targets > 0 ? right / Targets : 0));
            }
        }
    }

    public double Targets { get; }

    /// <summary>Gets the area below the curve, each recall with the best precision at it or beyond (PASCAL VOC, 2010).</summary>
    public double AveragePrecision
    {
        get
        {
            var (sum, best, beyond) = (0.0, 0.0, 0.0);
            for (var at = _points.Count - 1; at >= 0; at--)
            {
                if (at + 1 < _points.Count)
                {
                    sum += (beyond - _points[at].Recall) * best;
                }

                (best, beyond) = (Math.Max(best, _points[at].Precision), _points[at].Recall);
            }

            return sum + (beyond * best);
        }
    }

    /// <summary>Returns the lowest threshold with at least this precision, and the recall at it; no threshold and 0 if there is none.</summary>
    public (double Threshold, double Recall) AtPrecision(double precision)
    {
        var last = _points.FindLastIndex(point => point.Precision >= precision);
        return last < 0 ? (double.PositiveInfinity, 0) : (_points[last].Threshold, _points[last].Recall);
    }

    /// <summary>Returns precision and recall of what reaches a threshold; precision is 1 when nothing does.</summary>
    public (double Precision, double Recall) At(double threshold)
    {
        var last = _points.FindLastIndex(point => point.Threshold >= threshold);
        return last < 0 ? (1, 0) : (_points[last].Precision, _points[last].Recall);
    }

    /// <summary>Returns the threshold with the best F1.</summary>
    public double Best() => _points.Count == 0 ? double.PositiveInfinity : _points.MaxBy(point => Harmonic(point.Precision, point.Recall)).Threshold;

    public static double Harmonic(double precision, double recall) => precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}
