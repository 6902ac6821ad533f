using VideoIndex.Looks;

namespace VideoIndex.Shots.Transitions;

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
    public static List<Passage> Find(FrameSketches sketches)
    {
        var found = new List<Passage>();
        foreach (var half in Halves)
        {
            var step = Math.Max(1, half / 6);
            Keep(sketches, Way.Dissolve, half, half, step, found, DissolveFit);
            Keep(sketches, Way.Wipe, half, half, step, found, WipeFit);
            Keep(sketches, Way.Push, half, half, step, found, PushFit);
        }

        var flat = Enumerable.Range(0, sketches.Count).Select(frame => Pictures.Flatness(sketches.Luma(frame))).ToArray();
        foreach (var length in Lengths)
        {
            var step = Math.Max(1, length / 10);
            Keep(sketches, Way.Away, length, 0, step, found, (at, from, to) => FadeFit(at, from, to, flat[to], flat[from]));
            Keep(sketches, Way.Up, 0, length, step, found, (at, from, to) => FadeFit(at, from, to, flat[from], flat[to]));
        }

        return found;
    }

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
        return difference < LeastDifference ? NoFit
            : Within(Pictures.OffMiddle(sketches.Luma((from + to) / 2), a, b), difference, 700);
    }

    private static int WipeFit(FrameSketches sketches, int from, int to)
    {
        var a = sketches.Luma(from);
        var b = sketches.Luma(to);
        var difference = Pictures.Difference(a, b);
        if (difference < LeastDifference)
        {
            return NoFit;
        }

        var (off, arrived) = Pictures.OffEither(sketches.Luma((from + to) / 2), a, b);
        return off * 4 < difference ? Within(Math.Abs(2 * arrived - difference), difference, 640) : NoFit;
    }

    private static int PushFit(FrameSketches sketches, int from, int to)
    {
        var difference = Pictures.Difference(sketches.Luma(from), sketches.Luma(to));
        return difference < LeastDifference ? NoFit : Within(Shove.OffHalfway(sketches, from, to), difference, 420);
    }

    // The more there is that goes or comes the better.
    private static int FadeFit(FrameSketches sketches, int from, int to, (int Light, int Relief) ground, (int Light, int Relief) picture)
    {
        if (ground.Relief > Math.Max(32, picture.Relief / 3))
        {
            return NoFit;
        }

        var difference = Pictures.Difference(sketches.Luma(from), sketches.Luma(to));
        return difference < LeastDifference ? NoFit : FrameSketches.Means * 256 - difference;
    }

    private static int Within(int off, int difference, int most)
    {
        var fit = off * 1024 / difference;
        return fit < most ? fit : NoFit;
    }
}
