using VideoIndex.Features;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Pixels;

namespace VideoIndex.Logos.Recognition;

/// <summary>Finds a logo in what was kept of a video. The one way a logo is found, whether the video or the logo came first.</summary>
/// <param name="words">Sorts codes into words.</param>
public sealed class LogoSearch(ICodeWords words)
{
    // Nearer than this share of the distance to what is seen everywhere.
    private const double Nearest = 0.85;
    private const int Fewest = 3;

    /// <summary>Returns where an example is seen, look by look.</summary>
    /// <param name="evidence">What was kept of the video.</param>
    /// <param name="example">The example.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public IEnumerable<LogoSighting> Find(FeatureEvidence evidence, KnownExample example, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(example);
        var finder = new PoseFinder(example.Size, evidence.Width, evidence.Height);
        var checker = new PoseChecker(example, evidence.Width, evidence.Height);
        foreach (var (look, candidates) in ByLook(Candidates(evidence, example), evidence.Looks.Length))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var matches = Matches(evidence, example, candidates, look);
            var poses = finder.In(matches);
            if (checker.CanCheck && evidence.Stills.At(look) is { } still)
            {
                poses = checker.Check(poses, matches, StillLevels.Of(still));
            }

            foreach (var pose in poses)
            {
                yield return new LogoSighting(look, pose.Corners, pose.Score, pose.Matches, pose.Covered, pose.Inverted) { Pixels = pose.Pixels };
            }
        }
    }

    // Of each track the place of the example it is most like, if it is like any.
    private List<Candidate> Candidates(FeatureEvidence evidence, KnownExample example)
    {
        var byWord = new Dictionary<int, List<int>>();
        for (var at = 0; at < example.Features.Count; at++)
        {
            foreach (var word in words.Near(example.Features[at].Code))
            {
                if (!byWord.TryGetValue(word, out var known))
                {
                    byWord.Add(word, known = []);
                }

                known.Add(at);
            }
        }

        var found = new List<Candidate>();
        foreach (var (word, known) in byWord.OrderBy(entry => entry.Key))
        {
            Compare(evidence.Of(word), [.. known.Select(at => example.Features[at].Code)], known, found);
        }

        return found;
    }

    private static void Compare(ReadOnlySpan<FeatureTrack> tracks, FeatureCode[] codes, List<int> known, List<Candidate> found)
    {
        foreach (ref readonly var track in tracks)
        {
            var (best, distance) = (-1, FeatureCode.Bits + 1);
            var code = track.Feature.Code;
            for (var at = 0; at < codes.Length; at++)
            {
                var apart = code.Distance(codes[at]);
                (best, distance) = apart < distance ? (at, apart) : (best, distance);
            }

            if (distance < Nearest * track.Feature.Background)
            {
                found.Add(new Candidate(track, known[best], distance / (Nearest * track.Feature.Background)));
            }
        }
    }

    private static IEnumerable<(int Look, List<Candidate> Candidates)> ByLook(List<Candidate> candidates, int looks)
    {
        var starting = candidates.ToLookup(candidate => (int)candidate.Track.First);
        var here = new List<Candidate>();
        for (var look = 0; look < looks; look++)
        {
            here.RemoveAll(candidate => !candidate.Track.IsAt(look));
            here.AddRange(starting[look]);
            if (here.Count >= Fewest)
            {
                yield return (look, here);
            }
        }
    }

    private static List<FeatureMatch> Matches(FeatureEvidence evidence, KnownExample example, List<Candidate> candidates, int look)
    {
        var looks = evidence.Looks;
        var matches = new List<FeatureMatch>(candidates.Count);
        foreach (var (track, at, doubt) in candidates)
        {
            var known = example.Features[at];
            matches.Add(new FeatureMatch(Moved(track.Feature.Keypoint, looks[(int)track.First].To(looks[look])), known.Keypoint, doubt, known.Place, known.Inverted));
        }

        return matches;
    }

    private static Keypoint Moved(Keypoint keypoint, in Affine motion)
    {
        var place = motion.At(new Point(keypoint.X, keypoint.Y));
        var angle = keypoint.Angle + (Math.Atan2(motion.C, motion.A) * 180 / Math.PI);
        return new Keypoint((float)place.X, (float)place.Y, (float)(keypoint.Scale * motion.Scale), (float)angle);
    }

    private readonly record struct Candidate(FeatureTrack Track, int Known, double Doubt);
}

/// <summary>Sorts codes into words, so that of a library only those near a given code need be read.</summary>
public interface ICodeWords
{
    /// <summary>Gets how many words there are.</summary>
    int Count { get; }

    /// <summary>Returns the word a code belongs to.</summary>
    int WordOf(FeatureCode code);

    /// <summary>Returns the words codes like it may belong to, the likeliest first.</summary>
    IReadOnlyList<int> Near(FeatureCode code);
}
