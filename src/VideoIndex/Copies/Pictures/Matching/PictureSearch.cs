namespace VideoIndex.Copies.Pictures.Matching;

/// <summary>Looks for stretches of one video in others.</summary>
internal sealed class PictureSearch
{
    // How many prints must agree before a stretch is looked at closely, and how many stretches of a video are.
    private const int LeastVotes = 3, MostSeeds = 48, MuchBetter = 40;

    // How often the same stretch is followed, where it did not suffice.
    private const int MostTries = 2;

    private readonly Reel _reel;
    private readonly int _from, _until;
    private readonly Seeds _seeds;
    private readonly CopyOptions _options;

    /// <summary>Makes ready to look for what a video shows between two ticks.</summary>
    public PictureSearch(Reel reel, int from, int until, CopyOptions options)
    {
        (_reel, _from, _until, _options) = (reel, Math.Max(from, reel.FirstTick), Math.Min(until, reel.EndTick), options);
        var first = (_from + Reel.HopTicks - 1) / Reel.HopTicks * Reel.HopTicks;
        var count = Math.Max(0, (_until - Reel.WindowTicks - first) / Reel.HopTicks + 1);
        _seeds = new Seeds(new PrintTable(reel, first, count), first);
    }

    /// <summary>Returns the places in another video worth a closer look, most promising first. Few videos have any.</summary>
    public IReadOnlyList<Seed> Seeds(PicturePrints prints) => Seeds(prints, static (_, _) => true);

    /// <summary>Returns such places where a tick here and a tick there may be the same.</summary>
    public IReadOnlyList<Seed> Seeds(PicturePrints prints, Func<int, int, bool> allowed) => _seeds.In(prints, LeastVotes, MostSeeds, allowed);

    /// <summary>Follows seeds, and returns the stretches the other video shows too, in order of time. None overlaps another.</summary>
    public IReadOnlyList<PictureMatch> Follow(Reel other, IReadOnlyList<Seed> seeds) => Follow(other, seeds, match => match.Suffices(_options));

    /// <summary>Follows seeds, with a judgement of one's own.</summary>
    public IReadOnlyList<PictureMatch> Follow(Reel other, IReadOnlyList<Seed> seeds, Func<PictureMatch, bool> suffices)
    {
        var (found, tried, matcher) = (new List<PictureMatch>(), new List<PictureMatch>(), new PictureMatcher(_reel, other));
        foreach (var seed in seeds)
        {
            if (tried.Count(match => Covers(match, seed)) >= MostTries || matcher.Follow(seed, _from, _until) is not { } match)
            {
                continue;
            }

            tried.Add(match);
            if (suffices(match))
            {
                tried.Add(match); // and so no more tries
                found.RemoveAll(known => Overlap(known, match) && known.Agreement.Windows < match.Agreement.Windows);
                if (!found.Exists(known => Overlap(known, match)))
                {
                    found.Add(match);
                }
            }
        }

        return [.. found.Where(match => !found.Exists(other => IsMuchBetter(other, match))).OrderBy(match => match.First.Here)];
    }

    // Where the same stretch agrees with two moments, and far better with the one, the other only looks alike.
    private static bool IsMuchBetter(PictureMatch other, PictureMatch match)
    {
        var shared = Math.Min(other.End.Here, match.End.Here) - Math.Max(other.First.Here, match.First.Here);
        return other.Agreement.Change >= match.Agreement.Change + MuchBetter && shared * 2 > match.End.Here - match.First.Here;
    }

    // Within a second of a path already found.
    private static bool Covers(PictureMatch match, Seed seed) => match.Mirrored == seed.Mirrored
        && match.Path.Any(step => step.Here >= seed.Here && step.Here < seed.Here + 128 && Math.Abs(step.There - step.Here - seed.Offset) <= 24);

    private static bool Overlap(PictureMatch one, PictureMatch other) =>
        one.First.Here < other.End.Here && other.First.Here < one.End.Here && one.First.There < other.End.There && other.First.There < one.End.There;
}
