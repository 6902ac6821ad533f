using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Logos.Ends;

/// <summary>Puts the frames that several searches want together to runs that are read at once: each frame is read once. Pure.</summary>
public static class EndRuns
{
    // To read on takes less than to start anew.
    private static readonly Rational Apart = new(1, 1);

    /// <summary>Returns the runs, each by its first and last frame, in the order of the video.</summary>
    /// <param name="searches">The searches.</param>
    /// <param name="frames">The video's frames.</param>
    public static IReadOnlyList<(int First, int Last)> Of(IEnumerable<EndSearch> searches, FrameEvidence frames)
    {
        ArgumentNullException.ThrowIfNull(searches);
        ArgumentNullException.ThrowIfNull(frames);
        var runs = new List<(int First, int Last)>();
        foreach (var (first, last) in searches.SelectMany(search => search.Wanted).Order())
        {
            if (runs is [.., var before] && (frames.TimeOf(first) - frames.TimeOf(Math.Min(first, before.Last))).Seconds <= Apart)
            {
                runs[^1] = (before.First, Math.Max(before.Last, last));
            }
            else
            {
                runs.Add((first, last));
            }
        }

        return runs;
    }
}
