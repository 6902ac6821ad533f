using VideoIndex.Looks;
using VideoIndex.Objects.Tracking;

namespace VideoIndex.Accuracy.Tracks;

/// <summary>
/// How well tracks follow what was planted: MOTA and identity switches (K. Bernardin, R. Stiefelhagen, "Evaluating Multiple Object Tracking Performance: The CLEAR MOT Metrics",
/// 2008) and IDF1 (E. Ristani et al., "Performance Measures and a Data Set for Multi-Target, Multi-Camera Tracking", 2016), boxes agreeing from half their common area on.
/// </summary>
internal sealed class TrackScores
{
    private const int Parts = 1_000_000;
    private long _planted, _told, _missed, _false, _switches, _sameIdentity;

    public double Mota => 1 - ((double)(_missed + _false + _switches) / _planted);

    public double Idf1 => 2.0 * _sameIdentity / (_planted + _told);

    public long Switches => _switches;

    public long Planted => _planted;

    /// <summary>Adds a scene and its tracks; a look inside a track that did not see the thing counts as told at the place between its neighbours.</summary>
    public void Add(PlantedScene scene, IReadOnlyList<ObjectTrack> tracks)
    {
        var last = new Dictionary<int, int>();
        var together = new Dictionary<(int Who, int Track), int>();
        var told = tracks.SelectMany((track, at) => Filled(track).Select(point => (point.Look, Track: at, point.Box))).ToLookup(point => point.Look);
        for (var look = 0; look < scene.Truth.Count; look++)
        {
            var (there, said) = (scene.Truth[look], told[look].ToList());
            var likeness = new int[there.Count, said.Count];
            for (var one = 0; one < there.Count; one++)
            {
                for (var other = 0; other < said.Count; other++)
                {
                    var common = Common(there[one].Box, said[other].Box);
                    var goesOn = last.GetValueOrDefault(there[one].Who, -1) == said[other].Track;
                    likeness[one, other] = common < .5 ? 0 : (int)(Parts * (common + (goesOn ? 1 : 0)));
                    if (common >= .5)
                    {
                        var pair = (there[one].Who, said[other].Track);
                        together[pair] = together.GetValueOrDefault(pair) + 1;
                    }
                }
            }

            Count(there, said.ConvertAll(point => point.Track), Assignment.Of(likeness), last);
        }

        _sameIdentity += Identities(together, tracks.Count);
    }

    /// <summary>Returns what two boxes have in common of both together, from 0 to 1.</summary>
    public static double Common(PictureBox one, PictureBox other)
    {
        var width = Math.Max(0, Math.Min(one.Left + one.Width, other.Left + other.Width) - Math.Max(one.Left, other.Left));
        var height = Math.Max(0, Math.Min(one.Top + one.Height, other.Top + other.Height) - Math.Max(one.Top, other.Top));
        var both = (double)width * height;
        return both / (((double)one.Width * one.Height) + ((double)other.Width * other.Height) - both);
    }

    private void Count(IReadOnlyList<(int Who, PictureBox Box)> there, List<int> said, int[] pairs, Dictionary<int, int> last)
    {
        var matched = pairs.Count(pair => pair >= 0);
        (_planted, _told) = (_planted + there.Count, _told + said.Count);
        (_missed, _false) = (_missed + there.Count - matched, _false + said.Count - matched);
        foreach (var (one, pair) in pairs.Index().Where(pair => pair.Item >= 0))
        {
            _switches += last.TryGetValue(there[one].Who, out var before) && before != said[pair] ? 1 : 0;
            last[there[one].Who] = said[pair];
        }
    }

    private static long Identities(Dictionary<(int Who, int Track), int> together, int tracks)
    {
        var likeness = new int[together.Keys.Select(pair => pair.Who + 1).DefaultIfEmpty().Max(), tracks];
        foreach (var ((who, track), looks) in together)
        {
            likeness[who, track] = looks;
        }

        return Assignment.Of(likeness).Index().Where(pair => pair.Item >= 0).Sum(pair => (long)likeness[pair.Index, pair.Item]);
    }

    private static IEnumerable<(int Look, PictureBox Box)> Filled(ObjectTrack track)
    {
        var points = track.Points;
        yield return (points[0].Look, points[0].Seen.Box);
        foreach (var (one, next) in points.Zip(points.Skip(1)))
        {
            for (var look = one.Look + 1; look <= next.Look; look++)
            {
                yield return (look, Between(one.Seen.Box, next.Seen.Box, (double)(look - one.Look) / (next.Look - one.Look)));
            }
        }
    }

    private static PictureBox Between(PictureBox one, PictureBox other, double part) => new(
        At(one.Left, other.Left, part), At(one.Top, other.Top, part), At(one.Width, other.Width, part), At(one.Height, other.Height, part));

    private static int At(int one, int other, double part) => (int)Math.Round(one + ((other - one) * part));
}
