using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;
using VideoIndex.Timing;

namespace VideoIndex.Logos.Appearances;

/// <summary>Puts the sightings of one logo in one video together to appearances. Pure.</summary>
/// <remarks>
/// Within a shot, a sighting goes on with an appearance where the camera's motion brings the last one near it. Unsure sightings never begin
/// one, but go on with one (the second pass of ByteTrack, Zhang et al. 2022). A cut ends every appearance.
/// </remarks>
/// <param name="looks">When and where the looks of the video are.</param>
/// <param name="times">When each look is shown, on the video's timeline, in order.</param>
/// <param name="shots">The video's shots, which cover it.</param>
/// <param name="rule">The rule.</param>
public sealed class AppearanceFinder(IReadOnlyList<LookPose> looks, IReadOnlyList<MediaTime> times, IReadOnlyList<MediaSpan> shots, AppearanceRule rule)
{
    private const double LeastOverlap = 0.15;

    /// <summary>Returns the appearances, in the order they begin.</summary>
    /// <param name="sightings">The sightings, in the order of their looks.</param>
    public IReadOnlyList<LogoAppearance> Of(IReadOnlyList<LogoSighting> sightings)
    {
        ArgumentNullException.ThrowIfNull(sightings);
        var byLook = sightings.Where(sighting => sighting.Score >= rule.Likely).ToLookup(sighting => sighting.Look);
        var done = new List<LogoAppearance>();
        var (first, shot) = (0, 0);
        while (first < times.Count)
        {
            while (shot < shots.Count - 1 && shots[shot].End <= times[first])
            {
                shot++;
            }

            var until = first + 1;
            while (until < times.Count && times[until] < shots[shot].End)
            {
                until++;
            }

            done.AddRange(InShot(byLook, first, until, shots[shot]));
            first = until;
        }

        return [.. done.OrderBy(one => one.Span.Start).ThenByDescending(one => one.Score)];
    }

    private IEnumerable<LogoAppearance> InShot(ILookup<int, LogoSighting> sightings, int first, int until, MediaSpan shot)
    {
        var (open, ended) = (new List<List<LogoSighting>>(), new List<List<LogoSighting>>());
        for (var look = first; look < until; look++)
        {
            var free = sightings[look].OrderByDescending(sighting => sighting.Score).ToList();
            foreach (var track in open.OrderByDescending(track => track[^1].Look).ThenByDescending(track => track.Count))
            {
                if (free.Where(sighting => GoesOn(track[^1], sighting)).FirstOrDefault() is { } next)
                {
                    track.Add(next);
                    free.Remove(next);
                }
            }

            open.AddRange(free.Select(sighting => new List<LogoSighting> { sighting }));
            ended.AddRange(open.Where(track => look - track[^1].Look > rule.LongestGap));
            open.RemoveAll(track => look - track[^1].Look > rule.LongestGap);
        }

        return [.. ended.Concat(open)
            .Where(track => track.Exists(sighting => sighting.Score >= rule.Sure))
            .Select(track => Appearance(track, first, until, shot))];
    }

    private bool GoesOn(LogoSighting before, LogoSighting next)
    {
        var motion = looks[before.Look].To(looks[next.Look]);
        var corners = before.Corners;
        var expected = new Quad(motion.At(corners.TopLeft), motion.At(corners.TopRight), motion.At(corners.BottomRight), motion.At(corners.BottomLeft));
        return expected.Overlap(next.Corners) >= LeastOverlap;
    }

    // The mark came and went somewhere between the looks that saw it and those that did not; a cut is known to the frame.
    private LogoAppearance Appearance(List<LogoSighting> track, int first, int until, MediaSpan shot)
    {
        var (from, to) = (track[0].Look, track[^1].Look);
        var start = new MediaSpan(from > first ? times[from - 1] : shot.Start, times[from]);
        var end = new MediaSpan(times[to], to + 1 < until ? times[to + 1] : shot.End);
        return new LogoAppearance(
            new MediaSpan(from > first ? Middle(start) : shot.Start, to + 1 < until ? Middle(end) : shot.End),
            start,
            end,
            [.. track.Select(sighting => new TimedSighting(times[sighting.Look], sighting))],
            to - from + 1);
    }

    private static MediaTime Middle(MediaSpan span) => new((span.Start.Seconds + span.End.Seconds) / new Rational(2, 1));
}
