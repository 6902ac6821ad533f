using System.Numerics;

namespace VideoIndex.Shots;

/// <summary>Says how sure it is that a frame begins a new shot, from the scores of the frames around it.</summary>
/// <remarks>
/// A cut separates all that was before from all that comes after. So a change counts for no more than the best likeness
/// between any frame up to three after it and any before it, at most four frames apart: after a flash of up to three
/// frames the old picture is back, after a cut it is not. And a change counts only against how much the frames change
/// anyway on either side, so a pan, a dissolve, grain or a handheld camera raises the bar where it is.
/// <para>
/// The evidence is weighed as logarithms, because what matters is how many times larger a change is than its
/// neighbours; the weights, in points for each doubling times 16 / 256, are those of a logistic regression on generated
/// footage (bench/accuracy, part "tune").
/// Whole numbers throughout: the answer is the same on every machine.
/// </para>
/// </remarks>
public static class CutStrength
{
    /// <summary>How many frames before and after a frame have a say in its strength.</summary>
    public const int Reach = 8;

    /// <summary>The factor by which a strength is finer than the points of <see cref="CutOptions.Threshold"/>.</summary>
    internal const int Fine = 256;

    // A cut in quick montage comes every four frames: of eight neighbours two may be cuts and must not count as activity.
    private const int CutsAmongNeighbours = 2;

    private const int Longest = 4;

    /// <summary>Returns the strength, in points of <see cref="CutOptions.Threshold"/>, from 0 to 100.</summary>
    /// <param name="scores">The scores of frames in order, in which at least <see cref="Reach"/> either side of the frame are present unless the video begins or ends there.</param>
    /// <param name="frame">The frame, as a place in <paramref name="scores"/>.</param>
    public static int Of(IReadOnlyList<FrameScore> scores, int frame) => Math.Clamp(FineOf(scores, frame) / Fine, 0, 100);

    internal static int FineOf(IReadOnlyList<FrameScore> scores, int frame)
    {
        if (frame == 0)
        {
            return 0;
        }

        var parting = Parting(scores, frame);
        var score = scores[frame];
        var (busier, _) = Activity(scores, frame, near => near.Structure);
        var (busierTones, calmerTones) = Activity(scores, frame, near => near.Histogram);

        // What is large by one measure only is no cut: light changes the tones alone, a caption only its part of the picture.
        var together = Math.Min(Math.Min(2 * parting.Histogram, 2 * parting.Structure), score.Everywhere * 257);
        var sum = (44 * Log(parting.Structure + 1000)) - (71 * Log(busier + 1600))
            + (150 * Log(parting.Histogram + 3000)) - (109 * Log(busierTones + 3000)) - (79 * Log(calmerTones + 3000))
            - (101 * Log(TonesAround(scores, frame) + 3000))
            + (85 * Log(score.Spread + 16)) + (86 * Log(together + 2000));
        return (50 * Fine) + 558 + (sum / 16);
    }

    // The next to largest of the three frames on either side: the largest may be the other half of a blended cut.
    private static int TonesAround(IReadOnlyList<FrameScore> scores, int frame)
    {
        var (most, next, neighbours) = (0, 0, 0);
        for (var near = Math.Max(1, frame - 3); near <= Math.Min(scores.Count - 1, frame + 3); near++)
        {
            if (near != frame)
            {
                var tones = (int)scores[near].Histogram;
                (most, next) = tones > most ? (tones, most) : (most, Math.Max(next, tones));
                neighbours++;
            }
        }

        return neighbours > 1 ? next : most;
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

    /// <summary>Returns how large a measure is anyway, cuts left out, on the busier and on the calmer side.</summary>
    private static (int Busier, int Calmer) Activity(IReadOnlyList<FrameScore> scores, int frame, Func<FrameScore, int> measure)
    {
        var before = Typical(scores, Math.Max(1, frame - Reach), frame, measure);
        var after = Typical(scores, frame + 1, Math.Min(scores.Count, frame + 1 + Reach), measure);
        return (Math.Max(before ?? 0, after ?? 0), Math.Min(before ?? after ?? 0, after ?? before ?? 0));
    }

    private static int? Typical(IReadOnlyList<FrameScore> scores, int from, int to, Func<FrameScore, int> measure)
    {
        if (from >= to)
        {
            return null;
        }

        Span<int> measures = stackalloc int[to - from];
        for (var near = from; near < to; near++)
        {
            measures[near - from] = measure(scores[near]);
        }

        measures.Sort();
        return measures[Math.Max(0, measures.Length - 1 - CutsAmongNeighbours)];
    }

    /// <summary>Returns the logarithm to base 2 in 1/256, straight between powers of two: no two machines differ in it.</summary>
    private static int Log(int value)
    {
        var power = BitOperations.Log2((uint)value);
        return (power << 8) + (int)(((long)value << 8 >> power) - 256);
    }
}
