namespace VideoIndex.Copies.Pictures.Matching;

/// <summary>Follows a seed to the whole stretch that two videos share, and measures how well they agree over it.</summary>
internal sealed class PictureMatcher(Reel here, Reel there)
{
    // A seed is eight seconds, and its offset is right to a second.
    private const int SeedTicks = 128, SeedReach = 18;

    // Where the pictures are this alike as they are, nothing was cropped.
    private const int Uncropped = 970;

    // A crop is believed where the agreement gains this much.
    private const int LeastGain = 40;

    // Below this a seed was chance.
    private const int LeastLook = 500, LeastWindows = 4;

    // Over so many windows a crop is tried.
    private const int MostTried = 24, MostRounds = 6;

    private readonly Dictionary<Crop, View> _here = [];
    private readonly Dictionary<(Crop, bool), View> _there = [];

    /// <summary>Follows a seed between two ticks of this video; null where it leads nowhere.</summary>
    public PictureMatch? Follow(Seed seed, int from, int until)
    {
        var (begin, end) = (Math.Max(from, seed.Here), Math.Min(until, seed.Here + SeedTicks));
        var start = new Alignment(begin, begin + seed.Offset, 1000);
        var (mine, its) = (Here(Crop.None), There(Crop.None, seed.Mirrored));
        var sight = new Sight(mine, its, start.Best(mine, its, begin, end, SeedReach, paces: true));
        var path = sight.Path(begin, end, from, until);
        var agreement = sight.Along(path);
        if (agreement.Look < Uncropped || agreement.Change < Uncropped)
        {
            sight = Cropped(sight, path is [] ? sight.Straight(begin, end) : path, seed.Mirrored, begin, end);
            path = sight.IsCropped ? sight.Path(begin, end, from, until) : path;
        }

        if (path.Count < LeastWindows)
        {
            return null;
        }

        var told = sight.Judged(path);
        return told.Look < LeastLook ? null : new PictureMatch(path, seed.Mirrored, told, told.Change - sight.Elsewhere(path, told), sight.Percent);
    }

    // Tried where the pictures agree already, each side moved for as long as that is better; then aligned anew.
    private Sight Cropped(Sight plain, IReadOnlyList<(int Here, int There)> path, bool mirrored, int begin, int end)
    {
        var thinned = path.Where((_, at) => at % Math.Max(1, path.Count / MostTried) == 0).ToList();
        var (best, most) = (plain, Value(plain));
        Try(Crop.Tried.Select(pair => Cut(plain, pair.Here, pair.There, mirrored)).ToList());
        foreach (var step in (int[])[96, 48, 24])
        {
            for (var (round, better) = (0, true); better && round < MostRounds; round++)
            {
                var now = best;
                better = Try([
                    .. now.Here.Crop.Near(step).Where(crop => crop.IsEnough).Select(crop => Cut(now, crop, now.There.Crop, mirrored)),
                    .. now.There.Crop.Near(step).Where(crop => crop.IsEnough).Select(crop => Cut(now, now.Here.Crop, crop, mirrored)),
                ]);
            }
        }

        return most < Value(plain) + LeastGain ? plain
            : best with { Alignment = plain.Alignment.Best(best.Here, best.There, begin, end, SeedReach, paces: true) };

        bool Try(IReadOnlyList<Sight> sights)
        {
            var before = most;
            foreach (var sight in sights)
            {
                var value = Value(sight);
                (best, most) = value > most ? (sight, value) : (best, most);
            }

            return most > before;
        }

        int Value(Sight sight)
        {
            var agreement = sight.Along(thinned);
            return agreement.Look + agreement.Change;
        }
    }

    private Sight Cut(Sight sight, Crop mine, Crop its, bool mirrored) => new(Here(mine), There(its, mirrored), sight.Alignment);

    private View Here(Crop crop) => _here.TryGetValue(crop, out var known) ? known : _here[crop] = new View(here, crop, mirrored: false);

    private View There(Crop crop, bool mirrored) =>
        _there.TryGetValue((crop, mirrored), out var known) ? known : _there[(crop, mirrored)] = new View(there, crop, mirrored);
}
