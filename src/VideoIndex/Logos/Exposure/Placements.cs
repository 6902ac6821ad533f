using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;
using VideoIndex.Timing;

namespace VideoIndex.Logos.Exposure;

/// <summary>Decides whose a place in the picture is where several appearances claim it at a time. Decided when asked, never kept. Pure.</summary>
/// <remarks>
/// Of one brand, what overlaps in time and place is one placement, whichever of its logos was recognised. Of two brands, the surer one keeps
/// the place where both lie on the same spot; what lies inside of another and shows far less of itself is a part of that.
/// </remarks>
public static class Placements
{
    private const double SameBrand = 0.5, SameSpot = 0.5, Inside = 0.9, PartShows = 0.5, GoesOn = 0.15;

    /// <summary>Returns the placements in one video, each place given once.</summary>
    /// <param name="found">What was found, of all brands.</param>
    /// <param name="looks">The looks of the video.</param>
    public static IReadOnlyList<Placement> Of(IReadOnlyList<Placement> found, IReadOnlyList<LookPose> looks)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(looks);
        var placed = found.GroupBy(one => one.Brand).SelectMany(brand => Joined([.. brand], looks))
            .OrderByDescending(one => one.Appearance.Score).ThenBy(one => one.Brand, StringComparer.Ordinal).ThenBy(one => one.Appearance.Span.Start).ToList();
        var kept = new List<Placement>();
        foreach (var one in placed)
        {
            if (kept.TrueForAll(surer => surer.Brand == one.Brand || !IsTaken(one.Appearance, surer.Appearance)))
            {
                kept.Add(one);
            }
        }

        return [.. kept.Where(one => kept.TrueForAll(other => other.Brand == one.Brand || !IsPart(one.Appearance, other.Appearance)))
            .OrderBy(one => one.Appearance.Span.Start).ThenBy(one => one.Brand, StringComparer.Ordinal).ThenByDescending(one => one.Appearance.Score)];
    }

    private static List<Placement> Joined(List<Placement> brand, IReadOnlyList<LookPose> looks)
    {
        var joined = new List<Placement>();
        foreach (var one in brand.OrderBy(one => one.Appearance.Span.Start).ThenByDescending(one => one.Appearance.Score))
        {
            var whole = one;
            while (joined.FindIndex(other => IsSame(other.Appearance, whole.Appearance, looks)) is var at and >= 0)
            {
                whole = Together(joined[at], whole);
                joined.RemoveAt(at);
            }

            joined.Add(whole);
        }

        return joined;
    }

    private static bool IsSame(LogoAppearance one, LogoAppearance other, IReadOnlyList<LookPose> looks)
    {
        if (!one.Span.Overlaps(other.Span))
        {
            return false;
        }

        var both = Both(one, other);
        return both.Count > 0
            ? 2 * both.Count(pair => Common(pair.One.Corners, pair.Other.Corners) >= SameBrand * Math.Min(pair.One.Corners.Area, pair.Other.Corners.Area)) >= both.Count
            : MovesTo(one, other, looks);
    }

    // Never seen at one look: then one goes on where the other lies, with the camera or without it.
    private static bool MovesTo(LogoAppearance one, LogoAppearance other, IReadOnlyList<LookPose> looks)
    {
        var (from, to) = one.Sightings.SelectMany(_ => other.Sightings, (a, b) => (a.Sighting, Other: b.Sighting)).MinBy(pair => Math.Abs(pair.Sighting.Look - pair.Other.Look));
        var motion = looks[from.Look].To(looks[to.Look]);
        var corners = from.Corners;
        var moved = new Quad(motion.At(corners.TopLeft), motion.At(corners.TopRight), motion.At(corners.BottomRight), motion.At(corners.BottomLeft));
        return Math.Max(moved.Overlap(to.Corners), corners.Overlap(to.Corners)) >= GoesOn;
    }

    // At each look the surer of the two tells where it is; the ends are those of the one that begins first and of the one that ends last.
    private static Placement Together(Placement one, Placement other)
    {
        var (a, b) = (one.Appearance, other.Appearance);
        var (first, last) = (a.Span.Start <= b.Span.Start ? a : b, a.Span.End >= b.Span.End ? a : b);
        var seen = a.Sightings.Concat(b.Sightings).GroupBy(sighting => sighting.Sighting.Look).OrderBy(look => look.Key)
            .Select(look => look.MaxBy(sighting => sighting.Sighting.Score)).ToList();
        var surer = a.Score >= b.Score ? one : other;
        return surer with
        {
            Appearance = new LogoAppearance(
                new MediaSpan(first.Span.Start, last.Span.End), first.Start, last.End, seen, seen[^1].Sighting.Look - seen[0].Sighting.Look + 1),
        };
    }

    // Where most of its looks lie on the same spot as a surer one's.
    private static bool IsTaken(LogoAppearance one, LogoAppearance surer) =>
        2 * Both(one, surer).Count(pair => pair.One.Corners.Overlap(pair.Other.Corners) > SameSpot) >= one.Sightings.Count;

    private static bool IsPart(LogoAppearance one, LogoAppearance bigger) =>
        2 * Both(one, bigger).Count(pair =>
            pair.One.Corners.Area < pair.Other.Corners.Area
            && Common(pair.One.Corners, pair.Other.Corners) >= Inside * pair.One.Corners.Area
            && pair.One.Covered < PartShows * pair.Other.Covered) >= one.Sightings.Count;

    private static List<(LogoSighting One, LogoSighting Other)> Both(LogoAppearance one, LogoAppearance other) =>
        [.. one.Sightings.Join(other.Sightings, a => a.Sighting.Look, b => b.Sighting.Look, (a, b) => (a.Sighting, b.Sighting))];

    private static double Common(Quad one, Quad other) => Polygon.Area(Polygon.Common(one.Corners, other.Corners));
}
