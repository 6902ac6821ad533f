namespace VideoIndex.Shots.Transitions.Stretches;

/// <summary>Weighs terms twice: first into a few sums, of which what is below zero counts for nothing, and then those into points.</summary>
/// <remarks>
/// A logistic regression can only say that a measure speaks for or against; between two layers it may do so if another does. This is
/// the smallest network there is. Its weights are whole numbers, so that the answer is the same on every machine.
/// </remarks>
/// <param name="sums">For each sum its constant in 1/256, then the weight of each term in 1/1024.</param>
/// <param name="points">The constant and then the weight of each sum, in points of the threshold times <see cref="CutStrength.Fine"/>.</param>
internal sealed class Judge(int[][] sums, int[] points)
{
    /// <summary>Returns the points that terms have, <see cref="CutStrength.Fine"/> times as fine as the threshold; 50 points where it is as likely as not.</summary>
    public int FineOf(ReadOnlySpan<int> terms)
    {
        long answer = 0;
        for (var at = 0; at < sums.Length; at++)
        {
            var weights = sums[at];
            var sum = (long)weights[0] << 10;
            for (var term = 0; term < terms.Length; term++)
            {
                sum += (long)weights[term + 1] * terms[term];
            }

            answer += points[at + 1] * Math.Max(0, sum >> 10);
        }

        // Nothing is certain: who asks for all 100 points is told of no change at all.
        return (int)Math.Clamp((50 * CutStrength.Fine) + points[0] + (answer >> 8), 0, (100 * CutStrength.Fine) - 1);
    }
}
