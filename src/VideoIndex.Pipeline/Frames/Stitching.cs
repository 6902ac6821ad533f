using VideoIndex.Media;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Shots;

namespace VideoIndex.Pipeline.Frames;

/// <summary>Puts the segments of a video together. Pure.</summary>
/// <remarks>
/// The first frames of a segment are also the last that the segment before was decoded on to. They must be the same frames at
/// the same times, or a decoder that starts inside this video does not see what one that comes from its start sees. Their
/// scores are taken from the segment before, which knows the frames they are compared with.
/// </remarks>
public static class Stitching
{
    // A score looks back four frames: from here on both sides know all of it, and must agree on all of it.
    private const int LooksBack = 4;

    /// <summary>Returns all frames of a video, or why the segments cannot be trusted to give them.</summary>
    /// <param name="track">The picture track.</param>
    /// <param name="segments">The segments, in order.</param>
    /// <param name="analyzed">What was found in each, by its unit; those whose job died are absent.</param>
    /// <param name="chooser">A fresh chooser of keyframes.</param>
    public static Stitch Of(
        PictureTrack track, IReadOnlyList<Segment> segments, IReadOnlyDictionary<string, FramesAnalyzed> analyzed, IKeyframeChooser chooser)
    {
        var parts = segments.Select(segment => analyzed.GetValueOrDefault(segment.Unit)).ToList();
        if (Distrust(segments, parts) is { } reason)
        {
            return new Stitch(null, reason);
        }

        var strip = new FrameStrip(track, chooser);
        for (var part = 0; part < parts.Count; part++)
        {
            strip.Add(segments[part], parts[part]?.Frames, part > 0 ? parts[part - 1]?.Frames : null);
        }

        return new Stitch(strip.Finish(), null);
    }

    // A video decoded whole is taken as it is: there is nothing better.
    private static string? Distrust(IReadOnlyList<Segment> segments, List<FramesAnalyzed?> parts)
    {
        if (parts.TrueForAll(part => part is null))
        {
            return "no segment was analysed";
        }

        return segments is [{ IsWhole: true }]
            ? null
            : segments.Select((segment, part) => Distrust(segment, parts[part]) ?? DistrustSeam(segments, parts, part)).FirstOrDefault(reason => reason is not null);
    }

    private static string? Distrust(Segment segment, FramesAnalyzed? part) => part switch
    {
        null => null,
        { Refusal: { } refusal } => $"segment {segment.Unit}: {refusal.Code}",
        { Frames: { Report: { Complaints: > 0 } report } } => $"segment {segment.Unit}: {report.FirstComplaint}",
        { Frames: { Report.Repaired: true } } => $"segment {segment.Unit}: timestamps are missing or out of order",
        { Frames: { } frames } when segment.From is { } from && frames.Timestamps[0] != from => $"segment {segment.Unit}: its first frame did not come",
        { Frames.Owned: < Segment.FewestFrames } => $"segment {segment.Unit}: too few frames came",
        _ => null,
    };

    private static string? DistrustSeam(IReadOnlyList<Segment> segments, List<FramesAnalyzed?> parts, int part)
    {
        if (part == 0 || (parts[part - 1]?.Frames, parts[part]?.Frames) is not ({ } before, { } after))
        {
            return null;
        }

        if (before.Timestamps.Count - before.Owned < Segment.Overlap)
        {
            return $"segment {segments[part - 1].Unit}: it did not run on into the next";
        }

        for (var place = 0; place < Math.Min(before.Timestamps.Count - before.Owned, after.Owned); place++)
        {
            var (one, other) = (before.Scores[before.Owned + place], after.Scores[place]);
            var agree = before.Timestamps[before.Owned + place] == after.Timestamps[place]
                && (place < LooksBack ? InItself(one) == InItself(other) : one == other);
            if (!agree)
            {
                return $"segment {segments[part].Unit}: frame {place} is another when decoded from before the seam";
            }
        }

        return null;
    }

    private static (ulong Fingerprint, byte Mean, byte Deviation, byte Sharpness, byte Texture) InItself(FrameScore score) =>
        (score.Fingerprint, score.Mean, score.Deviation, score.Sharpness, score.Texture);
}
