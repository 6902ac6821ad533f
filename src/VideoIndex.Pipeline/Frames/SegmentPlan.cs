using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Pipeline.Frames;

/// <summary>Decides where a video is cut for decoding. Pure: where it is cut changes how fast the result comes, never the result.</summary>
public static class SegmentPlan
{
    // What a frame costs to decode and to look at, in nanoseconds, on one core of 2025: H.264 at 1080p takes 4.8 ms.
    private const double PerFrame = 400_000, PerPixel = 2.1;

    // A seam costs the start of a process and the frames two segments both decode: together 0.17 s at 1080p. So segments of
    // 8 s lose 2 %. A video too short for that is still cut, once for each core, as long as each has 2.5 s to do.
    private const double UsualSeconds = 8, LeastSeconds = 2.5;

    /// <summary>Returns how long a video's decode takes on one core, in seconds, roughly.</summary>
    public static double CostOf(PictureTrack track, long frames) =>
        frames * (PerFrame + PerPixel * track.Width * track.Height) / 1e9;

    /// <summary>Returns whether a decode of that cost is worth cutting.</summary>
    public static bool IsWorthwhile(double cost) => cost >= 2 * LeastSeconds;

    /// <summary>Returns segments that keep all cores at work to the end.</summary>
    public static IReadOnlyList<Segment> Of(PictureTrack track, PictureTimeline timeline, int cores)
    {
        var cost = CostOf(track, timeline.Timestamps.Count);
        var parts = IsWorthwhile(cost) && cores > 1
            ? Math.Min(cores * Math.Max(1, (int)(cost / (cores * UsualSeconds))), (int)(cost / LeastSeconds))
            : 1;
        return CutAt(timeline, track.TimeBase, Balanced(timeline, parts));
    }

    /// <summary>Returns the segments that begin at the first frame and at the given sync frames.</summary>
    /// <param name="timeline">The video's pictures.</param>
    /// <param name="timeBase">The unit its timestamps count in, in seconds.</param>
    /// <param name="cuts">Places in <see cref="PictureTimeline.Timestamps"/>, each a sync frame's; those too close to another, or to an end, are left out.</param>
    public static IReadOnlyList<Segment> CutAt(PictureTimeline timeline, Rational timeBase, IEnumerable<int> cuts)
    {
        List<int> starts = [0], runs = [];
        foreach (var cut in cuts.Order())
        {
            var started = Math.Max(starts[^1] + Segment.FewestFrames, runs is [.., var last] ? last : 0);
            if (cut >= started && timeline.Timestamps.Count - cut >= Segment.FewestFrames)
            {
                starts.Add(cut);
                runs.Add(RunsTo(timeline.Timestamps, timeBase, cut));
            }
        }

        return starts is [_] ? [Segment.Whole] : [.. starts.Select((_, part) => Part(timeline, starts, runs, part))];
    }

    // Past the first look of the next segment: only the segment before knows all frames since the look before that.
    private static int RunsTo(IReadOnlyList<long> times, Rational timeBase, int cut)
    {
        var look = cut;
        while (look < times.Count && !PictureGrid.IsFirst(times[look - 1], times[look], timeBase))
        {
            look++;
        }

        return Math.Max(cut + Segment.Overlap, look + 1);
    }

    private static Segment Part(PictureTimeline timeline, List<int> starts, List<int> runs, int part)
    {
        var times = timeline.Timestamps;
        var (from, last) = (starts[part], part == starts.Count - 1);
        var until = last ? times.Count : starts[part + 1];
        return new Segment(
            From: part == 0 ? null : times[from],
            Until: last ? null : times[until],
            RunsTo: !last && runs[part] < times.Count ? times[runs[part]] : null,
            Frames: until - from,
            NextSync: part > 0 && SyncAfter(timeline, from) is { } next ? times[next] : null);
    }

    private static int? SyncAfter(PictureTimeline timeline, int picture)
    {
        var (low, high) = (0, timeline.SyncFrames.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = timeline.SyncFrames[middle] <= picture ? (middle + 1, high) : (low, middle);
        }

        return low < timeline.SyncFrames.Count ? timeline.SyncFrames[low] : null;
    }

    // The sync frames nearest to where parts that take equally long would begin.
    private static IEnumerable<int> Balanced(PictureTimeline timeline, int parts)
    {
        var shares = SharesBefore(timeline);
        return parts == 1
            ? []
            : Enumerable.Range(1, parts - 1).Select(part => timeline.SyncFrames.MinBy(sync => Math.Abs(shares[sync] - (double)part / parts)));
    }

    // Of the work, how much lies before each picture: half by the number of pictures, half by their size, for both take time.
    private static double[] SharesBefore(PictureTimeline timeline)
    {
        var (count, bytes) = (timeline.Timestamps.Count, Math.Max(1, timeline.Bytes.Sum(size => (long)size)));
        var shares = new double[count];
        for (var picture = 1; picture < count; picture++)
        {
            shares[picture] = shares[picture - 1] + 0.5 / count + 0.5 * timeline.Bytes[picture - 1] / bytes;
        }

        return shares;
    }
}
