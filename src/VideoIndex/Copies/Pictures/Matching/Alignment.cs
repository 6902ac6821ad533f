namespace VideoIndex.Copies.Pictures.Matching;

/// <summary>Which tick of another video shows what a tick of this one shows.</summary>
/// <param name="Here">A tick of this video.</param>
/// <param name="There">The tick of the other that shows the same.</param>
/// <param name="Pace">How many ticks of the other pass in 1000 of this: 1000 where both play at one speed.</param>
internal readonly record struct Alignment(int Here, int There, int Pace)
{
    /// <summary>The slowest and the fastest a copy may play, and the step between those tried.</summary>
    public const int Slowest = 920, Fastest = 1080, PaceStep = 20;

    // Once aligned, a tick's shift must gain this much in a window: where nothing moves, nothing says that it has shifted.
    private const int HeldBy = 8;

    /// <summary>Returns the other video's tick.</summary>
    public int At(int here)
    {
        var passed = (long)(here - Here) * Pace;
        return There + (int)((passed + (passed < 0 ? -500 : 500)) / 1000);
    }

    /// <summary>Measures how well the two agree over a stretch of this video.</summary>
    public Agreement Over(View here, View there, int from, int until, int shift = 0)
    {
        var agreement = new Agreement();
        for (var tick = from; tick < until; tick += Reel.HopTicks)
        {
            agreement.Add(here, there, tick, At(tick) + shift);
        }

        return agreement;
    }

    /// <summary>Finds the best alignment near another, over a stretch.</summary>
    /// <param name="here">This video.</param>
    /// <param name="there">The other.</param>
    /// <param name="from">The first tick of the stretch.</param>
    /// <param name="until">The first tick after it.</param>
    /// <param name="reach">How many ticks off it may be.</param>
    /// <param name="paces">Whether other speeds are tried.</param>
    public Alignment Best(View here, View there, int from, int until, int reach, bool paces)
    {
        var (best, most) = (this, int.MinValue);
        var middle = (from + until) / 2;
        for (var pace = paces ? Slowest : Pace; pace <= (paces ? Fastest : Pace); pace += PaceStep)
        {
            for (var shift = -reach; shift <= reach; shift++)
            {
                var tried = new Alignment(middle, At(middle) + shift, pace);
                var agreement = tried.Over(here, there, from, until);
                var value = (agreement.Look + agreement.Change) * agreement.Windows - Math.Abs(pace - 1000) * agreement.Windows / 2 - Math.Abs(shift) * agreement.Windows * (paces ? 1 : HeldBy);
                if (agreement.Windows > 0 && value > most)
                {
                    (best, most) = (tried, value);
                }
            }
        }

        return best;
    }
}
