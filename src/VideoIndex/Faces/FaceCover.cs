using VideoIndex.Objects;

namespace VideoIndex.Faces;

/// <summary>What is to be covered of a stretch of frames.</summary>
/// <param name="Frames">The boxes of each frame, grown; they may reach beyond the picture.</param>
/// <param name="Tracks">How many faces were followed.</param>
/// <param name="Largest">The longest side of any face found, not grown; 0 where there is none.</param>
public sealed record FaceCover(IReadOnlyList<IReadOnlyList<DetectionBox>> Frames, int Tracks, float Largest)
{
    /// <summary>Says what to cover: each face in each frame it is seen in, in the frames between two sightings on the straight line from one to the other, and some before and after.</summary>
    /// <param name="found">What was found in each frame.</param>
    /// <param name="rule">How much around it is covered.</param>
    public static FaceCover Of(IReadOnlyList<IReadOnlyList<Detection>> found, CoverRule rule)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(rule);
        List<DetectionBox>[] faces = [.. found.Select(frame => frame.Where(face => face.Score >= rule.Threshold).Select(face => face.Box).ToList())];
        List<DetectionBox>[] covered = [.. found.Select(_ => new List<DetectionBox>())];
        var tracks = FaceTracks.Join(faces, rule.Gap);
        foreach (var track in tracks)
        {
            Cover(track, rule, covered);
        }

        return new FaceCover(covered, tracks.Count, faces.SelectMany(boxes => boxes).Select(Longest).DefaultIfEmpty().Max());
    }

    private static void Cover(IReadOnlyList<Sighting> track, CoverRule rule, List<DetectionBox>[] covered)
    {
        var (first, last) = (track[0], track[^1]);
        for (var at = 1; at < track.Count; at++)
        {
            Between(track[at - 1], track[at], rule, covered);
        }

        covered[last.Frame].Add(Grown(last.Box, rule));
        for (var frame = Math.Max(0, first.Frame - rule.Hold); frame < first.Frame; frame++)
        {
            covered[frame].Add(Grown(first.Box, rule, 2));
        }

        for (var frame = last.Frame + 1; frame <= Math.Min(covered.Length - 1, last.Frame + rule.Hold); frame++)
        {
            covered[frame].Add(Grown(last.Box, rule, 2));
        }
    }

    // From one sighting up to the next. A box that shrinks for a frame is most often a worse look at the same face: the frame before has a say.
    private static void Between(Sighting from, Sighting to, CoverRule rule, List<DetectionBox>[] covered)
    {
        covered[from.Frame].Add(Grown(from.Box, rule));
        for (var frame = from.Frame + 1; frame < to.Frame; frame++)
        {
            var part = (float)(frame - from.Frame) / (to.Frame - from.Frame);
            covered[frame].Add(Grown(Mixed(from.Box, to.Box, part), rule, 2));
        }

        if (to.Frame == from.Frame + 1)
        {
            covered[from.Frame].Add(to.Box);
            covered[to.Frame].Add(from.Box);
        }
    }

    private static DetectionBox Mixed(in DetectionBox from, in DetectionBox to, float part) => new(
        from.Left + part * (to.Left - from.Left),
        from.Top + part * (to.Top - from.Top),
        from.Right + part * (to.Right - from.Right),
        from.Bottom + part * (to.Bottom - from.Bottom));

    private static DetectionBox Grown(in DetectionBox box, CoverRule rule, int times = 1)
    {
        var (width, height) = (times * (box.Right - box.Left), times * (box.Bottom - box.Top));
        return new DetectionBox(
            box.Left - rule.Margin * width, box.Top - rule.Margin * height, box.Right + rule.Margin * width, box.Bottom + rule.MarginBelow * height);
    }

    private static float Longest(DetectionBox box) => Math.Max(box.Right - box.Left, box.Bottom - box.Top);
}
