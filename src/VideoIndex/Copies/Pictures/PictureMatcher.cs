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

    private readonly Dictionary<Crop, View> _here = [];
    private readonly Dictionary<(Crop, bool), View> _there = [];

    /// <summary>Follows a seed between two ticks of this video; null where it leads nowhere.</summary>
    public PictureMatch? Follow(Seed seed, int from, int until)
    {
        var (begin, end) = (Math.Max(from, seed.Here), Math.Min(until, seed.Here + SeedTicks));
        var start = new Alignment(begin, begin + seed.Offset, 1000);
        var (mine, its) = (Here(Crop.None), There(Crop.None, seed.Mirrored));
        var sight = new Sight(mine, its, start.Best(mine, its, begin, end, SeedReach, paces: true), 100);
        var agreement = sight.Alignment.Over(mine, its, begin, end);
        if (agreement.Look < Uncropped)
        {
            (sight, agreement) = Cropped(sight, agreement, seed.Mirrored, begin, end);
        }

        if (agreement.Look < LeastLook || agreement.Windows < LeastWindows)
        {
            return null;
        }

        var path = sight.Path(begin, end, from, until);
        if (path is [])
        {
            return null;
        }

        var along = sight.Along(path);
        return new PictureMatch(path, seed.Mirrored, along, along.Change - sight.Elsewhere(path), sight.Percent);
    }

    private (Sight Sight, Agreement Agreement) Cropped(Sight plain, Agreement agreement, bool mirrored, int begin, int end)
    {
        var best = (Sight: plain, Agreement: agreement);
        foreach (var (mine, its, percent) in Crop.Tried)
        {
            var sight = new Sight(Here(mine), There(its, mirrored), plain.Alignment, percent);
            var tried = sight.Alignment.Over(sight.Here, sight.There, begin, end);
            if (tried.Look + tried.Change > best.Agreement.Look + best.Agreement.Change)
            {
                best = (sight, tried);
            }
        }

        if (best.Sight.Percent < 100)
        {
            var sight = best.Sight with { Alignment = plain.Alignment.Best(best.Sight.Here, best.Sight.There, begin, end, SeedReach, paces: true) };
            best = (sight, sight.Alignment.Over(sight.Here, sight.There, begin, end));
        }

        return best;
    }

    private View Here(Crop crop) => _here.TryGetValue(crop, out var known) ? known : _here[crop] = new View(here, crop, mirrored: false);

    private View There(Crop crop, bool mirrored) =>
        _there.TryGetValue((crop, mirrored), out var known) ? known : _there[(crop, mirrored)] = new View(there, crop, mirrored);
}
