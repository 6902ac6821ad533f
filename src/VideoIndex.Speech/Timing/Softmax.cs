using System.Numerics;

namespace VideoIndex.Speech.Timing;

/// <summary>Turns scores into shares that add up to 1.</summary>
internal static class Softmax
{
    /// <summary>Replaces scores by their shares.</summary>
    public static void Of(Span<float> scores)
    {
        var highest = Highest(scores);
        var sums = Vector<float>.Zero;
        var top = new Vector<float>(highest);
        var i = 0;
        for (; i + Vector<float>.Count <= scores.Length; i += Vector<float>.Count)
        {
            var raised = Vector.Exp(new Vector<float>(scores[i..]) - top);
            sums += raised;
            raised.CopyTo(scores[i..]);
        }

        var sum = Vector.Sum(sums);
        for (; i < scores.Length; i++)
        {
            sum += scores[i] = MathF.Exp(scores[i] - highest);
        }

        for (i = 0; i < scores.Length; i++)
        {
            scores[i] /= sum;
        }
    }

    /// <summary>Computes the share of one score, leaving the scores as they are.</summary>
    /// <returns>The share, from 0 to 1; 0 where no score is a number.</returns>
    public static double Share(ReadOnlySpan<float> scores, int which)
    {
        var highest = Highest(scores);
        var top = new Vector<float>(highest);
        var sums = Vector<float>.Zero;
        var i = 0;
        for (; i + Vector<float>.Count <= scores.Length; i += Vector<float>.Count)
        {
            sums += Vector.Exp(new Vector<float>(scores[i..]) - top);
        }

        double sum = Vector.Sum(sums);
        for (; i < scores.Length; i++)
        {
            sum += MathF.Exp(scores[i] - highest);
        }

        return sum > 0 ? Math.Exp(scores[which] - highest) / sum : 0;
    }

    private static float Highest(ReadOnlySpan<float> scores)
    {
        var lanes = new Vector<float>(float.NegativeInfinity);
        var i = 0;
        for (; i + Vector<float>.Count <= scores.Length; i += Vector<float>.Count)
        {
            lanes = Vector.Max(lanes, new Vector<float>(scores[i..]));
        }

        var highest = float.NegativeInfinity;
        for (var lane = 0; lane < Vector<float>.Count; lane++)
        {
            highest = MathF.Max(highest, lanes[lane]);
        }

        for (; i < scores.Length; i++)
        {
            highest = MathF.Max(highest, scores[i]);
        }

        return highest;
    }
}
