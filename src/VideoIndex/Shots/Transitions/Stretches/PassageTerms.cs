using VideoIndex.Looks;
using VideoIndex.Shots.Transitions.Stretches.Measures;

namespace VideoIndex.Shots.Transitions.Stretches;

/// <summary>The measures that speak for and against a gradual transition between two frames, each as a logarithm to base 2 in 1/256.</summary>
/// <param name="evidence">The frames, with sketches.</param>
/// <param name="cuts">The strength of each frame as a cut, in points times <see cref="CutStrength.Fine"/>.</param>
internal sealed class PassageTerms(FrameEvidence evidence, IReadOnlyList<int> cuts)
{
    /// <summary>How many there are.</summary>
    public const int Count = 46;

    private const int SureCut = 55 * CutStrength.Fine;

    private readonly FrameSketches _sketches = evidence.Sketches;
    private readonly SortedSketches _sorted = new(evidence.Sketches);
    private readonly Tallies _tallies = new(evidence, cuts);

    /// <summary>Returns the stretches worth measuring.</summary>
    public List<Passage> Candidates() => Passages.Find(_sketches, _sorted, _tallies);

    /// <summary>Writes the terms of the frames between two frames.</summary>
    public void Of(int from, int to, Span<int> terms)
    {
        var a = _sketches.Luma(from);
        var b = _sketches.Luma(to);
        var difference = Pictures.Difference(a, b);
        Ends(from, to, difference, terms);

        var ramp = Ramp.Of(_sketches, from, to);
        (terms[8], terms[9], terms[10]) = (Pictures.Log(ramp.Residue + 64), Pictures.Log(ramp.Unevenness + 16), Pictures.Log(ramp.Step + 32));
        terms[11] = Pictures.Ratio(ramp.Path, difference, 0);

        var front = Front.Of(_sketches, from, to);
        (terms[12], terms[13]) = (Pictures.Log(front.Cost + 128), Pictures.Log(front.Disorder + 1024));
        (terms[14], terms[15]) = (Pictures.Log(front.Spread + 512), Pictures.Log(front.Jump + 64));

        terms[16] = Pictures.Ratio(Shove.Of(_sketches, from, to), difference, 0);
        Scores(from, to, terms);
        terms[24] = Pictures.Ratio(Pictures.OffLight(a, b, _sorted.Light[from]), difference, 20);
        terms[25] = Pictures.Ratio(Pictures.OffLight(b, a, _sorted.Light[to]), difference, 20);
        terms[26] = Pictures.Ratio(ramp.Path / (to - from), Around(from, to), 36);
        terms[27] = Pictures.Changed(a, b) * 8;
        Moves(from, to, terms);
        Returns(from, to, difference, terms);
        Throws(from, to, terms);
    }

    private void Ends(int from, int to, int difference, Span<int> terms)
    {
        var a = _sketches.Luma(from);
        var b = _sketches.Luma(to);
        var (before, after) = (Outside(from, to, -1), Outside(from, to, 1));
        terms[0] = Pictures.Ratio(before, difference, 72);
        terms[1] = Pictures.Ratio(after, difference, 72);
        terms[2] = Pictures.Ratio(Math.Max(before, after), difference, 72);
        terms[3] = Pictures.Log(difference);
        terms[4] = Pictures.Log(Pictures.Unlikeness(a, b) + 1024);
        terms[5] = Pictures.Log(to - from) * 4;
        terms[6] = Pictures.Ratio(Pictures.LeastHalf(a, b), difference, 0);
        terms[7] = Concentration(a, b);
    }

    // How much the picture changes anyway: over half the length before, or after, but not across a cut.
    private int Outside(int from, int to, int side)
    {
        var (end, reach) = (side < 0 ? from : to, Math.Max(2, (to - from) / 2));
        var far = end;
        while (Math.Abs(far - end) < reach && far + side >= 0 && far + side < evidence.Count && cuts[side < 0 ? far : far + 1] < SureCut)
        {
            far += side;
        }

        var gone = Math.Abs(far - end);
        return gone == 0 ? 0 : Pictures.Difference(_sketches.Luma(far), _sketches.Luma(end)) * reach / gone;
    }

    // How much one frame differs from the one before, in the frames around.
    private int Around(int from, int to)
    {
        var (sum, count, reach) = (0, 0, Math.Max(4, (to - from) / 2));
        for (var near = Math.Max(1, from - reach + 1); near <= Math.Min(evidence.Count - 1, to + reach); near++)
        {
            if ((near <= from || near > to) && cuts[near] < SureCut)
            {
                (sum, count) = (sum + Pictures.Difference(_sketches.Luma(near), _sketches.Luma(near - 1)), count + 1);
            }
        }

        return sum / Math.Max(1, count);
    }

    // 0 when every part of the picture changes alike; a half for each halving of the part that changes.
    private static int Concentration(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        long sum = 0;
        for (var at = 0; at < a.Length; at++)
        {
            sum += Math.Abs(a[at] - b[at]);
        }

        return Pictures.Log(Math.Max(1, Ramp.Size(a, b) * a.Length)) - 2 * Pictures.Log(sum);
    }

