using VideoIndex.Looks;
using VideoIndex.Shots.Transitions.Stretches.Measures;

namespace VideoIndex.Shots.Transitions.Stretches;

/// <summary>Says to the frame where a stretch begins and ends, by the share of the new picture in every frame: nothing, a straight rise, all.</summary>
/// <param name="sketches">The sketch of each frame.</param>
/// <param name="cuts">The strength of each frame as a cut, in points times <see cref="CutStrength.Fine"/>.</param>
internal sealed class Ends(FrameSketches sketches, IReadOnlyList<int> cuts)
{
    private const int SureCut = 55 * CutStrength.Fine;

    /// <summary>Returns the stretch with its ends moved to where they fit best.</summary>
    public Passage Of(Passage passage)
    {
        var reach = 2 + (passage.To - passage.From) / 4;
        var from = passage.Way == Way.Up ? passage.From : Outward(passage.From, -1, reach);
        var to = passage.Way == Way.Away ? passage.To : Outward(passage.To, 1, reach);
        var a = sketches.Luma(from);
        var b = sketches.Luma(to);
        var size = Math.Max(1, Ramp.Size(a, b));
        var shares = new double[to - from + 1];
        for (var frame = from; frame <= to; frame++)
        {
            shares[frame - from] = Ramp.Explain(sketches.Luma(frame), a, b, size).Share;
        }

        var (best, least) = (passage, double.MaxValue);
        for (var first = from; first <= Math.Min(passage.From + reach, passage.To - 3); first++)
        {
            for (var last = Math.Max(passage.To - reach, first + 3); last <= to; last++)
            {
                var off = Off(shares, first - from, last - from);
                (best, least) = off < least ? (passage with { From = first, To = last }, off) : (best, least);
            }
        }

        return best;
    }

    private int Outward(int end, int side, int reach)
    {
        var far = end;
        while (Math.Abs(far - end) < reach && far + side >= 0 && far + side < sketches.Count && cuts[side < 0 ? far : far + 1] < SureCut)
        {
            far += side;
        }

        return far;
    }

    // A frame in transition shows the share that is right at its own middle.
    private static double Off(double[] shares, int first, int last)
    {
        var off = 0.0;
        for (var at = 0; at < shares.Length; at++)
        {
            var even = at <= first ? 0 : at >= last ? 1 : (at - first - 0.5) / (last - first - 1);
            off += (shares[at] - even) * (shares[at] - even);
        }

        return off;
    }
}
