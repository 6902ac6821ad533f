using VideoIndex.Features;
using VideoIndex.Logos.Evidence;

namespace VideoIndex.Logos.Matching;

/// <summary>A track of a video that looks like a place of an example.</summary>
/// <param name="Seen">The keypoint, where it is at its first look.</param>
/// <param name="First">The first look it is seen at.</param>
/// <param name="End">The first look it is no longer seen at.</param>
/// <param name="Known">Which of the example's keypoints it is most like.</param>
/// <param name="Doubt">How far the two are apart: 0 the same, 1 as good as chance.</param>
internal readonly record struct TrackMatch(Keypoint Seen, int First, int End, int Known, double Doubt)
{
    // Nearer than this share of the distance to what is seen everywhere.
    private const double Nearest = 0.85;

    // For each distance to what is seen everywhere, the least distance that is no longer near.
    private static readonly byte[] Limits = [.. Enumerable.Range(0, 256).Select(background => (byte)Math.Ceiling(Nearest * background))];

    /// <summary>Finds the tracks that look like a place of an example, each with the place it is most like.</summary>
    /// <returns>The matches, in the order of their first looks; those of one look as they stand in the evidence.</returns>
    public static TrackMatch[] In(FeatureEvidence evidence, ExampleWords example)
    {
        var found = new List<TrackMatch>();
        var starts = evidence.Starts;
        var tracks = evidence.All;
        for (var at = 0; at < example.Count; at++)
        {
            var (from, until) = (starts[example.WordOf(at)], starts[example.WordOf(at) + 1]);
            if (from < until)
            {
                Compare(tracks[(int)from..(int)until], example.KnownOf(at), example.CodesOf(at), found);
            }
        }

        return ByFirst(found, evidence.Looks.Length);
    }

    private static void Compare(ReadOnlySpan<FeatureTrack> tracks, ReadOnlySpan<int> known, ReadOnlySpan<FeatureCode> codes, List<TrackMatch> found)
    {
        foreach (ref readonly var track in tracks)
        {
            var code = track.Feature.Code;
            int background = track.Feature.Background;
            var (best, distance) = (-1, (int)Limits[background]);
            for (var at = 0; at < codes.Length; at++)
            {
                var apart = code.Distance(codes[at]);
                if (apart < distance)
                {
                    (best, distance) = (at, apart);
                }
            }

            if (best >= 0)
            {
                var first = (int)track.First;
                found.Add(new TrackMatch(track.Feature.Keypoint, first, first + track.Count, known[best], distance / (Nearest * background)));
            }
        }
    }

    // Counted out, which keeps those of one look in order.
    private static TrackMatch[] ByFirst(List<TrackMatch> found, int looks)
    {
        var next = new int[looks + 1];
        foreach (var match in found)
        {
            next[match.First + 1]++;
        }

        for (var look = 0; look < looks; look++)
        {
            next[look + 1] += next[look];
        }

        var sorted = new TrackMatch[found.Count];
        foreach (var match in found)
        {
            sorted[next[match.First]++] = match;
        }

        return sorted;
    }
}