    // A picture pushed out has gone its whole width or height; where two pictures are mixed, nothing is seen to move as a whole.
    private void Moves(int from, int to, Span<int> terms)
    {
        var (right, down) = (Math.Abs(_tallies.Sum(Tally.Right, from, to)), Math.Abs(_tallies.Sum(Tally.Down, from, to)));
        var fit = _tallies.Mean(Tally.Fit, from, to);
        terms[28] = Pictures.Ratio(fit, _tallies.Around(Tally.Fit, from, to), 16);
        terms[29] = Pictures.Log(fit + 8);
        terms[30] = Pictures.Log(Math.Abs(Math.Max(right, down) - FrameMotion.Whole) + 512);
        terms[31] = Pictures.Log(Math.Min(right, down) + 512);
        terms[32] = Pictures.Ratio(_tallies.Mean(Tally.Structure, from, to), _tallies.Around(Tally.Structure, from, to), 500);
        terms[33] = Pictures.Ratio(_tallies.Mean(Tally.Structure2, from, to), _tallies.Around(Tally.Structure2, from, to), 500);
    }

    // A camera thrown round goes faster within than before and after, and what lies between is like neither end, at rest as they may be.
    private void Throws(int from, int to, Span<int> terms)
    {
        var fastest = 0;
        for (var frame = from + 1; frame <= to; frame++)
        {
            fastest = Math.Max(fastest, Tallies.Speed(_sketches.Motion(frame)));
        }

        terms[42] = Pictures.Ratio(fastest, _tallies.Around(Tally.Speed, from, to), 128);
        terms[43] = Pictures.Ratio(_tallies.Mean(Tally.Speed, from, to), _tallies.Around(Tally.Speed, from, to), 128);

        // What the best of the three ways leaves unexplained: the residue is squared, in 1/65536 like the cost of a front.
        const int Whole = 16 << 8;
        terms[44] = Math.Min(Math.Min((terms[8] - Whole) / 2, terms[12] - Whole), terms[16]);
        terms[45] = Math.Min((terms[8] - Whole) / 2, terms[12] - Whole) - terms[16];
    }

    // Light that comes and goes, and a title: halfway it is still the old picture, and soon it is that again.
    private void Returns(int from, int to, int difference, Span<int> terms)
    {
        var a = _sketches.Luma(from);
        var b = _sketches.Luma(to);
        var middle = _sketches.Luma((from + to) / 2);
        terms[34] = Pictures.Log(Pictures.UnlikenessOfRest(a, b, middle) + 1024);
        terms[35] = Pictures.Log(Math.Min(Pictures.UnlikenessOfRest(a, middle, b), Pictures.UnlikenessOfRest(middle, b, a)) + 1024);
        terms[36] = Pictures.Ratio(Math.Min(difference, Nearest(a, to, 1)), difference, 72);
        terms[37] = Pictures.Ratio(Math.Min(difference, Nearest(b, from, -1)), difference, 72);
        var across = _sorted.Difference(from, to);
        var reach = Math.Max(2, (to - from) / 2);
        var (first, last) = (Math.Max(0, from - reach), Math.Min(evidence.Count - 1, to + reach));
        terms[38] = Pictures.Ratio(across, difference, 72);
        terms[39] = Pictures.Ratio(_sorted.Difference(first, from), across, 72);
        terms[40] = Pictures.Ratio(_sorted.Difference(to, last), across, 72);
        terms[41] = Pictures.Ratio(_sorted.Difference(first, last), across, 72);
    }

    // How near any picture within the same shot comes: what a cut brings back is another shot of the same.
    private int Nearest(ReadOnlySpan<byte> picture, int from, int side)
    {
        const int Reach = 120, Step = 3;
        var (nearest, last) = (int.MaxValue, side > 0 ? _tallies.LastOfShot(from) : _tallies.FirstOfShot(from));
        for (var near = from + side * Step; Math.Abs(near - from) <= Reach && (last - near) * side >= 0; near += side * Step)
        {
            nearest = Math.Min(nearest, Pictures.Difference(picture, _sketches.Luma(near)));
        }

        return nearest;
    }

    // Coders make every other frame sharper: three frames are asked, not one.
    private static int Of(FrameScore score, int kind) => kind == 0 ? score.Deviation : kind == 1 ? score.Texture : score.Sharpness;

    private int Typical(int frame, int kind)
    {
        var scores = evidence.Scores;
        var (before, after) = (Math.Max(0, frame - 1), Math.Min(scores.Count - 1, frame + 1));
        return Of(scores[before], kind) + Of(scores[frame], kind) + Of(scores[after], kind);
    }

    private void Scores(int from, int to, Span<int> terms)
    {
        var scores = evidence.Scores;
        var middle = (from + to) / 2;
        for (var kind = 0; kind < 3; kind++)
        {
            terms[17 + kind] = Pictures.Ratio(2 * Typical(middle, kind), Typical(Math.Max(0, from - 1), kind) + Typical(Math.Min(scores.Count - 1, to + 1), kind), 24);
        }

        var strongest = 0;
        for (var frame = from + 1; frame <= to; frame++)
        {
            strongest = Math.Max(strongest, cuts[frame]);
        }

        var reach = Math.Max(4, (to - from) / 2);
        var (first, last) = (Math.Max(0, from - reach + 1), Math.Min(scores.Count - 1, to + reach));
        var inside = _tallies.Mean(Tally.Structure4, from, to);
        var outside = (_tallies.Sum(Tally.Structure4, first - 1, last) - _tallies.Sum(Tally.Structure4, from, to)) / Math.Max(1, last - first + 1 - (to - from));
        terms[20] = Math.Clamp(strongest / 16, 0, 1600);
        terms[21] = Pictures.Log(inside + 500);
        terms[22] = Pictures.Log(outside + 500);
        terms[23] = Pictures.Ratio(scores[middle].Mean, (scores[from].Mean + scores[to].Mean) / 2, 8);
    }
}
