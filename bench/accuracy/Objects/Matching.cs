using VideoIndex.Objects;
using VideoIndex.Vision.Objects;

namespace VideoIndex.Accuracy.Objects;

/// <summary>Says of everything found of one class whether it is right, as COCO or as VOC does.</summary>
/// <param name="Overlap">How much of both boxes both must cover at least.</param>
/// <param name="Least">The least area that counts, in pixels.</param>
/// <param name="Most">The area that counts no more.</param>
/// <param name="AsVoc">
/// VOC: a find belongs to the thing it covers best, and is wrong when that was found before. COCO: it belongs to the best of those not yet found.
/// </param>
internal sealed record Matching(double Overlap, double Least = 0, double Most = double.PositiveInfinity, bool AsVoc = false)
{
    // COCO looks at the surest hundred of a picture.
    private const int MostFound = 100;

    /// <summary>Judges what was found of a class in a picture, the surest first; what counts for nothing is left out.</summary>
    public IEnumerable<(float Score, bool Right)> Judge(JudgedPicture picture, string label)
    {
        var truth = picture.Truth.Where(one => one.Label == label).Select(one => (Box: one, Ignored: IsIgnored(one))).OrderBy(one => one.Ignored).ToList();
        var taken = new bool[truth.Count];
        var surest = picture.Found.OrderByDescending(one => one.Score).Take(AsVoc ? int.MaxValue : MostFound).Where(one => one.Label == label);
        foreach (var one in surest)
        {
            var best = Best(one, truth, taken);
            var area = (double)(one.Box.Right - one.Box.Left) * (one.Box.Bottom - one.Box.Top);
            if (best < 0 ? area >= Least && area < Most : !truth[best].Ignored)
            {
                yield return (one.Score, best >= 0 && !taken[best]);
            }

            if (best >= 0)
            {
                taken[best] = true;
            }
        }
    }

    /// <summary>Returns how many things of a class there are to be found in a picture.</summary>
    public int Things(JudgedPicture picture, string label) => picture.Truth.Count(one => one.Label == label && !IsIgnored(one));

    private bool IsIgnored(TruthBox one) => one.Ignored || one.Area < Least || one.Area >= Most;

    // A thing that counts is taken before one that does not, however much of that is covered.
    private int Best(FoundBox one, List<(TruthBox Box, bool Ignored)> truth, bool[] taken)
    {
        var (best, most) = (-1, Overlap);
        for (var at = 0; at < truth.Count; at++)
        {
            if (!AsVoc && ((best >= 0 && !truth[best].Ignored && truth[at].Ignored) || (taken[at] && !truth[at].Box.Crowd)))
            {
                continue;
            }

            var covered = truth[at].Box.Crowd ? Within(one.Box, truth[at].Box.Box) : SameThing.Overlap(one.Box, truth[at].Box.Box);
            if (covered >= most - 1e-9)
            {
                (best, most) = (at, covered);
            }
        }

        return best;
    }

    private static double Within(DetectionBox one, DetectionBox crowd)
    {
        var width = Math.Min(one.Right, crowd.Right) - Math.Max(one.Left, crowd.Left);
        var height = Math.Min(one.Bottom, crowd.Bottom) - Math.Max(one.Top, crowd.Top);
        return width > 0 && height > 0 ? (double)width * height / ((one.Right - one.Left) * (double)(one.Bottom - one.Top)) : 0;
    }
}
