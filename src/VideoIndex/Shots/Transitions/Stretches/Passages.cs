using VideoIndex.Looks;
using VideoIndex.Shots.Transitions.Stretches.Measures;

namespace VideoIndex.Shots.Transitions.Stretches;

/// <summary>Finds where a gradual transition may be, by cheap tests of stretches of every length around every frame.</summary>
/// <remarks>Of stretches of one length that differ by a frame or few only the one that fits best is kept.</remarks>
internal static class Passages
{
    // What must separate two pictures, summed over the sketch: two and a half gray levels everywhere.
    private const int LeastDifference = FrameSketches.Means * 10 / 4;

    private const int NoFit = int.MaxValue;

    // A stretch is found by the nearest length: the next is a quarter to a third longer.
    private static ReadOnlySpan<int> Halves => [3, 4, 5, 7, 9, 12, 16, 21, 27, 35, 45, 58];

    private static ReadOnlySpan<int> Lengths => [3, 4, 5, 7, 9, 12, 16, 21, 27, 35, 45, 58, 75, 97, 120];

    /// <summary>Returns every stretch that looks like a transition, or like half of one, from afar.</summary>
    public static List<Passage> Find(FrameSketches sketches, SortedSketches sorted, Tallies tallies)
    {
        var found = new List<Passage>();
        foreach (var half in Halves)
        {
            var step = Math.Max(1, half / 6);
            Keep(sketches, Way.Dissolve, half, half, step, found, DissolveFit);
            Keep(sketches, Way.Wipe, half, half, step, found, WipeFit);
            Keep(sketches, Way.Push, half, half, step, found, PushFit);
            Keep(sketches, Way.Push, half, half, step, found, (at, from, to) => TravelFit(at, tallies, from, to));
            Keep(sketches, Way.Dissolve, half, half, step, found, (at, from, to) => StirFit(at, tallies, from, to));
        }

        foreach (var half in (ReadOnlySpan<int>)[3, 4])
        {
            Keep(sketches, Way.Push, half, half + 1, 1, found, PushFit);
        }

        var light = sorted.Light;
        foreach (var length in Lengths)
        {
            var step = Math.Max(1, length / 10);
            Keep(sketches, Way.Away, length, 0, step, found, (at, from, to) => FadeFit(at, to, from, light[to]));
            Keep(sketches, Way.Up, 0, length, step, found, (at, from, to) => FadeFit(at, from, to, light[from]));
        }

        return found;
    }

    // A title that fades in, or someone who walks out, leaves most of the picture as it is.
    private static bool AreOthers(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int difference) =>
        difference >= LeastDifference && Pictures.Changed(a, b) * 5 >= FrameSketches.Means * 2;

    // How badly a stretch fits, in 1/1024; NoFit where it does not at all.
    private delegate int Fit(FrameSketches sketches, int from, int to);

    private static void Keep(FrameSketches sketches, Way way, int before, int after, int step, List<Passage> found, Fit fit)
    {
        var (earlier, last) = (NoFit, NoFit);
        for (var middle = before; middle + after < sketches.Count + step; middle += step)
        {
            var here = middle + after < sketches.Count ? fit(sketches, middle - before, middle + after) : NoFit;
            if (last != NoFit && last < earlier && last <= here)
            {
                found.Add(new Passage(way, middle - step - before, middle - step + after));
            }

            (earlier, last) = (last, here);
        }
    }

    private static int DissolveFit(FrameSketches sketches, int from, int to)
    {
        var a = sketches.Luma(from);
        var b = sketches.Luma(to);
        var difference = Pictures.Difference(a, b);
        return !AreOthers(a, b, difference) ? NoFit
            : Within(Pictures.OffMiddle(sketches.Luma((from + to) / 2), a, b), difference, 700);
    }

    private static int WipeFit(FrameSketches sketches, int from, int to)
    {
        var a = sketches.Luma(from);
        var b = sketches.Luma(to);
        var difference = Pictures.Difference(a, b);
        if (!AreOthers(a, b, difference))
        {
            return NoFit;
        }

        var (off, arrived) = Pictures.OffEither(sketches.Luma((from + to) / 2), a, b);
        return off * 4 < difference ? Within(Math.Abs(2 * arrived - difference), difference, 640) : NoFit;
    }

    private static int PushFit(FrameSketches sketches, int from, int to)
    {
        var a = sketches.Luma(from);
        var b = sketches.Luma(to);
        var difference = Pictures.Difference(a, b);
        return !AreOthers(a, b, difference) ? NoFit : Within(Shove.OffHalfway(sketches, from, to), difference, 420);
    }

    // A picture that is pushed out goes its whole width or height.
    private static int TravelFit(FrameSketches sketches, Tallies tallies, int from, int to)
    {
        var gone = Math.Max(Math.Abs(tallies.Sum(Tally.Right, from, to)), Math.Abs(tallies.Sum(Tally.Down, from, to)));
        var off = Math.Abs(gone - FrameMotion.Whole);
        return off * 5 < FrameMotion.Whole && AreOthers(sketches, from, to) ? (int)off : NoFit;
    }

    // Where two pictures are mixed that both move, the ends say little; but more is new in every frame than around.
    private static int StirFit(FrameSketches sketches, Tallies tallies, int from, int to)
    {
        var (inside, around) = (tallies.Mean(Tally.Structure, from, to) + 100, tallies.Around(Tally.Structure, from, to) + 100);
        return inside * 4 > around * 5 && AreOthers(sketches, from, to) ? (int)(around * 1024 / inside) : NoFit;
    }

    private static bool AreOthers(FrameSketches sketches, int from, int to)
    {
        var a = sketches.Luma(from);
        var b = sketches.Luma(to);
        return AreOthers(a, b, Pictures.Difference(a, b));
    }

    // The more there is that goes or comes the better. What changes must be all of one light in the ground: the rest may be a caption.
    private static int FadeFit(FrameSketches sketches, int ground, int picture, int light)
    {
        var a = sketches.Luma(ground);
        var b = sketches.Luma(picture);
        var difference = Pictures.Difference(a, b);
        var fits = difference >= LeastDifference && Pictures.OffLight(a, b, light) * 10 < difference * 3
            && Pictures.Content(a, light) * 3 <= Pictures.Content(b, light) * 2;
        return fits ? FrameSketches.Means * 256 - difference : NoFit;
    }

    private static int Within(int off, int difference, int most)
    {
        var fit = off * 1024 / difference;
        return fit < most ? fit : NoFit;
    }
}
