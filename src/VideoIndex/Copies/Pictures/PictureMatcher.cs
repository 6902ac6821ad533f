namespace VideoIndex.Copies.Pictures;

/// <summary>Follows a seed to the whole stretch that two videos share, and measures how well they agree over it.</summary>
internal sealed class PictureMatcher(Reel here, Reel there)
{
    // A seed is eight seconds, and its offset is right to a second.
    private const int SeedTicks = 128, SeedReach = 18;

    // Where the pictures are this alike as they are, nothing was cropped.
    private const int Uncropped = 940;

    // Below this a seed was chance.
    private const int LeastLook = 500, LeastWindows = 4;

    // Over so many windows a crop is tried.
    private const int MostTried = 48;

    private readonly Dictionary<Crop, View> _here = [];
    private readonly Dictionary<(Crop, bool), View> _there = [];

    /// <summary>Follows a seed between two ticks of this video; null where it leads nowhere.</summary>
    public PictureMatch? Follow(Seed seed, int from, int until)
    {
        var (begin, end) = (Math.Max(from, seed.Here), Math.Min(until, seed.Here + SeedTicks));
        var start = new Alignment(begin, begin + seed.Offset, 1000);
        var (mine, its) = (Here(Crop.None), There(Crop.None, seed.Mirrored));
        var sight = new Sight(mine, its, start.Best(mine, its, begin, end, SeedReach, paces: true), 100);
        var path = sight.Path(begin, end, from, until);
        var agreement = sight.Along(path);
        if (agreement.Look < Uncropped)
        {
            sight = Cropped(sight, path is [] ? sight.Straight(begin, end) : path, seed.Mirrored, begin, end);
            path = sight.Percent < 100 ? sight.Path(begin, end, from, until) : path;
            agreement = sight.Along(path);
        }

        return agreement.Look < LeastLook || agreement.Windows < LeastWindows
            ? null
            : new PictureMatch(path, seed.Mirrored, agreement, agreement.Change - sight.Elsewhere(path), sight.Percent);
    }

    // Tried where the pictures agree already, and then aligned anew, for what is cropped agrees badly.
    private Sight Cropped(Sight plain, IReadOnlyList<(int Here, int There)> path, bool mirrored, int begin, int end)
    {
        var thinned = path.Where((_, at) => at % Math.Max(1, path.Count / MostTried) == 0).ToList();
        var (best, most) = (plain, Value(plain.Along(thinned)));
        foreach (var (mine, its, percent) in Crop.Tried)
        {
            var sight = new Sight(Here(mine), There(its, mirrored), plain.Alignment, percent);
            var value = Value(sight.Along(thinned));
            (best, most) = value > most ? (sight, value) : (best, most);
        }

        return best.Percent == 100
            ? best
            : best with { Alignment = plain.Alignment.Best(best.Here, best.There, begin, end, SeedReach, paces: true) };

        static int Value(Agreement agreement) => agreement.Look + agreement.Change;
    }

    private View Here(Crop crop) => _here.TryGetValue(crop, out var known) ? known : _here[crop] = new View(here, crop, mirrored: false);

    private View There(Crop crop, bool mirrored) =>
        _there.TryGetValue((crop, mirrored), out var known) ? known : _there[(crop, mirrored)] = new View(there, crop, mirrored);
}
