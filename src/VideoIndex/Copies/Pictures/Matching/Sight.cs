namespace VideoIndex.Copies.Pictures.Matching;

/// <summary>Two videos seen so that they agree: cropped and mirrored as it takes, and aligned.</summary>
/// <param name="Here">The one.</param>
/// <param name="There">The other.</param>
/// <param name="Alignment">Which tick of the other shows the same.</param>
internal sealed record Sight(View Here, View There, Alignment Alignment)
{
    // A stretch goes on while the pictures are this alike; it may pass over this many ticks where they are not, or are flat.
    private const int LeastAlike = 600, MostMissed = 32, LessAtTheEnds = 150;

    // The alignment is looked at anew every two seconds, over the last four; the speed is told from sixteen seconds on.
    private const int Step = 32, Back = 64, Reach = 2, Far = 256;

    // So many prints in, what was before the stretch is no part of a change any more.
    private const int Inside = 3;

    // How far away the changes must agree less: from one second to four.
    private const int Nearest = 16, Farthest = 64;

    /// <summary>Gets whether only a part of one of them is seen.</summary>
    public bool IsCropped => Here.Crop != Crop.None || There.Crop != Crop.None;

    /// <summary>Gets how much of the one's area is seen in the other, in percent.</summary>
    public int Percent => Here.Crop.Percent * There.Crop.Percent / 100;

    /// <summary>Follows the agreement both ways from a stretch, as far as it goes.</summary>
    /// <returns>The tick of each print here, and the tick there that shows the same, in order; empty where nothing agrees.</returns>
    public IReadOnlyList<(int Here, int There)> Path(int begin, int end, int from, int until)
    {
        var middle = begin + (end - begin) / (2 * Reel.HopTicks) * Reel.HopTicks;
        var back = Follow(middle - Reel.HopTicks, -Reel.HopTicks, from, until);
        back.Reverse();
        return Trimmed([.. back, .. Follow(middle, Reel.HopTicks, from, until)]);
    }

    /// <summary>Returns the prints of a stretch as they are aligned, whether they agree or not.</summary>
    public IReadOnlyList<(int Here, int There)> Straight(int begin, int end) =>
        [.. Enumerable.Range(0, Math.Max(0, end - begin) / Reel.HopTicks).Select(hop => begin + hop * Reel.HopTicks).Select(tick => (tick, Alignment.At(tick)))];

    /// <summary>Measures the agreement along a path.</summary>
    public Agreement Along(IReadOnlyList<(int Here, int There)> path, int shift = 0, CellMask? mask = null)
    {
        var agreement = new Agreement(mask);
        for (var at = 0; at < path.Count; at++)
        {
            agreement.Add(Here, There, path[at].Here, path[at].There + shift, at >= Inside && at < path.Count - 1);
        }

        return agreement;
    }

    /// <summary>Measures the agreement along a path, leaving out the cells that agree least: a logo, a subtitle.</summary>
    public Agreement Judged(IReadOnlyList<(int Here, int There)> path)
    {
        var mask = new CellMask();
        foreach (var (here, there) in path)
        {
            mask.Note(Here.Look(here), There.Look(there));
        }

        return Along(path, 0, mask.Close() ? mask : null);
    }

    /// <summary>Returns how well the changes agree at the best of the moments that are not it.</summary>
    public int Elsewhere(IReadOnlyList<(int Here, int There)> path, Agreement judged)
    {
        var most = -1000;
        for (var shift = Nearest; shift <= Farthest; shift += Reel.HopTicks)
        {
            most = Math.Max(most, Math.Max(Along(path, shift, judged.Mask).Change, Along(path, -shift, judged.Mask).Change));
        }

        return most;
    }

    private List<(int Here, int There)> Follow(int start, int hop, int from, int until)
    {
        var (path, kept, missed, now) = (new List<(int, int)>(), 0, 0, Alignment);
        for (var tick = start; tick >= from && tick + Reel.WindowTicks <= until && missed <= MostMissed; tick += hop)
        {
            var passed = Math.Abs(tick - start);
            if (passed > 0 && passed % Step == 0)
            {
                now = Again(now, tick, hop < 0 ? tick : tick - Back, hop < 0 ? tick + Back : tick, passed);
            }

            path.Add((tick, now.At(tick)));
            var good = IsGood(tick, now.At(tick), LeastAlike);
            (kept, missed) = good ? (path.Count, 0) : (kept, missed + Reel.HopTicks);
        }

        path.RemoveRange(kept, path.Count - kept);
        return path;
    }

    // What is less alike at the ends than the whole is by far belongs to something else.
    private List<(int Here, int There)> Trimmed(List<(int Here, int There)> path)
    {
        var least = Along(path).Look - LessAtTheEnds;
        while (path.Count > 0 && !IsGood(path[^1].Here, path[^1].There, least))
        {
            path.RemoveAt(path.Count - 1);
        }

        path.RemoveRange(0, path.TakeWhile(step => !IsGood(step.Here, step.There, least)).Count());
        return path;
    }

    private bool IsGood(int here, int there, int least) => new Agreement().Add(Here, There, here, there) >= least;

    private Alignment Again(Alignment now, int tick, int begin, int end, int passed)
    {
        var best = now.Best(Here, There, begin, end, Reach, paces: false);
        var (there, pace) = (best.At(tick), now.Pace);
        if (passed >= Far)
        {
            var told = (int)(1000L * (there - Alignment.There) / (tick - Alignment.Here));
            pace = Math.Clamp(told, Alignment.Slowest, Alignment.Fastest);
        }

        return new Alignment(tick, there, pace);
    }
}
