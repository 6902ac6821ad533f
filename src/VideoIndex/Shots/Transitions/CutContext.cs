using VideoIndex.Looks;
using VideoIndex.Shots.Transitions.Stretches.Measures;

namespace VideoIndex.Shots.Transitions;

/// <summary>The measures that tell a cut from what is soon over, in the sketches of the seconds around it.</summary>
/// <remarks>
/// <see cref="CutStrength"/> sees four frames either side of a frame: an explosion, a strobe or someone who passes close by lasts
/// longer, and then the old picture is back. It is back after a cut to and fro too, but there what lies between stands still.
/// </remarks>
/// <param name="sketches">The sketch of each frame.</param>
internal sealed class CutContext(FrameSketches sketches)
{
    /// <summary>How many terms there are.</summary>
    public const int Count = 16;

    private const int Reach = 40, Near = 12;

    /// <summary>Writes the terms of a frame that may be a cut, given its strength in points times <see cref="CutStrength.Fine"/>.</summary>
    public void Of(int cut, int strength, Span<int> terms)
    {
        var old = sketches.Luma(cut - 1);
        var young = sketches.Luma(cut);
        var difference = Pictures.Difference(old, young);
        var (backAfter, likeAfter) = Nearest(old, cut + 2, Math.Min(sketches.Count, cut + Reach));
        var (backBefore, likeBefore) = Nearest(young, Math.Max(0, cut - Reach), cut - 2);
        terms[0] = strength / 16;
        terms[1] = Pictures.Log(difference + 72);
        terms[2] = Pictures.Ratio(Math.Min(difference, backAfter), difference, 72);
        terms[3] = Pictures.Ratio(Math.Min(difference, backBefore), difference, 72);
        terms[4] = Pictures.Log(Pictures.Unlikeness(old, young) + 1024);
        terms[5] = Pictures.Log(Math.Min(70_000, likeAfter) + 1024);
        terms[6] = Pictures.Log(Math.Min(70_000, likeBefore) + 1024);
        terms[7] = Pictures.Ratio(Typical(cut + 1, cut + 1 + Near), difference, 72);
        terms[8] = Pictures.Ratio(Typical(cut - Near, cut), difference, 72);
        terms[9] = Pictures.Ratio(
            Pictures.Difference(sketches.Luma(Math.Max(0, cut - Near)), sketches.Luma(Math.Min(sketches.Count - 1, cut + Near))), difference, 72);
        terms[10] = Pictures.Ratio(Math.Max(Largest(cut + 2, cut + Near), Largest(cut - Near, cut - 1)), difference, 72);
        terms[11] = Pictures.Ratio(Pictures.LeastHalf(old, young), difference, 72);
        terms[12] = Pictures.Ratio(Math.Min(Largest(cut + 2, cut + Near), Largest(cut - Near, cut - 1)), difference, 72);
        terms[13] = Pictures.Ratio(Lighting.Against(old, young), difference, 72);
        terms[14] = Pictures.Log(Lighting.Disorder(old, young) + 1024);
        terms[15] = Pictures.Log(Turns(cut, difference) + 1);
    }

    private (int Difference, int Unlikeness) Nearest(ReadOnlySpan<byte> picture, int from, int to)
    {
        var (difference, unlikeness) = (int.MaxValue / 128, int.MaxValue / 128);
        for (var frame = from; frame < to; frame++)
        {
            difference = Math.Min(difference, Pictures.Difference(picture, sketches.Luma(frame)));
            unlikeness = Math.Min(unlikeness, Pictures.Unlikeness(picture, sketches.Luma(frame)));
        }

        return (difference, unlikeness);
    }

    // How often it goes to and fro between the two pictures. A frame is one of them if it is three times as near as the other is.
    private int Turns(int cut, int difference)
    {
        var (turns, isYoung) = (0, false);
        for (var frame = Math.Max(0, cut - Reach); frame < Math.Min(sketches.Count, cut + Reach); frame++)
        {
            var isOther = Pictures.Difference(sketches.Luma(frame), sketches.Luma(isYoung ? cut - 1 : cut)) * 3 < difference;
            (turns, isYoung) = isOther ? (turns + 1, !isYoung) : (turns, isYoung);
        }

        return turns;
    }

    // The median of how much one frame differs from the one before.
    private int Typical(int from, int to)
    {
        (from, to) = (Math.Max(1, from), Math.Min(sketches.Count, to));
        if (from >= to)
        {
            return 0;
        }

        Span<int> steps = stackalloc int[to - from];
        for (var frame = from; frame < to; frame++)
        {
            steps[frame - from] = Pictures.Difference(sketches.Luma(frame - 1), sketches.Luma(frame));
        }

        steps.Sort();
        return steps[steps.Length / 2];
    }

    private int Largest(int from, int to)
    {
        var largest = 0;
        for (var frame = Math.Max(1, from); frame < Math.Min(sketches.Count, to); frame++)
        {
            largest = Math.Max(largest, Pictures.Difference(sketches.Luma(frame - 1), sketches.Luma(frame)));
        }

        return largest;
    }
}
