using System.Numerics;

namespace VideoIndex.Shots;

/// <summary>The measures that speak for and against a cut at a frame, each as the logarithm to base 2 in 1/256.</summary>
/// <remarks>Logarithms, because what matters is how many times larger a change is than what is around it. To each measure something is added first, about what grain and coding leave in it, below which it says nothing.</remarks>
internal static class CutTerms
{
    /// <summary>How many there are.</summary>
    public const int Count = 10;

    // A cut in quick montage comes every four frames: of eight neighbours two may be cuts and must not count as activity.
    private const int CutsAmongNeighbours = 2;

    private const int Longest = 4;

    /// <summary>Writes the terms of a frame that is not the first.</summary>
    public static void Of(IReadOnlyList<FrameScore> scores, int frame, Span<int> terms)
    {
        var (score, parting) = (scores[frame], Parting(scores, frame));

        // For a cut. What is large by one measure only is none: light changes the tones alone, a caption only its part of the picture.
        terms[0] = Log(Math.Min(Math.Min(2 * parting.Histogram, 2 * parting.Structure), score.Everywhere * 257) + 2000);
        terms[1] = Log(Lasting(score.Local, parting.Histogram, score.Histogram) + 3000);
        terms[2] = Lasting(score.Spread, parting.Structure, score.Structure);
        terms[3] = Math.Max(0, Log(parting.Structure + 1000) - (14 << 8)); // only once nearly half of the detail is new
        terms[4] = Log(Math.Min(score.Texture, scores[frame - 1].Texture) + 8); // without detail, noise looks like change

        // Against: light come or gone, and how much the picture changes anyway, on its busier side and on its calmer one.
        terms[5] = Log(Math.Abs(score.Mean - scores[frame - 1].Mean) + 4);
        terms[6] = Log(Sides(TypicalTones(scores, Math.Max(1, frame - CutStrength.Reach), frame),
            TypicalTones(scores, frame + 1, Math.Min(scores.Count, frame + 1 + CutStrength.Reach))).Busier + 3000);
        terms[7] = Log(Within(scores, frame, 2).Calmer + 3000);
        terms[8] = Log(Within(scores, frame, 3).Busier + 3000);
        terms[9] = Log(Sides(Largest(scores, Math.Max(1, frame - 3), frame), Largest(scores, frame + 1, Math.Min(scores.Count, frame + 4))).Calmer + 300);
    }

    /// <summary>Returns the least change between a frame before the cut and one from the cut on, at most four apart, each measure for itself.</summary>
    private static FrameChange Parting(IReadOnlyList<FrameScore> scores, int frame)
    {
        var least = scores[frame].Back(1);
        for (var after = frame; after < Math.Min(scores.Count, frame + Longest); after++)
        {
            for (var apart = after - frame + 1; apart <= Math.Min(Longest, after); apart++)
            {
                var change = scores[after].Back(apart);
                least = new FrameChange(
                    Math.Min(least.Difference, change.Difference),
                    Math.Min(least.Histogram, change.Histogram),
                    Math.Min(least.Structure, change.Structure));
            }
        }

        return least;
    }

    /// <summary>Returns how the tones change over a few frames that end before the cut, and that begin with it; over one where there are no more.</summary>
    private static (int Busier, int Calmer) Within(IReadOnlyList<FrameScore> scores, int frame, int apart)
    {
        int? before = frame == 1 ? null : scores[frame - 1].Back(frame - 1 >= apart ? apart : 1).Histogram;
        int? after = frame + apart < scores.Count ? scores[frame + apart].Back(apart).Histogram
            : frame + 1 < scores.Count ? scores[frame + 1].Histogram : null;
        return Sides(before, after);
    }

    // What is known of one step only counts in full if half of that step lasts: after a flash nothing does.
    private static int Lasting(int change, int parting, int step) =>
        2 * parting >= step ? change : (int)((long)change * 2 * parting / step);

    private static (int Busier, int Calmer) Sides(int? before, int? after) =>
        (Math.Max(before ?? 0, after ?? 0), Math.Min(before ?? after ?? 0, after ?? before ?? 0));

    private static int? Largest(IReadOnlyList<FrameScore> scores, int from, int to)
    {
        int? largest = null;
        for (var near = from; near < to; near++)
        {
            largest = Math.Max(largest ?? 0, scores[near].Difference);
        }

        return largest;
    }

    private static int? TypicalTones(IReadOnlyList<FrameScore> scores, int from, int to)
    {
        if (from >= to)
        {
            return null;
        }

        Span<int> tones = stackalloc int[to - from];
        for (var near = from; near < to; near++)
        {
            tones[near - from] = scores[near].Histogram;
        }

        tones.Sort();
        return tones[Math.Max(0, tones.Length - 1 - CutsAmongNeighbours)];
    }

    // Straight between powers of two: no two machines differ in it.
    private static int Log(int value)
    {
        var power = BitOperations.Log2((uint)value);
        return (power << 8) + (int)(((long)value << 8 >> power) - 256);
    }
}
