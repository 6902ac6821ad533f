using System.Runtime.InteropServices;
using VideoIndex.Objects;

namespace VideoIndex.Vision.Objects;

/// <summary>Of boxes of a class that cover each other, keeps the surest: greedy non-maximum suppression, each class for itself.</summary>
internal static class SameThing
{
    /// <summary>Takes away what is covered by something surer of its class, and puts the surest first.</summary>
    /// <param name="found">What was found, in any order.</param>
    /// <param name="overlap">How much of two boxes both may cover, over what either does, without being the same thing.</param>
    public static void Merge(List<Detection> found, float overlap)
    {
        var all = CollectionsMarshal.AsSpan(found);
        all.Sort(static (left, right) => left.Label != right.Label ? left.Label.CompareTo(right.Label) : Surer(left, right));
        var kept = 0;
        for (var (at, first) = (0, 0); at < all.Length; at++)
        {
            if (kept > 0 && all[kept - 1].Label != all[at].Label)
            {
                first = kept;
            }

            if (!Covered(all[first..kept], all[at], overlap))
            {
                all[kept++] = all[at];
            }
        }

        found.RemoveRange(kept, found.Count - kept);
        found.Sort(Surer);
    }

    /// <summary>Returns how much both boxes cover over how much either does, 0 to 1; 0 where a box is empty.</summary>
    public static float Overlap(in DetectionBox left, in DetectionBox right)
    {
        var width = Math.Min(left.Right, right.Right) - Math.Max(left.Left, right.Left);
        var height = Math.Min(left.Bottom, right.Bottom) - Math.Max(left.Top, right.Top);
        if (!(width > 0 && height > 0))
        {
            return 0;
        }

        var both = width * height;
        return both / (Area(left) + Area(right) - both);
    }

    private static bool Covered(ReadOnlySpan<Detection> surer, in Detection one, float overlap)
    {
        foreach (ref readonly var other in surer)
        {
            if (Overlap(other.Box, one.Box) > overlap)
            {
                return true;
            }
        }

        return false;
    }

    private static float Area(in DetectionBox box) => (box.Right - box.Left) * (box.Bottom - box.Top);

    // The same answer whatever the order was: of equals, the lower class, then the one further to the left, then further up.
    private static int Surer(Detection left, Detection right) =>
        left.Score != right.Score ? right.Score.CompareTo(left.Score)
        : left.Label != right.Label ? left.Label.CompareTo(right.Label)
        : left.Box.Left != right.Box.Left ? left.Box.Left.CompareTo(right.Box.Left)
        : left.Box.Top.CompareTo(right.Box.Top);
}
